-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one team. Unit: fte.
delete from teams
using inbreng
where
    teams.team = inbreng.team
returning
    teams.team,
    teams.naam,
    teams.korte_naam,
    teams.soort,
    teams.domein,
    teams.teamondersteuner,
    teams.zelforganisatie,
    teams.begeleiding,
    teams.formatie_fte,
    teams.gebied,
    teams.opdracht,
    teams.van,
    teams.tot
