-- Corrections may be below zero, a month as a whole may not.
-- Grain: one month of one team. Unit: hundredths of an hour.
select 'De uren van team ''' || team || ''' in ' || strftime(maand, '%Y-%m') || ' zijn samen minder dan 0.' as melding
from uren
group by
    maand,
    team
having sum(uren_honderdste) < 0
order by melding
