-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: fte of one team and soort over months of one year. Unit: fte.
delete from capaciteit
using inbreng
where
    capaciteit.team = inbreng.team
    and capaciteit.van = inbreng.van
    and capaciteit.tot = inbreng.tot
    and capaciteit.soort = inbreng.soort
    and capaciteit.volgnr = inbreng.volgnr
returning
    capaciteit.team,
    capaciteit.van,
    capaciteit.tot,
    capaciteit.soort,
    capaciteit.fte,
    capaciteit.volgnr
