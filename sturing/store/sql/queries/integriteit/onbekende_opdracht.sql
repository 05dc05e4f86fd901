-- A decided place may be of an opdracht that is gone: undoing a levering leaves decisions alone.
-- Grain: one unknown opdracht per sheet. Unit: none.
with
bekend as (select opdracht from opdrachten),

gebruikt as (
    select
        'Teams' as blad,
        opdracht as code
    from teams
    union all
    select
        'Gebiedsagenda' as blad,
        opdracht as code
    from gebiedsagenda
    union all
    select
        'Inzet' as blad,
        opdracht as code
    from inzet
    union all
    select
        'Uren' as blad,
        opdracht as code
    from uren
    union all
    select
        'Besteding' as blad,
        opdracht as code
    from besteding
    union all
    select
        'Teamplannen' as blad,
        opdracht as code
    from teamplannen
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt opdracht ''' || gebruikt.code || ''', maar blad ''Opdrachten'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.opdracht
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
