-- Store the registered rows of `inbreng`.
-- Grain: one planned result of one team. Unit: none.
insert into teamplannen (
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
)
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
from inbreng
