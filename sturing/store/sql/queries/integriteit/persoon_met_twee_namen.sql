-- One persoon has one name, whatever the number of its roles.
-- Grain: one persoon. Unit: none.
select 'Persoon ''' || persoon || ''' heeft meer dan één naam.' as melding
from personen
group by persoon
having count(distinct naam) > 1
order by melding
