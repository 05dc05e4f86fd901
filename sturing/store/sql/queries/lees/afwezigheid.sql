-- All stored rows of the sheet, in order of the key.
-- Grain: one window of absence of one medewerker. Unit: percent as written.
select
    medewerker,
    van,
    tot,
    afwezig_pct
from afwezigheid
order by afwezigheid.medewerker, afwezigheid.van, afwezigheid.tot
