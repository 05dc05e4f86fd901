-- A written backup, read back from its file.
-- Grain: one database. Unit: none.
attach $pad as sturing_backup_kopie (read_only)
