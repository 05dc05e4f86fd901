-- All stored rows of the sheet, in order of the key.
-- Grain: hours asked of one team for one opdracht in one window. Unit: hundredths of an hour.
select
    opdracht,
    team,
    van,
    tot,
    uren_honderdste,
    volgnr
from inzet
order by inzet.opdracht, inzet.team, inzet.van, inzet.tot, inzet.volgnr
