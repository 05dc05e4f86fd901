-- Grain: one draft. Unit: kopie_regels a canonical JSON list of lines, basis canonical JSON.
insert into concept_gegevens (concept, omschrijving, gearchiveerd_op, kopie_van, kopie_regels, basis)
values ($concept, $omschrijving, null, $kopie_van, $kopie_regels, $basis)
