-- Grain: one changed row of one sheet, in order. Unit: oud and nieuw canonical JSON.
select
    levering,
    blad,
    cel,
    bestand,
    oud,
    nieuw
from levering_mutatie
where
    levering >= $van
    and blad = $blad
order by
    levering,
    volgnr
