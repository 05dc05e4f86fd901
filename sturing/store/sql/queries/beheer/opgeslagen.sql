-- Grain: this database. Unit: transactions stored since it was made.
select waarde
from kenmerk
where naam = 'opgeslagen'
