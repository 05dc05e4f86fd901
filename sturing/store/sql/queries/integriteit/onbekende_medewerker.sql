-- Grain: one unknown medewerker per sheet. Unit: none.
with
bekend as (select medewerker from medewerkers),

gebruikt as (
    select
        'Teamrollen' as blad,
        medewerker as code
    from teamrollen
    union all
    select
        'Afwezigheid' as blad,
        medewerker as code
    from afwezigheid
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt medewerker ''' || gebruikt.code || ''', maar blad ''Medewerkers'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.medewerker
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
