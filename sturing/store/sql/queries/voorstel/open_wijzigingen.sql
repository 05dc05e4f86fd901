-- Grain: one open proposal. Unit: wijzigingen a canonical JSON list.
select
    nummer,
    wijzigingen
from voorstel
where stand = 'open'
order by nummer
