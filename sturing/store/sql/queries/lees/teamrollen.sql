-- All stored rows of the sheet, in order of the key. An empty part of the key is given back as null.
-- Grain: the share of one medewerker in one team. Unit: percent as written.
select
    medewerker,
    team,
    nullif(van, date '0001-01-01') as van,
    rol,
    aandeel_pct,
    tot,
    volgnr
from teamrollen
order by teamrollen.medewerker, teamrollen.team, teamrollen.van, teamrollen.volgnr
