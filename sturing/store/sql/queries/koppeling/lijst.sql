-- Grain: one koppeling, the newest of a kenmerk and account, oldest first. Unit: tijdstip in UTC.
select
    nummer,
    kenmerk,
    bron,
    doel,
    afspraken,
    account,
    naam,
    tijdstip
from koppeling
qualify row_number() over (partition by kenmerk, account order by nummer desc) = 1
order by nummer
