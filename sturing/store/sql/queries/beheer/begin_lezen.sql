-- A transaction in which every read sees the same moment and nothing can be written.
-- Grain: one transaction. Unit: none.
begin transaction read only
