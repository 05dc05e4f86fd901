-- Grain: one draft. Unit: none.
update concept_gegevens
set omschrijving = $omschrijving
where concept = $concept
