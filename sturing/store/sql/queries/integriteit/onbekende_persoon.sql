-- Grain: one unknown persoon per sheet. Unit: none.
with
bekend as (select persoon from personen),

gebruikt as (
    select
        'Teams' as blad,
        teamondersteuner as code
    from teams
    union all
    select
        'Gebieden' as blad,
        gebiedsmakelaar as code
    from gebieden
    union all
    select
        'Programmas' as blad,
        portefeuillehouder as code
    from programmas
    union all
    select
        'Doelen' as blad,
        portefeuillehouder as code
    from doelen
    union all
    select
        'Opdrachten' as blad,
        opdrachtgever as code
    from opdrachten
    union all
    select
        'Opdrachten' as blad,
        gedelegeerd_aan as code
    from opdrachten
    union all
    select
        'Opdrachten' as blad,
        trim(unnest(string_split(portefeuillehouders, ';'))) as code
    from opdrachten
)

select distinct
    'Blad ''' || gebruikt.blad || ''' noemt persoon ''' || gebruikt.code || ''', maar blad ''Personen'' kent die code niet.' as melding
from gebruikt
anti join bekend on gebruikt.code = bekend.persoon
where
    gebruikt.code is not null
    and gebruikt.code <> ''
order by melding
