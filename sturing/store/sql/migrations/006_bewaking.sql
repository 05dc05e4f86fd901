-- Grain: one notice for the administrator about the safety of what is stored. Unit: tijdstip and
-- gezien_op in UTC; bestanden a JSON list of names of files. The mark `opgeslagen` counts the
-- transactions stored since this migration (sturing/store/stand.py).

create table beheermelding (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    tijdstip timestamp not null,
    tekst varchar not null,
    bestanden varchar not null,
    gezien_op timestamp,
    gezien_door varchar
);

insert into kenmerk (naam, waarde) values ('opgeslagen', '0');
