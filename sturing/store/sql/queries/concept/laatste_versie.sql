-- Grain: one number; 0 before the first draft. Unit: the last version given out to any draft, also
-- to one that is gone.
select greatest(
    (select coalesce(max(versie), 0) from concept),
    (select coalesce(max(versie), 0) from concept_versie)
)
