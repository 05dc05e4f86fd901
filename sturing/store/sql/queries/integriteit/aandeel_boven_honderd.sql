-- The shares of an opdracht over all areas add up to at most 100 percent.
-- Grain: one opdracht. Unit: percent as written.
select 'De aandelen van opdracht ''' || opdracht || ''' in de gebieden zijn samen meer dan 100%.' as melding
from gebiedsagenda
where opdracht <> ''
group by opdracht
having sum(aandeel_pct) > 100
order by melding
