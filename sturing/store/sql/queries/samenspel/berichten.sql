-- Grain: one message, in order of its signal or escalation. Unit: tijdstip in UTC.
select
    nummer,
    soort,
    tekst,
    account,
    naam,
    tijdstip,
    concept
from samenspel_bericht
where bij = $bij
order by
    nummer,
    volgnr
