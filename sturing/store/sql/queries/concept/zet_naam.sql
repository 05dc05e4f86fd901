-- Grain: one draft. Unit: none.
update concept
set naam = $naam
where id = $concept
