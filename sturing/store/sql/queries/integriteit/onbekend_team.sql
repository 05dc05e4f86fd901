-- Grain: one unknown team per sheet. Unit: none.
with
bekend as (select team from teams),

gebruikt as (
    select
        'Personen' as blad,
        team as code
    from personen
    union all
    select
        'Opdrachten' as blad,
        opdrachtnemer as code
    from opdrachten
    union all
    select
        'Capaciteit' as blad,
        team as code
    from capaciteit
    union all
    select
        'Teamrollen' as blad,
        team as code
    from teamrollen
    union all
    select
        'Inzet' as blad,
        team as code
    from inzet
    union all
    select
        'Uren' as blad,
        team as code
    from uren
    union all
    select
        'Teamplannen' as blad,
        team as code
    from teamplannen
    union all
    select
        'Teamplannen' as blad,
        nodig_van_team as code
    from teamplannen
    union all
    select
        'Normen' as blad,
        team as code
    from normen
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt team ''' || gebruikt.code || ''', maar blad ''Teams'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.team
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
