-- Grain: one row of supply that decisions added or took. Unit: fte; van and tot the first day of a
-- month.
select
    team,
    van,
    tot,
    soort,
    fte
from besloten_aanbod
order by volgnr
