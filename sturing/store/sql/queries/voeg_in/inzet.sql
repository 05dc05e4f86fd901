-- Store the registered rows of `inbreng`.
-- Grain: hours asked of one team for one opdracht in one window. Unit: hundredths of an hour.
insert into inzet (
    opdracht,
    team,
    van,
    tot,
    uren_honderdste,
    volgnr
)
select
    opdracht,
    team,
    van,
    tot,
    uren_honderdste,
    volgnr
from inbreng
