-- Grain: one changed row of one levering, in order. Unit: oud and nieuw canonical JSON.
select
    levering,
    blad,
    cel,
    bestand,
    oud,
    nieuw
from levering_mutatie
where levering between $van and $tot
order by
    levering,
    volgnr
