-- What was changed in one draft after a version, oldest first.
-- Grain: one version of one draft. Unit: weg and erbij canonical JSON lists of lines.
select
    versie,
    door,
    weg,
    erbij
from concept_versie
where
    concept = $concept
    and versie > $versie
order by versie
