-- The rows that stood after a levering: what came in less what went out. A key stands once, and so
-- does the text of its row.
-- Grain: one row of one sheet. Unit: rij canonical JSON.
with
stappen as (
    select
        blad,
        nieuw as rij,
        1 as erbij
    from levering_mutatie
    where
        levering <= $nummer
        and nieuw is not null
    union all
    select
        blad,
        oud as rij,
        -1 as erbij
    from levering_mutatie
    where
        levering <= $nummer
        and oud is not null
)

select
    blad,
    rij
from stappen
group by
    blad,
    rij
having sum(erbij) > 0
