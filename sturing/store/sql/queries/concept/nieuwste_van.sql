-- Grain: at most one row, the newest draft of an account that is not archived. Unit: none.
select max(concept.id) as id
from concept
inner join concept_gegevens on concept.id = concept_gegevens.concept
where
    concept.eigenaar = $eigenaar
    and concept_gegevens.gearchiveerd_op is null
having max(concept.id) is not null
