-- Grain: at most one row, the draft that an account works in. Unit: none.
select concept
from werkconcept
where account = $account
