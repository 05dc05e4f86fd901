-- Store the registered rows of `inbreng`.
-- Grain: one budget programme. Unit: none.
insert into programmas (
    programma,
    naam,
    portefeuillehouder
)
select
    programma,
    naam,
    portefeuillehouder
from inbreng
