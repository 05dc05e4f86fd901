-- The order and the settings on which a draft rests. Grain: one draft. Unit: canonical JSON.
update concept_gegevens
set basis = $basis
where concept = $concept
