-- The method strikt as one window query.
-- Grain: one row per cell (opdracht x resource). Unit: hundredths of an hour.
-- In: cellen(cel, opdracht, bron, gevraagd), aanbod(bron, beschikbaar), volgorde(opdracht, plaats).
with cellen as (
    select cel, opdracht, bron, gevraagd from benchmark_cellen
),

aanbod as (
    select bron, beschikbaar from benchmark_aanbod
),

volgorde as (
    select opdracht, plaats from benchmark_volgorde
),

opgeteld as (
    select
        cellen.cel,
        cellen.gevraagd,
        aanbod.beschikbaar,
        sum(cellen.gevraagd) over (
            partition by cellen.bron
            order by volgorde.plaats
            rows between unbounded preceding and current row
        ) - cellen.gevraagd as ervoor
    from cellen
    inner join volgorde on cellen.opdracht = volgorde.opdracht
    inner join aanbod on cellen.bron = aanbod.bron
)

select
    cel,
    cast(greatest(0, least(gevraagd, beschikbaar - ervoor)) as bigint) as toegekend
from opgeteld
