-- Grain: one sheet of one levering. Unit: rows as a person counts them.
insert into levering_verschil (levering, volgnr, blad, nieuw, gewijzigd, vervallen, blijft)
values ($levering, $volgnr, $blad, $nieuw, $gewijzigd, $vervallen, $blijft)
