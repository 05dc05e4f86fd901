-- All stored rows of the sheet, in order of the key.
-- Grain: one political goal. Unit: none.
select
    doel,
    naam,
    bron,
    programma,
    portefeuillehouder
from doelen
order by doelen.doel
