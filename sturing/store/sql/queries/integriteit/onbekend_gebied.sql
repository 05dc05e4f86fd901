-- Grain: one unknown gebied per sheet. Unit: none.
with
bekend as (select gebied from gebieden),

gebruikt as (
    select
        'Teams' as blad,
        gebied as code
    from teams
    union all
    select
        'Gebieden' as blad,
        valt_onder as code
    from gebieden
    union all
    select
        'Gebiedsagenda' as blad,
        gebied as code
    from gebiedsagenda
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt gebied ''' || gebruikt.code || ''', maar blad ''Gebieden'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.gebied
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
