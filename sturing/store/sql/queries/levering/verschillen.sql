-- Grain: one sheet of one levering. Unit: rows as a person counts them.
select
    levering,
    blad,
    nieuw,
    gewijzigd,
    vervallen,
    blijft
from levering_verschil
where levering >= $vanaf
order by
    levering,
    volgnr
