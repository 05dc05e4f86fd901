-- What drafts began with. Grain: one draft. Unit: kopie_regels a canonical JSON list of lines, basis
-- canonical JSON of the order and the settings.
select
    concept_gegevens.concept,
    concept_gegevens.kopie_regels,
    concept_gegevens.basis,
    concept.eigenaar
from concept_gegevens
inner join concept on concept_gegevens.concept = concept.id
order by concept_gegevens.concept
