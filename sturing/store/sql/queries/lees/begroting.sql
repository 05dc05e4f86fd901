-- All stored rows of the sheet, in order of the key. An empty part of the key is given back as null.
-- Grain: one programme or taakveld in one year. Unit: euro cents.
select
    programma,
    jaar,
    nullif(taakveld, '') as taakveld,
    lasten_cent,
    baten_cent,
    beschikbaar_cent
from begroting
order by begroting.programma, begroting.jaar, begroting.taakveld
