-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: the share of one medewerker in one team. Unit: percent as written.
delete from teamrollen
using inbreng
where
    teamrollen.medewerker = inbreng.medewerker
    and teamrollen.team = inbreng.team
    and teamrollen.van = coalesce(inbreng.van, date '0001-01-01')
    and teamrollen.volgnr = inbreng.volgnr
returning
    teamrollen.medewerker,
    teamrollen.team,
    nullif(teamrollen.van, date '0001-01-01') as van,
    teamrollen.rol,
    teamrollen.aandeel_pct,
    teamrollen.tot,
    teamrollen.volgnr
