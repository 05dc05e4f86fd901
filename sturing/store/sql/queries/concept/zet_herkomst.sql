-- Grain: one draft. Unit: kopie_regels a canonical JSON list of lines, basis canonical JSON.
update concept_gegevens
set
    kopie_regels = $kopie_regels,
    basis = $basis
where concept = $concept
