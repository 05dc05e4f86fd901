-- Grain: one time that a teamplan was seen, oldest first. Unit: tijdstip in UTC.
select
    nummer,
    team,
    jaar,
    versie,
    regels,
    tijdstip,
    account,
    naam,
    opmerking
from teamplan_gezien
order by nummer
