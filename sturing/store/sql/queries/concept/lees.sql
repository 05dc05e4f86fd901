-- One draft with the state that holds now, the one before it and the one after it.
-- Grain: one draft. Unit: wijzigingen a canonical JSON list.
select
    concept.naam,
    concept.eigenaar,
    concept.basis_levering,
    concept.versie,
    nu.wijzigingen as nu,
    vorige.wijzigingen as vorige,
    volgende.wijzigingen as volgende
from concept
inner join concept_stap as nu
    on
        concept.id = nu.concept
        and concept.stap = nu.stap
left join concept_stap as vorige
    on
        concept.id = vorige.concept
        and concept.stap - 1 = vorige.stap
left join concept_stap as volgende
    on
        concept.id = volgende.concept
        and concept.stap + 1 = volgende.stap
where concept.id = $id
