-- Grain: one draft; null brings it back. Unit: tijdstip in UTC.
update concept_gegevens
set gearchiveerd_op = $tijdstip
where concept = $concept
