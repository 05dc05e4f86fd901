-- A programme and year has one row without taakveld, or rows with one, never both.
-- Grain: one programme and year. Unit: none.
select 'Programma ''' || programma || ''' heeft in ' || jaar || ' een totaal en ook taakvelden.' as melding
from begroting
group by
    programma,
    jaar
having
    count(*) filter (where taakveld = '') > 0
    and count(*) filter (where taakveld <> '') > 0
order by melding
