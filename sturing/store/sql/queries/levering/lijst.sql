-- Grain: one levering. Unit: tijdstip in UTC.
select
    nummer,
    tijdstip,
    account,
    naam
from levering
where nummer >= $vanaf
order by nummer
