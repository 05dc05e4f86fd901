-- Grain: one row. Unit: the highest number of a decision, 0 without any.
select coalesce(max(nummer), 0) as nummer
from besluit
