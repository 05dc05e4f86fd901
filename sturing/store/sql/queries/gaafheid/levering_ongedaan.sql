-- A levering undoes an earlier one, at most once, and every scope is of a levering that exists.
-- Grain: one levering. Unit: none.
select 'Levering ' || nummer || ' maakt levering ' || maakt_ongedaan || ' ongedaan, maar die is niet eerder.' as melding
from levering
where
    maakt_ongedaan >= nummer
    or maakt_ongedaan < 1
union all
select 'Levering ' || maakt_ongedaan || ' is meer dan een keer ongedaan gemaakt.' as melding
from levering
where maakt_ongedaan is not null
group by maakt_ongedaan
having count(*) > 1
union all
select distinct 'Er zijn bereiken van levering ' || levering_bereik.levering || ', maar die levering bestaat niet.' as melding
from levering_bereik
anti join levering on levering_bereik.levering = levering.nummer
order by melding
