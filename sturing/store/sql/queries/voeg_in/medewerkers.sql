-- Store the registered rows of `inbreng`.
-- Grain: one pseudonymous member of staff. Unit: hours per week.
insert into medewerkers (
    medewerker,
    uren_per_week,
    dienstverband,
    van,
    tot
)
select
    medewerker,
    uren_per_week,
    dienstverband,
    van,
    tot
from inbreng
