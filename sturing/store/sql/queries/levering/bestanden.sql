-- Grain: one file of one levering. Unit: grootte in bytes.
select
    levering,
    naam,
    grootte,
    sha256
from levering_bestand
where levering >= $vanaf
order by
    levering,
    volgnr
