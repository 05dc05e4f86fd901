-- One draft with the state that holds now, the one before it and the one after it.
-- Grain: one state of one draft, oldest first. Unit: wijzigingen a canonical JSON list;
-- gearchiveerd_op in UTC.
select
    concept.naam,
    concept.eigenaar,
    concept.basis_levering,
    concept.versie,
    concept.stap as nu,
    concept_gegevens.omschrijving,
    concept_gegevens.gearchiveerd_op is not null as gearchiveerd,
    concept_gegevens.kopie_van,
    concept_stap.stap,
    concept_stap.wijzigingen
from concept
inner join concept_gegevens on concept.id = concept_gegevens.concept
inner join concept_stap on concept.id = concept_stap.concept
where
    concept.id = $id
    and concept_stap.stap between concept.stap - 1 and concept.stap + 1
order by concept_stap.stap
