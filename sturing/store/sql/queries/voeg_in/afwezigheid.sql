-- Store the registered rows of `inbreng`.
-- Grain: one window of absence of one medewerker. Unit: percent as written.
insert into afwezigheid (
    medewerker,
    van,
    tot,
    afwezig_pct
)
select
    medewerker,
    van,
    tot,
    afwezig_pct
from inbreng
