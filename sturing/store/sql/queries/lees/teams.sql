-- All stored rows of the sheet, in order of the key.
-- Grain: one team. Unit: fte.
select
    team,
    naam,
    korte_naam,
    soort,
    domein,
    teamondersteuner,
    zelforganisatie,
    begeleiding,
    formatie_fte,
    gebied,
    opdracht,
    van,
    tot
from teams
order by teams.team
