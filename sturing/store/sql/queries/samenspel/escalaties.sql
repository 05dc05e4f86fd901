-- Grain: one escalation, oldest first. Unit: none.
select
    nummer,
    opdracht,
    aan
from escalatie
order by nummer
