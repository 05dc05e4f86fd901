-- Grain: one state of one draft. Unit: wijzigingen a canonical JSON list.
update concept_stap
set wijzigingen = $wijzigingen
where
    concept = $concept
    and stap = $stap
