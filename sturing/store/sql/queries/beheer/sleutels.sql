-- Grain: one table with its key columns in order. Unit: none.
select
    table_name,
    constraint_column_names
from duckdb_constraints()
where
    database_name = current_database()
    and constraint_type = 'PRIMARY KEY'
