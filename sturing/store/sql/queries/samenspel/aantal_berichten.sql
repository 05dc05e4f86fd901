-- Grain: one row. Unit: messages of one signal or escalation, 0 when it does not exist.
select count(*) as aantal
from samenspel_bericht
where
    bij = $bij
    and nummer = $nummer
