-- Grain: at most one row, one draft. Unit: the version of its last write.
select versie
from concept
where id = $id
