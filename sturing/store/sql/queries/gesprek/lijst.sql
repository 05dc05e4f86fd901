-- Grain: one note of a talk with a portefeuillehouder, newest first. Unit: tijdstip in UTC.
select
    nummer,
    portefeuillehouder,
    tijdstip,
    account,
    naam,
    tekst
from gespreksnotitie
where portefeuillehouder = $portefeuillehouder
order by nummer desc
