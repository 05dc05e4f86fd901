-- All stored rows of the sheet, in order of the key.
-- Grain: one pseudonymous member of staff. Unit: hours per week.
select
    medewerker,
    uren_per_week,
    dienstverband,
    van,
    tot
from medewerkers
order by medewerkers.medewerker
