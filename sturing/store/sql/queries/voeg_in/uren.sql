-- Store the registered rows of `inbreng`.
-- Grain: hours spent by one team on one opdracht in one month. Unit: hundredths of an hour.
insert into uren (
    maand,
    team,
    opdracht,
    uren_honderdste
)
select
    maand,
    team,
    opdracht,
    uren_honderdste
from inbreng
