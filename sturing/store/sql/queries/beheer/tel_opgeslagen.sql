-- One transaction more.
-- Grain: this database. Unit: transactions stored since it was made.
update kenmerk
set waarde = cast(cast(waarde as bigint) + 1 as varchar)
where naam = 'opgeslagen'
returning waarde
