-- Grain: one opdracht with a decided place. Unit: place, 1 is the first.
select
    opdracht,
    plaats
from besloten_rang
order by plaats
