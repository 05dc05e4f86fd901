-- Grain: one number; 0 before the first levering. Unit: none.
select coalesce(max(nummer), 0)
from levering
