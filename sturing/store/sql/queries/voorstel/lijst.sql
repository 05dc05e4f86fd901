-- Grain: one proposal, number 1 first (nummer null: all). Unit: tijdstip in UTC, van and tot the
-- first day of a month.
select
    nummer,
    titel,
    toelichting,
    account,
    naam,
    persoon,
    tijdstip,
    reactie_tot,
    van,
    tot,
    concept,
    concept_versie,
    basis_levering,
    vingerafdruk,
    wijzigingen,
    stand,
    versie
from voorstel
where
    $nummer is null
    or nummer = $nummer
order by nummer
