-- All stored rows of the sheet, in order of the key.
-- Grain: euros spent on one opdracht in one month. Unit: euro cents.
select
    opdracht,
    maand,
    euro_cent
from besteding
order by besteding.opdracht, besteding.maand
