-- Areas form a tree: no area stands above itself.
-- Grain: one area in a circle. Unit: none.
with recursive
omhoog as (
    select
        gebied,
        valt_onder
    from gebieden
    where valt_onder is not null
    union
    select
        omhoog.gebied,
        gebieden.valt_onder
    from omhoog
    inner join gebieden on omhoog.valt_onder = gebieden.gebied
    where gebieden.valt_onder is not null
)

select 'Gebied ''' || gebied || ''' valt onder zichzelf.' as melding
from omhoog
where gebied = valt_onder
order by melding
