-- Store the registered rows of `inbreng`.
-- Grain: euros spent on one opdracht in one month. Unit: euro cents.
insert into besteding (
    opdracht,
    maand,
    euro_cent
)
select
    opdracht,
    maand,
    euro_cent
from inbreng
