-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: hours spent by one team on one opdracht in one month. Unit: hundredths of an hour.
delete from uren
using inbreng
where
    uren.maand = inbreng.maand
    and uren.team = inbreng.team
    and uren.opdracht = inbreng.opdracht
returning
    uren.maand,
    uren.team,
    uren.opdracht,
    uren.uren_honderdste
