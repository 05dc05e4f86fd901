-- Rows with a window are stored in parts, one per calendar year.
-- Grain: one sheet and team. Unit: none.
with
vensters as (
    select
        'Inzet' as blad,
        team,
        van,
        tot
    from inzet
    union all
    select
        'Capaciteit' as blad,
        team,
        van,
        tot
    from capaciteit
)

select distinct 'Blad ''' || blad || ''' heeft van team ''' || team || ''' een rij over een jaargrens.' as melding
from vensters
where year(van) <> year(tot)
order by melding
