-- The state of one draft that holds now, the one before it and the one after it.
-- Grain: one state of one draft, oldest first. Unit: wijzigingen a canonical JSON list.
select
    stap,
    wijzigingen
from concept_stap
where
    concept = $id
    and stap between $stap - 1 and $stap + 1
order by stap
