-- Grain: one mark of this database. Unit: none.
insert or replace into kenmerk (naam, waarde)
values ($naam, $waarde)
