-- Where a draft came from. Grain: one draft. Unit: kopie_regels a canonical JSON list of lines,
-- basis canonical JSON of the order and the settings.
select
    concept_gegevens.kopie_van,
    concept_gegevens.kopie_regels,
    concept_gegevens.basis,
    concept.eigenaar
from concept_gegevens
inner join concept on concept_gegevens.concept = concept.id
where concept_gegevens.concept = $concept
