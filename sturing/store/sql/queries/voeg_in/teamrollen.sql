-- Store the registered rows of `inbreng`.
-- Grain: the share of one medewerker in one team. Unit: percent as written.
insert into teamrollen (
    medewerker,
    team,
    van,
    rol,
    aandeel_pct,
    tot,
    volgnr
)
select
    medewerker,
    team,
    coalesce(van, date '0001-01-01'),
    rol,
    aandeel_pct,
    tot,
    volgnr
from inbreng
