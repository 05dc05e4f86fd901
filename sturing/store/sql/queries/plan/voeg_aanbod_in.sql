-- Grain: one row of supply that decisions added. Unit: fte; van and tot the first day of a month.
insert into besloten_aanbod (volgnr, team, van, tot, soort, fte)
select
    volgnr,
    team,
    van,
    tot,
    soort,
    fte
from inbreng
