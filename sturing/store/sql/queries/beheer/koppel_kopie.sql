-- A new, empty database file in the backup folder.
-- Grain: one database. Unit: none.
attach $pad as sturing_backup_kopie (storage_version 'v1.5.0')
