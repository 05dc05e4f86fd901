-- Grain: one field of one afspraak that was changed; one reason that was given for one object, or
-- taken back. Rows are only added; a new code of an opdracht or team is followed. Unit: tijdstip in
-- UTC, feiten a JSON list of texts.

create table afspraak_wijziging (
    volgnummer integer not null primary key check (volgnummer between 1 and 2000000000),
    afspraak varchar not null check (afspraak <> ''),
    veld varchar not null check (veld in ('titel', 'ernst', 'aan', 'drempel')),
    oud varchar not null,
    nieuw varchar not null check (nieuw <> oud),
    reden varchar not null check (reden <> ''),
    account varchar not null,
    naam varchar not null,
    tijdstip timestamp not null
);

create table afspraak_reden (
    volgnummer integer not null primary key check (volgnummer between 1 and 2000000000),
    afspraak varchar not null check (afspraak <> ''),
    soort varchar not null check (soort in ('opdracht', 'team', 'gebied', 'agendapunt', 'persoon', 'doel')),
    opdracht varchar,
    team varchar,
    gebied varchar,
    persoon varchar,
    doel varchar,
    vraagstuk varchar,
    feiten varchar not null,
    ingetrokken boolean not null,
    tekst varchar not null,
    account varchar not null,
    naam varchar not null,
    tijdstip timestamp not null,
    check (ingetrokken or tekst <> '')
);
