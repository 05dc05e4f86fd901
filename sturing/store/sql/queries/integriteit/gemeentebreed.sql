-- Exactly one area is gemeentebreed, once there are areas.
-- Grain: the whole sheet Gebieden. Unit: number of areas.
with
telling as (
    select
        count(*) as gebieden,
        count(*) filter (where soort = 'gemeentebreed') as gemeentebreed
    from gebieden
)

select 'Er zijn ' || gemeentebreed || ' gebieden van soort gemeentebreed; er hoort er één te zijn.' as melding
from telling
where
    gebieden > 0
    and gemeentebreed <> 1
