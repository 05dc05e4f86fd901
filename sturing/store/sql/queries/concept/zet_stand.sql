-- Grain: one draft. Unit: none.
update concept
set
    versie = $versie,
    stap = $stap
where id = $id
