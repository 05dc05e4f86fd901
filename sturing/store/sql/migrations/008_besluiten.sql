-- Grain: one proposal, one reaction to it, one decision (a line of the ledger, never changed), one
-- row of supply that decisions added, one note of a prioriteringsgesprek. Unit: tijdstip in UTC,
-- fte decimals, van and tot of besloten_aanbod the first day of a month, wijzigingen a canonical
-- JSON list (wijziging_json.py), staat a canonical JSON object (staat_json.py), verlies hundredths
-- and cents. The table besluit of migration 003 was never written.

drop table besluit;

create table voorstel (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    titel varchar not null check (titel <> ''),
    toelichting varchar not null,
    account varchar not null,
    naam varchar not null,
    persoon varchar,
    tijdstip timestamp not null,
    reactie_tot date not null,
    van date not null,
    tot date not null,
    concept integer not null,
    concept_versie integer not null,
    basis_levering integer not null,
    vingerafdruk varchar not null check (length(vingerafdruk) = 64),
    wijzigingen varchar not null,
    stand varchar not null check (stand in ('open', 'aangenomen', 'afgewezen', 'teruggestuurd', 'ingetrokken')),
    versie integer not null check (versie between 1 and 2000000000)
);

create table reactie (
    voorstel integer not null,
    nummer integer not null check (nummer between 1 and 1000000),
    soort varchar not null check (soort in ('akkoord', 'bezwaar', 'antwoord', 'advies', 'vraag')),
    account varchar not null,
    naam varchar not null,
    persoon varchar,
    tijdstip timestamp not null,
    tekst varchar not null,
    bij integer,
    verlies varchar not null,
    primary key (voorstel, nummer)
);

create table besluit (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    voorstel integer not null unique,
    titel varchar not null,
    stand varchar not null check (stand in ('aangenomen', 'afgewezen')),
    basis_levering integer not null,
    levering integer unique,
    tijdstip timestamp not null,
    account varchar not null,
    naam varchar not null,
    rol varchar not null,
    reden varchar not null,
    van date not null,
    tot date not null,
    vingerafdruk varchar not null check (length(vingerafdruk) = 64),
    vingerafdruk_na varchar check (length(vingerafdruk_na) = 64),
    rekenversie varchar not null,
    wijzigingen varchar not null,
    bezwaren varchar not null,
    staat_voor varchar not null,
    staat_na varchar,
    check ((stand = 'aangenomen') = (levering is not null))
);

create table besloten_aanbod (
    volgnr integer not null primary key check (volgnr between 1 and 1000000),
    team varchar not null check (team <> ''),
    van date not null check (van between date '1900-01-01' and date '2200-12-31'),
    tot date not null check (tot between date '1900-01-01' and date '2200-12-31'),
    soort varchar not null check (soort in ('bezetting', 'inhuur', 'vacature')),
    fte decimal(18, 6) not null check (fte between -1000 and 1000),
    check (van <= tot)
);

create table gespreksnotitie (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    portefeuillehouder varchar not null check (portefeuillehouder <> ''),
    tijdstip timestamp not null,
    account varchar not null,
    naam varchar not null,
    tekst varchar not null check (tekst <> '')
);
