-- Drop the states that were undone, and those that are too old to keep.
-- Grain: one state of one draft. Unit: none.
delete from concept_stap
where
    concept = $concept
    and (stap >= $vanaf or stap <= $tot)
