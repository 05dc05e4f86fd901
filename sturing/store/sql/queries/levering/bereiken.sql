-- Grain: one scope that one levering touched. Unit: sleutel canonical JSON.
select
    levering,
    blad,
    sleutel
from levering_bereik
where levering between $van and $tot
order by
    levering,
    blad,
    sleutel
