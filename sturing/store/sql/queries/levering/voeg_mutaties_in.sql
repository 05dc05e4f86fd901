-- Store the registered mutations of `inbreng`.
-- Grain: one changed row of one levering. Unit: oud and nieuw canonical JSON.
insert into levering_mutatie (levering, volgnr, blad, cel, bestand, oud, nieuw)
select
    levering,
    volgnr,
    blad,
    cel,
    bestand,
    oud,
    nieuw
from inbreng
