-- Grain: one mark of this database. Unit: none.
select waarde
from kenmerk
where naam = $naam
