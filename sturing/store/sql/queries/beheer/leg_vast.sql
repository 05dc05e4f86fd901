-- Everything that is stored goes from the write-ahead log into the file.
-- Grain: one database. Unit: none.
checkpoint
