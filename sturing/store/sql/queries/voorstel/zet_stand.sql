-- Grain: one proposal. Unit: none.
update voorstel
set
    stand = $stand,
    versie = $versie
where nummer = $nummer
