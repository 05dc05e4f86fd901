-- Store the registered rows of `inbreng`.
-- Grain: hour norms of one year, or of one team in it. Unit: hours; percent as written.
insert into normen (
    jaar,
    team,
    voltijd_uren_per_week,
    verlofuren,
    verzuim_pct,
    indirect_pct,
    ruimte_pct
)
select
    jaar,
    coalesce(team, ''),
    voltijd_uren_per_week,
    verlofuren,
    verzuim_pct,
    indirect_pct,
    ruimte_pct
from inbreng
