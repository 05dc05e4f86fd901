-- Store the registered rows of `inbreng`.
-- Grain: fte of one team and soort over months of one year. Unit: fte.
insert into capaciteit (
    team,
    van,
    tot,
    soort,
    fte,
    volgnr
)
select
    team,
    van,
    tot,
    soort,
    fte,
    volgnr
from inbreng
