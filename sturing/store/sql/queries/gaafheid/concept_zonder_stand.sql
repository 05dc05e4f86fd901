-- Every draft has the state that it says it is in.
-- Grain: one draft. Unit: none.
select 'Concept ' || concept.id || ' heeft geen stand.' as melding
from concept
anti join concept_stap
    on
        concept.id = concept_stap.concept
        and concept.stap = concept_stap.stap
order by concept.id
