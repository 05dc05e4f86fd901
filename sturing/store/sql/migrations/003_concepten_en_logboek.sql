-- Grain: one draft and one row per stored step of it; one decision; one place per opdracht; one
-- row of settings; one line of the log. Unit: tijdstip in UTC, hash SHA-256 in hex, wijzigingen a
-- canonical JSON list (sturing/store/wijziging_json.py).

create table concept (
    id integer not null primary key check (id between 1 and 2000000000),
    naam varchar not null,
    eigenaar varchar not null,
    basis_levering integer not null check (basis_levering between 0 and 2000000000),
    versie integer not null check (versie between 1 and 2000000000),
    stap integer not null check (stap between 0 and 2000000000)
);

create table concept_stap (
    concept integer not null,
    stap integer not null check (stap between 0 and 2000000000),
    wijzigingen varchar not null,
    primary key (concept, stap)
);

create table instelling (
    id integer not null primary key check (id = 1),
    methode varchar not null check (methode in ('strikt', 'samenhangend', 'alles-of-niets')),
    wettelijk_eerst boolean not null,
    gewicht_maatschappelijke_waarde decimal(18, 6) not null check (gewicht_maatschappelijke_waarde between 0 and 1000000),
    gewicht_medewerkerswaarde decimal(18, 6) not null check (gewicht_medewerkerswaarde between 0 and 1000000),
    gewicht_financiele_waarde decimal(18, 6) not null check (gewicht_financiele_waarde between 0 and 1000000)
);

create table besloten_rang (
    opdracht varchar not null primary key check (opdracht <> ''),
    plaats integer not null unique check (plaats between 1 and 1000000)
);

create table besluit (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    tijdstip timestamp not null,
    account varchar not null,
    naam varchar not null,
    reden varchar not null,
    basis_levering integer not null,
    vingerafdruk varchar not null check (length(vingerafdruk) = 64),
    wijzigingen varchar not null
);

create table logboek (
    volgnr bigint not null primary key check (volgnr between 1 and 9000000000000000),
    tijdstip timestamp not null,
    account varchar not null,
    herkomst varchar not null,
    actie varchar not null,
    object varchar not null,
    uitkomst varchar not null,
    oud varchar,
    nieuw varchar,
    hash varchar not null check (length(hash) = 64)
);
