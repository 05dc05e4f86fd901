-- Which levering last touched what: the newest one per sheet, team or gebied, and year. A changed row
-- counts where it came to stand, a vanished row where it stood. A recorded scope counts too, so that
-- equal rows brought again are seen; leveringen of before the scopes have their rows alone. Only
-- leveringen after $na, so that what was known before can be kept (leveringen never change).
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
van_rijen as (
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
),
van_bereiken as (
    select
        levering,
        blad,
        case
            when
                blad in (
                    'Capaciteit', 'Inzet', 'Uren', 'Teamplannen', 'Teamrollen', 'Gebiedsagenda'
                )
                then json_extract_string(sleutel, '$[0]')
        end as sleutel,
        case
            when blad in ('Capaciteit', 'Inzet', 'Teamplannen', 'Begroting')
                then json_extract_string(sleutel, '$[1]')
            when blad in ('Uren', 'Besteding')
                then left(json_extract_string(sleutel, '$[1].dag'), 4)
            when blad = 'Normen' then json_extract_string(sleutel, '$[0]')
        end as jaar
    from levering_bereik
    -- An empty key is the whole sheet: then every row is a change of its own.
    where levering > $na and sleutel <> '[]'
)
select
    blad,
    sleutel,
    cast(jaar as integer) as jaar,
    max(levering) as levering
from (
    select levering, blad, sleutel, jaar from van_rijen
    union all
    select levering, blad, sleutel, jaar from van_bereiken
)
group by
    blad,
    sleutel,
    jaar
