-- Grain: one version of any draft. Unit: weg and erbij canonical JSON lists of lines.
select
    versie,
    door,
    weg,
    erbij
from concept_versie
order by versie
