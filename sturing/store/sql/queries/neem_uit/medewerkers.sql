-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one pseudonymous member of staff. Unit: hours per week.
delete from medewerkers
using inbreng
where
    medewerkers.medewerker = inbreng.medewerker
returning
    medewerkers.medewerker,
    medewerkers.uren_per_week,
    medewerkers.dienstverband,
    medewerkers.van,
    medewerkers.tot
