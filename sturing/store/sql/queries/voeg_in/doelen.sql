-- Store the registered rows of `inbreng`.
-- Grain: one political goal. Unit: none.
insert into doelen (
    doel,
    naam,
    bron,
    programma,
    portefeuillehouder
)
select
    doel,
    naam,
    bron,
    programma,
    portefeuillehouder
from inbreng
