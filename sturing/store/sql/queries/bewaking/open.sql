-- Grain: one notice that nobody has acknowledged, oldest first. Unit: none.
select tekst
from beheermelding
where gezien_op is null
order by nummer
