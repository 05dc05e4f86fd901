-- Grain: one table of this database. Unit: none.
select table_name
from duckdb_tables()
where
    database_name = current_database()
    and not internal
    and not temporary
