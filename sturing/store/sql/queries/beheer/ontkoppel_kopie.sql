-- Writes the copy wholly to its file and lets go of it.
-- Grain: one database. Unit: none.
detach sturing_backup_kopie
