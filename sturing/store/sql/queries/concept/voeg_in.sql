-- Grain: one draft, at its first version and state. Unit: none.
insert into concept (id, naam, eigenaar, basis_levering, versie, stap)
values ($id, $naam, $eigenaar, $basis_levering, 1, 0)
