-- Grain: one draft. Unit: none.
delete from concept_link
where concept = $concept
