-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one budget programme. Unit: none.
delete from programmas
using inbreng
where
    programmas.programma = inbreng.programma
returning
    programmas.programma,
    programmas.naam,
    programmas.portefeuillehouder
