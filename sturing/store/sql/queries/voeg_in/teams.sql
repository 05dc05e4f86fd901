-- Store the registered rows of `inbreng`.
-- Grain: one team. Unit: fte.
insert into teams (
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
)
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
from inbreng
