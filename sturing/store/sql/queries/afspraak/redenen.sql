-- Grain: one reason given or taken back, oldest first. Unit: tijdstip in UTC, feiten a JSON list.
select
    volgnummer,
    afspraak,
    soort,
    opdracht,
    team,
    gebied,
    persoon,
    doel,
    vraagstuk,
    feiten,
    ingetrokken,
    tekst,
    account,
    naam,
    tijdstip
from afspraak_reden
order by volgnummer
