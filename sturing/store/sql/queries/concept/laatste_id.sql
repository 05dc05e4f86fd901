-- Grain: one number; 0 before the first draft. Unit: none.
select coalesce(max(id), 0)
from concept
