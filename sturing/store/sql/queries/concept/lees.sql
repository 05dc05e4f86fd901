-- One draft with the state that holds now, the one before it and the one after it.
-- Grain: one state of one draft, oldest first. Unit: wijzigingen a canonical JSON list.
select
    concept.naam,
    concept.eigenaar,
    concept.basis_levering,
    concept.versie,
    concept.stap as nu,
    concept_stap.stap,
    concept_stap.wijzigingen
from concept
inner join concept_stap on concept.id = concept_stap.concept
where
    concept.id = $id
    and concept_stap.stap between concept.stap - 1 and concept.stap + 1
order by concept_stap.stap
