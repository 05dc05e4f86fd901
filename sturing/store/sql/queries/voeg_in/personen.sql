-- Store the registered rows of `inbreng`.
-- Grain: one role of one person or function. Unit: days.
insert into personen (
    persoon,
    naam,
    rol,
    domein,
    team,
    van,
    tot
)
select
    persoon,
    naam,
    rol,
    coalesce(domein, ''),
    coalesce(team, ''),
    van,
    tot
from inbreng
