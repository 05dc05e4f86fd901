-- Which levering last touched what: the newest one per sheet, team or gebied, and year. A row counts
-- where it came to stand; a vanished row where it stood. Only leveringen after $na, so that what was
-- known before can be kept (leveringen never change).
-- Grain: one sheet of one team or gebied (null: of all together) in one year (null: without a year).
-- Unit: jaar is a calendar year, levering a number.
with gewijzigd as (
    select
        levering,
        blad,
        coalesce(nieuw, oud) as rij
    from levering_mutatie
    where levering > $na
),
plekken as (
    select
        levering,
        blad,
        case
            when blad in ('Capaciteit', 'Inzet', 'Uren', 'Teamplannen', 'Teamrollen')
                then json_extract_string(rij, '$.team')
            when blad = 'Gebiedsagenda' then json_extract_string(rij, '$.gebied')
        end as sleutel,
        case
            when blad in ('Capaciteit', 'Inzet') then left(json_extract_string(rij, '$.van.dag'), 4)
            when blad in ('Uren', 'Besteding') then left(json_extract_string(rij, '$.maand.dag'), 4)
            when blad in ('Teamplannen', 'Begroting', 'Normen')
                then json_extract_string(rij, '$.jaar')
        end as jaar
    from gewijzigd
)
select
    blad,
    sleutel,
    cast(jaar as integer) as jaar,
    max(levering) as levering
from plekken
group by
    blad,
    sleutel,
    jaar
