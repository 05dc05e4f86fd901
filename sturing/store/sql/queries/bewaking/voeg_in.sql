-- Grain: one notice. Unit: tijdstip in UTC.
insert into beheermelding (nummer, tijdstip, tekst, bestanden)
select
    coalesce(max(nummer), 0) + 1 as nummer,
    $tijdstip as tijdstip,
    $tekst as tekst,
    $bestanden as bestanden
from beheermelding
