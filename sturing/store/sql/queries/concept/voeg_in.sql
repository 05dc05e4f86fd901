-- Grain: one draft, at its first state. Unit: none.
insert into concept (id, naam, eigenaar, basis_levering, versie, stap)
values ($id, $naam, $eigenaar, $basis_levering, $versie, 0)
