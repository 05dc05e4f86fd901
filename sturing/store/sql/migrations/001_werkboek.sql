-- Grain: one table per sheet of the workbook contract, one row per stored row of that sheet.
-- Unit: *_honderdste hundredths of an hour, *_cent euro cents, *_pct percent as written, fte and
-- waarden decimals; a window is days, ends included; a maand is its first day.
-- An empty part of a key is a value of its own: stored as '' or date '0001-01-01'.
-- No foreign keys (they block harmless updates); sql/queries/integriteit holds those rules.

create table kenmerk (
    naam varchar not null primary key,
    waarde varchar not null
);

create table migratie (
    nummer integer not null primary key check (nummer between 1 and 999),
    naam varchar not null,
    sha256 varchar not null
);

create table teams (
    team varchar not null check (team <> ''),
    naam varchar not null check (naam <> ''),
    korte_naam varchar,
    soort varchar not null check (soort in ('dienstverlenend', 'opgave', 'ondersteunend', 'tijdelijk', 'regionaal')),
    domein varchar not null check (domein in ('ruimtelijk', 'sociaal', 'bestuur en veiligheid', 'bedrijfsvoering', 'directie')),
    teamondersteuner varchar,
    zelforganisatie integer check (zelforganisatie between 1 and 5),
    begeleiding varchar check (begeleiding in ('coachend', 'leidend')),
    formatie_fte decimal(18, 6) check (formatie_fte between 0 and 1000),
    gebied varchar,
    opdracht varchar,
    van date check (van between date '1900-01-01' and date '9999-12-31'),
    tot date check (tot between date '1900-01-01' and date '9999-12-31'),
    check (van <= tot),
    primary key (team)
);

create table personen (
    persoon varchar not null check (persoon <> ''),
    naam varchar not null check (naam <> ''),
    rol varchar not null check (rol in ('directie', 'strategisch manager', 'controller', 'procesverantwoordelijke', 'teamondersteuner', 'gebiedsmakelaar', 'projectleider', 'coordinerend medewerker', 'beleidsmedewerker', 'portefeuillehouder')),
    domein varchar not null default '' check (domein in ('', 'ruimtelijk', 'sociaal', 'bestuur en veiligheid', 'bedrijfsvoering', 'directie')),
    team varchar not null default '',
    van date check (van between date '1900-01-01' and date '9999-12-31'),
    tot date check (tot between date '1900-01-01' and date '9999-12-31'),
    check (van <= tot),
    primary key (persoon, rol, domein, team)
);

create table gebieden (
    gebied varchar not null check (gebied <> ''),
    naam varchar not null check (naam <> ''),
    soort varchar not null check (soort in ('gemeentebreed', 'kern', 'wijk', 'buurt', 'regio')),
    valt_onder varchar,
    gebiedsmakelaar varchar,
    inwoners bigint check (inwoners between 0 and 1000000000),
    primary key (gebied)
);

create table programmas (
    programma varchar not null check (programma <> ''),
    naam varchar not null check (naam <> ''),
    portefeuillehouder varchar,
    primary key (programma)
);

create table begroting (
    programma varchar not null check (programma <> ''),
    jaar integer not null check (jaar between 2000 and 2100),
    taakveld varchar not null default '',
    lasten_cent bigint not null check (lasten_cent between -1000000000000 and 1000000000000),
    baten_cent bigint check (baten_cent between -1000000000000 and 1000000000000),
    beschikbaar_cent bigint check (beschikbaar_cent between 0 and 1000000000000),
    primary key (programma, jaar, taakveld)
);

create table doelen (
    doel varchar not null check (doel <> ''),
    naam varchar not null check (naam <> ''),
    bron varchar not null check (bron in ('strategische agenda', 'programmabegroting', 'gebiedsagenda', 'regionale afspraak', 'raadskader')),
    programma varchar,
    portefeuillehouder varchar,
    primary key (doel)
);

create table opdrachten (
    opdracht varchar not null check (opdracht <> ''),
    naam varchar not null check (naam <> ''),
    korte_naam varchar,
    soort_werk varchar not null check (soort_werk in ('strategische agenda', 'programmabegroting', 'gebiedsagenda', 'regulier', 'ondersteunend', 'afstemming bestuur')),
    opdrachtgever varchar,
    gedelegeerd_aan varchar,
    portefeuillehouders varchar,
    opdrachtnemer varchar,
    programma varchar,
    doel varchar,
    wettelijk boolean,
    rang integer check (rang between 1 and 1000000),
    status varchar not null check (status in ('idee', 'gepland', 'lopend', 'parkeerplaats', 'afgerond', 'gestopt')),
    van date check (van between date '1900-01-01' and date '9999-12-31'),
    tot date check (tot between date '1900-01-01' and date '9999-12-31'),
    budget_cent bigint check (budget_cent between 0 and 1000000000000),
    maatschappelijke_waarde decimal(18, 6) check (maatschappelijke_waarde between 0 and 5),
    medewerkerswaarde decimal(18, 6) check (medewerkerswaarde between 0 and 5),
    financiele_waarde decimal(18, 6) check (financiele_waarde between 0 and 5),
    waarde decimal(18, 6) check (waarde between 0 and 1000000),
    kwaliteit varchar,
    voortgang varchar check (voortgang in ('op koers', 'aandacht', 'bijsturen')),
    peildatum date check (peildatum between date '1900-01-01' and date '9999-12-31'),
    resultaat varchar,
    toelichting varchar,
    check (van <= tot),
    primary key (opdracht)
);

create table gebiedsagenda (
    gebied varchar not null check (gebied <> ''),
    opdracht varchar not null default '',
    vraagstuk varchar not null default '',
    soort varchar check (soort in ('vraagstuk', 'kans')),
    aandeel_pct decimal(18, 6) check (aandeel_pct between 0 and 100),
    initiatief varchar check (initiatief in ('gemeente', 'partners', 'inwoners')),
    bijdrage_gemeente varchar,
    bijdrage_partners varchar,
    overstijgend boolean,
    check (opdracht <> '' or vraagstuk <> ''),
    primary key (gebied, opdracht, vraagstuk)
);

create table capaciteit (
    team varchar not null check (team <> ''),
    van date not null check (van between date '1900-01-01' and date '2200-12-31'),
    tot date not null check (tot between date '1900-01-01' and date '2200-12-31'),
    soort varchar not null check (soort in ('bezetting', 'inhuur', 'vacature')),
    fte decimal(18, 6) not null check (fte between 0 and 1000),
    volgnr integer not null default 0 check (volgnr between 0 and 1000000),
    check (van <= tot),
    primary key (team, van, tot, soort, volgnr)
);

create table medewerkers (
    medewerker varchar not null check (medewerker <> ''),
    uren_per_week decimal(18, 6) not null check (uren_per_week between 0 and 1000000),
    dienstverband varchar check (dienstverband in ('vast', 'tijdelijk', 'inhuur')),
    van date check (van between date '1900-01-01' and date '9999-12-31'),
    tot date check (tot between date '1900-01-01' and date '9999-12-31'),
    check (van <= tot),
    primary key (medewerker)
);

create table teamrollen (
    medewerker varchar not null check (medewerker <> ''),
    team varchar not null check (team <> ''),
    van date not null default date '0001-01-01' check (van = date '0001-01-01' or van between date '1900-01-01' and date '9999-12-31'),
    rol varchar,
    aandeel_pct decimal(18, 6) not null check (aandeel_pct between 0 and 100),
    tot date check (tot between date '1900-01-01' and date '9999-12-31'),
    volgnr integer not null default 0 check (volgnr between 0 and 1000000),
    check (van <= tot),
    primary key (medewerker, team, van, volgnr)
);

create table afwezigheid (
    medewerker varchar not null check (medewerker <> ''),
    van date not null check (van between date '1900-01-01' and date '9999-12-31'),
    tot date not null check (tot between date '1900-01-01' and date '9999-12-31'),
    afwezig_pct decimal(18, 6) check (afwezig_pct between 0 and 100),
    check (van <= tot),
    primary key (medewerker, van, tot)
);

create table inzet (
    opdracht varchar not null check (opdracht <> ''),
    team varchar not null check (team <> ''),
    van date not null check (van between date '1900-01-01' and date '2200-12-31'),
    tot date not null check (tot between date '1900-01-01' and date '2200-12-31'),
    uren_honderdste bigint not null check (uren_honderdste between 0 and 100000000),
    volgnr integer not null default 0 check (volgnr between 0 and 1000000),
    check (van <= tot),
    primary key (opdracht, team, van, tot, volgnr)
);

create table uren (
    maand date not null check (maand between date '1900-01-01' and date '2200-12-31' and day(maand) = 1),
    team varchar not null check (team <> ''),
    opdracht varchar not null check (opdracht <> ''),
    uren_honderdste bigint not null check (uren_honderdste between -100000000 and 100000000),
    primary key (maand, team, opdracht)
);

create table besteding (
    opdracht varchar not null check (opdracht <> ''),
    maand date not null check (maand between date '1900-01-01' and date '2200-12-31' and day(maand) = 1),
    euro_cent bigint not null check (euro_cent between -1000000000000 and 1000000000000),
    primary key (opdracht, maand)
);

create table teamplannen (
    team varchar not null check (team <> ''),
    jaar integer not null check (jaar between 2000 and 2100),
    regel integer not null check (regel between 0 and 1000000),
    opgave varchar,
    resultaat varchar not null check (resultaat <> ''),
    kwaliteit varchar,
    opdracht varchar,
    doel varchar,
    nodig_van_team varchar,
    nodig_van_partner varchar,
    status varchar,
    primary key (team, jaar, regel)
);

create table normen (
    jaar integer not null check (jaar between 2000 and 2100),
    team varchar not null default '',
    voltijd_uren_per_week decimal(18, 6) check (voltijd_uren_per_week between 0 and 1000000),
    verlofuren decimal(18, 6) check (verlofuren between 0 and 1000000),
    verzuim_pct decimal(18, 6) check (verzuim_pct between 0 and 100),
    indirect_pct decimal(18, 6) check (indirect_pct between 0 and 100),
    ruimte_pct decimal(18, 6) check (ruimte_pct between 0 and 100),
    primary key (jaar, team)
);
