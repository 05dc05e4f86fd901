-- All tables with their rules and rows. beheer.py puts the name of this database for "bron".
-- Grain: one database. Unit: none.
copy from database "bron" to sturing_backup_kopie
