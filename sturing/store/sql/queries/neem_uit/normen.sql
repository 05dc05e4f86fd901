-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: hour norms of one year, or of one team in it. Unit: hours; percent as written.
delete from normen
using inbreng
where
    normen.jaar = inbreng.jaar
    and normen.team = coalesce(inbreng.team, '')
returning
    normen.jaar,
    nullif(normen.team, '') as team,
    normen.voltijd_uren_per_week,
    normen.verlofuren,
    normen.verzuim_pct,
    normen.indirect_pct,
    normen.ruimte_pct
