-- Grain: one row of supply that decisions added. Unit: none.
delete from besloten_aanbod
