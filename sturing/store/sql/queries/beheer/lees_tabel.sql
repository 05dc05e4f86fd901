-- Every value of one table, so that every block of it is read. kopieen.py puts the name of the
-- table for "tabelnaam".
-- Grain: one table. Unit: the sum of the hashes of the rows.
select coalesce(sum(hash("tabelnaam")), 0) as som
from "tabelnaam"
