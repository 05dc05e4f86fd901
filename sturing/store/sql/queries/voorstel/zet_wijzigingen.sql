-- Grain: one proposal. Unit: wijzigingen a canonical JSON list.
update voorstel
set wijzigingen = $wijzigingen
where nummer = $nummer
