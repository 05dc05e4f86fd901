-- A new, empty database file in the backup folder, with the smallest blocks: most tables are small.
-- Grain: one database. Unit: bytes per block.
attach $pad as sturing_backup_kopie (storage_version 'v1.5.0', block_size 16384)
