-- Grain: one recorded koppeling of an export; the highest nummer of a kenmerk and account counts.
-- Unit: tijdstip in UTC, afspraken a canonical JSON object (sturing/store/koppelingen.py).

create table koppeling (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    kenmerk varchar not null check (kenmerk <> ''),
    bron varchar not null,
    doel varchar not null,
    afspraken varchar not null,
    account varchar not null,
    naam varchar not null,
    tijdstip timestamp not null
);
