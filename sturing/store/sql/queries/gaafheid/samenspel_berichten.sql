-- Every signal and escalation begins with a message, and its messages are numbered 1 to n.
-- Grain: one signal or escalation. Unit: none.
with
gesprekken as (
    select
        'signaal' as bij,
        nummer
    from signaal
    union all
    select
        'escalatie' as bij,
        nummer
    from escalatie
),

geteld as (
    select
        bij,
        nummer,
        count(*) as aantal,
        max(volgnr) as hoogste
    from samenspel_bericht
    group by
        bij,
        nummer
)

select
    case gesprekken.bij when 'signaal' then 'Signaal ' else 'Voorgelegde vraag ' end
    || gesprekken.nummer
    || ' mist berichten.' as melding
from gesprekken
left join geteld
    on
        gesprekken.bij = geteld.bij
        and gesprekken.nummer = geteld.nummer
where
    geteld.aantal is null
    or geteld.aantal <> geteld.hoogste
union all
select 'Er zijn berichten bij ' || geteld.bij || ' ' || geteld.nummer || ', maar dat gesprek bestaat niet.' as melding
from geteld
anti join gesprekken
    on
        geteld.bij = gesprekken.bij
        and geteld.nummer = gesprekken.nummer
order by melding
