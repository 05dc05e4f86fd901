-- Grain: one unknown programma per sheet. Unit: none.
with
bekend as (select programma from programmas),

gebruikt as (
    select
        'Begroting' as blad,
        programma as code
    from begroting
    union all
    select
        'Doelen' as blad,
        programma as code
    from doelen
    union all
    select
        'Opdrachten' as blad,
        programma as code
    from opdrachten
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt programma ''' || gebruikt.code || ''', maar blad ''Programmas'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.programma
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
