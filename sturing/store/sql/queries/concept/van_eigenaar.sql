-- Grain: one draft, oldest first. Unit: none.
select id
from concept
where
    $eigenaar is null
    or eigenaar = $eigenaar
order by id
