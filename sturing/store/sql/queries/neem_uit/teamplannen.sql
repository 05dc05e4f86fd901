-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one planned result of one team. Unit: none.
delete from teamplannen
using inbreng
where
    teamplannen.team = inbreng.team
    and teamplannen.jaar = inbreng.jaar
    and teamplannen.regel = inbreng.regel
returning
    teamplannen.team,
    teamplannen.jaar,
    teamplannen.regel,
    teamplannen.opgave,
    teamplannen.resultaat,
    teamplannen.kwaliteit,
    teamplannen.opdracht,
    teamplannen.doel,
    teamplannen.nodig_van_team,
    teamplannen.nodig_van_partner,
    teamplannen.status
