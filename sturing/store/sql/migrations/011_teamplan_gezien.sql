-- Grain: one time that somebody recorded to have seen the teamplan of a team and year, in the version
-- of that moment. Rows are only added; a new code of a team is followed. Unit: tijdstip in UTC, versie
-- a SHA-256 of the lines, regels how many lines the plan had.

create table teamplan_gezien (
    nummer integer not null primary key check (nummer between 1 and 2000000000),
    team varchar not null check (team <> ''),
    jaar integer not null check (jaar between 2000 and 2100),
    versie varchar not null check (length(versie) = 64),
    regels integer not null check (regels between 1 and 1000000),
    tijdstip timestamp not null,
    account varchar not null,
    naam varchar not null,
    opmerking varchar not null
);
