-- Grain: one state of one draft. Unit: wijzigingen a canonical JSON list.
select
    concept_stap.concept,
    concept_stap.stap,
    concept_stap.wijzigingen,
    concept.eigenaar
from concept_stap
inner join concept on concept_stap.concept = concept.id
order by
    concept_stap.concept,
    concept_stap.stap
