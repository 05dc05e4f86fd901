-- Grain: at most one row, one draft. Unit: none; gearchiveerd_op in UTC.
select
    concept.naam,
    concept.eigenaar,
    concept.basis_levering,
    concept.versie,
    concept.stap,
    concept_gegevens.omschrijving,
    concept_gegevens.gearchiveerd_op is not null as gearchiveerd,
    concept_gegevens.kopie_van
from concept
inner join concept_gegevens on concept.id = concept_gegevens.concept
where concept.id = $id
