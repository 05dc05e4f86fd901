-- Grain: one version of one draft. Unit: weg and erbij canonical JSON lists of lines.
insert into concept_versie (versie, concept, door, weg, erbij)
values ($versie, $concept, $door, $weg, $erbij)
