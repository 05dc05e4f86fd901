-- All stored rows of the sheet, in order of the key.
-- Grain: one planned result of one team. Unit: none.
select
    team,
    jaar,
    regel,
    opgave,
    resultaat,
    kwaliteit,
    opdracht,
    doel,
    nodig_van_team,
    nodig_van_partner,
    status
from teamplannen
order by teamplannen.team, teamplannen.jaar, teamplannen.regel
