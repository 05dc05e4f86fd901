-- Grain: one unknown doel per sheet. Unit: none.
with
bekend as (select doel from doelen),

gebruikt as (
    select
        'Opdrachten' as blad,
        doel as code
    from opdrachten
    union all
    select
        'Teamplannen' as blad,
        doel as code
    from teamplannen
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt doel ''' || gebruikt.code || ''', maar blad ''Doelen'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.doel
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
