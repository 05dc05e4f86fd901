-- The levering that last stored exactly this row.
-- Grain: one number, null when none did. Unit: rij canonical JSON.
select max(levering)
from levering_mutatie
where
    blad = $blad
    and nieuw = $rij
