-- Grain: one number; 0 before the first draft. Unit: none. Also of drafts that are gone.
select greatest(
    (select coalesce(max(id), 0) from concept),
    (select coalesce(max(concept), 0) from concept_versie)
)
