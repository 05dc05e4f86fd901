-- Grain: one applied migration. Unit: SHA-256 in hex.
select
    nummer,
    sha256
from migratie
order by nummer
