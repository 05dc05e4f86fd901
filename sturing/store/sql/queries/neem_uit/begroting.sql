-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one programme or taakveld in one year. Unit: euro cents.
delete from begroting
using inbreng
where
    begroting.programma = inbreng.programma
    and begroting.jaar = inbreng.jaar
    and begroting.taakveld = coalesce(inbreng.taakveld, '')
returning
    begroting.programma,
    begroting.jaar,
    nullif(begroting.taakveld, '') as taakveld,
    begroting.lasten_cent,
    begroting.baten_cent,
    begroting.beschikbaar_cent
