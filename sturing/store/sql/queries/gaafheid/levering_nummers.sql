-- Leveringen are numbered 1 to n without a gap, and so are the changed rows of each.
-- Grain: one levering. Unit: none.
with
rijen as (
    select
        levering,
        count(*) as aantal,
        max(volgnr) as hoogste
    from levering_mutatie
    group by levering
)

select 'De nummers van de leveringen lopen niet door: het hoogste is ' || max(nummer) || ', er zijn er ' || count(*) || '.' as melding
from levering
having max(nummer) <> count(*)
union all
select 'Levering ' || levering || ' mist rijen in haar geschiedenis.' as melding
from rijen
where aantal <> hoogste
union all
select 'Er zijn rijen van levering ' || rijen.levering || ', maar die levering bestaat niet.' as melding
from rijen
anti join levering on rijen.levering = levering.nummer
