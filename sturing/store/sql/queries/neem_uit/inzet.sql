-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: hours asked of one team for one opdracht in one window. Unit: hundredths of an hour.
delete from inzet
using inbreng
where
    inzet.opdracht = inbreng.opdracht
    and inzet.team = inbreng.team
    and inzet.van = inbreng.van
    and inzet.tot = inbreng.tot
    and inzet.volgnr = inbreng.volgnr
returning
    inzet.opdracht,
    inzet.team,
    inzet.van,
    inzet.tot,
    inzet.uren_honderdste,
    inzet.volgnr
