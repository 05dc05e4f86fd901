-- Grain: one state of one draft. Unit: wijzigingen a canonical JSON list.
select
    concept,
    stap,
    wijzigingen
from concept_stap
order by
    concept,
    stap
