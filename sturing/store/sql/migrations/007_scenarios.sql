-- Grain: one row per draft with what a person wrote about it and where it came from; per draft and
-- account a right; per draft one link; per account the draft that is worked in; per version of any
-- draft what it took out and put in. Unit: gearchiveerd_op in UTC; kopie_regels, weg and erbij
-- canonical JSON lists of lines (sturing/store/regel_json.py); basis canonical JSON of the order and
-- the settings at the levering on which the draft rests, null for drafts of before.
-- From here on a version is given out once in the whole database, so that it names its draft.

create table concept_gegevens (
    concept integer not null primary key,
    omschrijving varchar not null,
    gearchiveerd_op timestamp,
    kopie_van integer,
    kopie_regels varchar not null,
    basis varchar
);

create table concept_deel (
    concept integer not null,
    account varchar not null check (account <> ''),
    recht varchar not null check (recht in ('kijken', 'meewerken')),
    primary key (concept, account)
);

create table concept_link (
    concept integer not null primary key,
    sleutel varchar not null check (length(sleutel) >= 32),
    recht varchar not null check (recht in ('kijken', 'meewerken'))
);

create table werkconcept (
    account varchar not null primary key check (account <> ''),
    concept integer not null
);

create table concept_versie (
    versie integer not null primary key check (versie between 1 and 2000000000),
    concept integer not null,
    door varchar not null,
    weg varchar not null,
    erbij varchar not null
);

update concept
set versie = nieuw.versie
from (
    select
        id,
        (select max(versie) from concept) + row_number() over (order by id) as versie
    from concept
) as nieuw
where concept.id = nieuw.id;

insert into concept_gegevens (concept, omschrijving, gearchiveerd_op, kopie_van, kopie_regels, basis)
select
    id,
    '' as omschrijving,
    null as gearchiveerd_op,
    null as kopie_van,
    '[]' as kopie_regels,
    null as basis
from concept;

insert into concept_versie (versie, concept, door, weg, erbij)
select
    versie,
    id,
    eigenaar,
    '[]' as weg,
    '[]' as erbij
from concept;
