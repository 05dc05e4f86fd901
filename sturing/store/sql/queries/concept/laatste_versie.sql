-- Grain: one number; 0 before the first draft. Unit: the last version given out to any draft.
select coalesce(max(versie), 0)
from concept
