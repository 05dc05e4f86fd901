-- Grain: one notice, acknowledged or not. Unit: none.
select bestanden
from beheermelding
order by nummer
