-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one political goal. Unit: none.
delete from doelen
using inbreng
where
    doelen.doel = inbreng.doel
returning
    doelen.doel,
    doelen.naam,
    doelen.bron,
    doelen.programma,
    doelen.portefeuillehouder
