-- Grain: one levering, its files, its counts per sheet and every row it changed; never changed or
-- removed after the transaction that wrote it. Unit: grootte in bytes, tijdstip in UTC, oud and
-- nieuw canonical JSON of one row (sturing/store/rij_json.py).

create table levering (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    tijdstip timestamp not null,
    account varchar not null,
    naam varchar not null
);

create table levering_bestand (
    levering integer not null,
    volgnr integer not null check (volgnr between 1 and 1000000),
    naam varchar not null,
    grootte bigint not null check (grootte between 0 and 1000000000000),
    sha256 varchar not null check (length(sha256) = 64),
    primary key (levering, volgnr)
);

create table levering_verschil (
    levering integer not null,
    volgnr integer not null check (volgnr between 1 and 1000),
    blad varchar not null,
    nieuw integer not null check (nieuw between 0 and 2000000000),
    gewijzigd integer not null check (gewijzigd between 0 and 2000000000),
    vervallen integer not null check (vervallen between 0 and 2000000000),
    blijft integer not null check (blijft between 0 and 2000000000),
    primary key (levering, volgnr)
);

create table levering_mutatie (
    levering integer not null,
    volgnr integer not null check (volgnr between 1 and 2000000000),
    blad varchar not null,
    cel varchar,
    bestand varchar,
    oud varchar,
    nieuw varchar,
    check (oud is not null or nieuw is not null),
    primary key (levering, volgnr)
);
