-- Grain: one signal, oldest first. Unit: uren_honderdste in hundredths of an hour, van and tot first
-- days of months.
select
    nummer,
    soort,
    team,
    opdracht,
    van,
    tot,
    uren_honderdste,
    richting,
    plaats
from signaal
order by nummer
