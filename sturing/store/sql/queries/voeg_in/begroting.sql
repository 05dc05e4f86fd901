-- Store the registered rows of `inbreng`.
-- Grain: one programme or taakveld in one year. Unit: euro cents.
insert into begroting (
    programma,
    jaar,
    taakveld,
    lasten_cent,
    baten_cent,
    beschikbaar_cent
)
select
    programma,
    jaar,
    coalesce(taakveld, ''),
    lasten_cent,
    baten_cent,
    beschikbaar_cent
from inbreng
