-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one role of one person or function. Unit: days.
delete from personen
using inbreng
where
    personen.persoon = inbreng.persoon
    and personen.rol = inbreng.rol
    and personen.domein = coalesce(inbreng.domein, '')
    and personen.team = coalesce(inbreng.team, '')
returning
    personen.persoon,
    personen.naam,
    personen.rol,
    nullif(personen.domein, '') as domein,
    nullif(personen.team, '') as team,
    personen.van,
    personen.tot
