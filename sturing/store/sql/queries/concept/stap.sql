-- Grain: one draft. Unit: number of the state that holds now.
select stap
from concept
where id = $id
