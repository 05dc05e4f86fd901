-- All stored rows of the sheet, in order of the key.
-- Grain: hours spent by one team on one opdracht in one month. Unit: hundredths of an hour.
select
    maand,
    team,
    opdracht,
    uren_honderdste
from uren
order by uren.maand, uren.team, uren.opdracht
