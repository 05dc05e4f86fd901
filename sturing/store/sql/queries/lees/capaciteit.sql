-- All stored rows of the sheet, in order of the key.
-- Grain: fte of one team and soort over months of one year. Unit: fte.
select
    team,
    van,
    tot,
    soort,
    fte,
    volgnr
from capaciteit
order by capaciteit.team, capaciteit.van, capaciteit.tot, capaciteit.soort, capaciteit.volgnr
