-- All stored rows of the sheet, in order of the key. An empty part of the key is given back as null.
-- Grain: one role of one person or function. Unit: days.
select
    persoon,
    naam,
    rol,
    nullif(domein, '') as domein,
    nullif(team, '') as team,
    van,
    tot
from personen
order by personen.persoon, personen.rol, personen.domein, personen.team
