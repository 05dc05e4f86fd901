-- Grain: one state of one draft. Unit: wijzigingen a canonical JSON list.
insert into concept_stap (concept, stap, wijzigingen)
values ($concept, $stap, $wijzigingen)
