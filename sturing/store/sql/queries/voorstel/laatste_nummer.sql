-- Grain: one row. Unit: the highest number of a proposal, 0 without any.
select coalesce(max(nummer), 0) as nummer
from voorstel
