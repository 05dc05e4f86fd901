-- Grain: at most one row, the draft that had this version. Unit: none.
select concept
from concept_versie
where versie = $versie
