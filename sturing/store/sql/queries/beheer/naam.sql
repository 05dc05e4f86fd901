-- Grain: this database. Unit: none.
select current_database()
