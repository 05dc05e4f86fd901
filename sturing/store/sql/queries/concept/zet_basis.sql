-- The levering on which a draft rests. Grain: one draft. Unit: none.
update concept
set basis_levering = $basis_levering
where id = $concept
