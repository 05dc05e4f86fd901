-- Grain: one applied migration. Unit: SHA-256 in hex.
insert into migratie (nummer, naam, sha256)
values ($nummer, $naam, $sha256)
