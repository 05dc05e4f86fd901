-- Decisions are numbered 1 to n without a gap, each has its line in the log and, when it was taken,
-- its levering.
-- Grain: one decision. Unit: none.
with
gelogd as (
    select object
    from logboek
    where actie = 'besluit nemen'
)

select 'De nummers van de besluiten lopen niet door: het hoogste is ' || max(nummer) || ', er zijn er ' || count(*) || '.' as melding
from besluit
having max(nummer) <> count(*)
union all
select 'Besluit ' || besluit.nummer || ' staat niet in het log.' as melding
from besluit
anti join gelogd on gelogd.object = 'besluit ' || besluit.nummer
union all
select 'Besluit ' || besluit.nummer || ' noemt levering ' || besluit.levering || ', maar die bestaat niet.' as melding
from besluit
anti join levering on besluit.levering = levering.nummer
where besluit.levering is not null
order by melding
