-- Grain: one version of one draft. Unit: weg and erbij canonical JSON lists of lines.
update concept_versie
set
    weg = $weg,
    erbij = $erbij
where versie = $versie
