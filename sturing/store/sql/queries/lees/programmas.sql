-- All stored rows of the sheet, in order of the key.
-- Grain: one budget programme. Unit: none.
select
    programma,
    naam,
    portefeuillehouder
from programmas
order by programmas.programma
