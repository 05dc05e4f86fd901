-- Grain: one levering, with the decision that it is, if it is one. Unit: tijdstip in UTC.
select
    levering.nummer,
    levering.tijdstip,
    levering.account,
    levering.naam,
    levering.maakt_ongedaan,
    besluit.nummer as besluit
from levering
left join besluit on levering.nummer = besluit.levering
where levering.nummer >= $vanaf
order by levering.nummer
