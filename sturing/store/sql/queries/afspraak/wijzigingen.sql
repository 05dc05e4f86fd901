-- Grain: one changed field of an afspraak, oldest first. Unit: tijdstip in UTC.
select
    volgnummer,
    afspraak,
    veld,
    oud,
    nieuw,
    reden,
    account,
    naam,
    tijdstip
from afspraak_wijziging
order by volgnummer
