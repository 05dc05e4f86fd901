-- Grain: one opdracht with a decided place. Unit: place, 1 is the first.
insert into besloten_rang (opdracht, plaats)
select
    opdracht,
    plaats
from inbreng
