-- All stored rows of the sheet, in order of the key. An empty part of the key is given back as null.
-- Grain: hour norms of one year, or of one team in it. Unit: hours; percent as written.
select
    jaar,
    nullif(team, '') as team,
    voltijd_uren_per_week,
    verlofuren,
    verzuim_pct,
    indirect_pct,
    ruimte_pct
from normen
order by normen.jaar, normen.team
