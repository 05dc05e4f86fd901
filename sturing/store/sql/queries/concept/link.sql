-- Grain: at most one row, the link of a draft. Unit: none.
select
    sleutel,
    recht
from concept_link
where concept = $concept
