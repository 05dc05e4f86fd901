-- Grain: one signal of a team; one opdracht laid before the strategisch manager; one message of
-- either, number 1 is the raising or the question. Rows are only added; a new code of an opdracht or
-- team is followed. Unit: uren_honderdste in hundredths of an hour, van and tot the first day of the
-- first and last month, tijdstip in UTC.

create table signaal (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    soort varchar not null check (soort in ('knelpunt', 'voorstel')),
    team varchar check (team <> ''),
    opdracht varchar check (opdracht <> ''),
    van date,
    tot date check (tot >= van),
    uren_honderdste bigint check (uren_honderdste between 0 and 100000000000),
    richting varchar check (richting in ('hoger', 'lager', 'plaats')),
    plaats integer check (plaats between 1 and 1000000)
);

create table escalatie (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    opdracht varchar not null check (opdracht <> ''),
    aan varchar not null
);

create table samenspel_bericht (
    bij varchar not null check (bij in ('signaal', 'escalatie')),
    nummer integer not null,
    volgnr integer not null check (volgnr between 1 and 2000000000),
    soort varchar not null check (soort in ('vraag', 'antwoord', 'vervolg', 'opname', 'sluiting', 'intrekking')),
    tekst varchar not null,
    account varchar not null,
    naam varchar not null,
    tijdstip timestamp not null,
    concept integer,
    primary key (bij, nummer, volgnr)
);
