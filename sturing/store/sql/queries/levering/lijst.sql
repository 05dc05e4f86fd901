-- Grain: one levering. Unit: tijdstip in UTC.
select
    nummer,
    tijdstip,
    account,
    naam,
    maakt_ongedaan
from levering
where nummer >= $vanaf
order by nummer
