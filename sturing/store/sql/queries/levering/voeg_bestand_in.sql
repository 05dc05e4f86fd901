-- Grain: one file of one levering. Unit: grootte in bytes.
insert into levering_bestand (levering, volgnr, naam, grootte, sha256)
values ($levering, $volgnr, $naam, $grootte, $sha256)
