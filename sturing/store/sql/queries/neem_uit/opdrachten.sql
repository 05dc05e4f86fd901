-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one opdracht. Unit: euro cents of the whole window; waarden as written.
delete from opdrachten
using inbreng
where
    opdrachten.opdracht = inbreng.opdracht
returning
    opdrachten.opdracht,
    opdrachten.naam,
    opdrachten.korte_naam,
    opdrachten.soort_werk,
    opdrachten.opdrachtgever,
    opdrachten.gedelegeerd_aan,
    opdrachten.portefeuillehouders,
    opdrachten.opdrachtnemer,
    opdrachten.programma,
    opdrachten.doel,
    opdrachten.wettelijk,
    opdrachten.rang,
    opdrachten.status,
    opdrachten.van,
    opdrachten.tot,
    opdrachten.budget_cent,
    opdrachten.maatschappelijke_waarde,
    opdrachten.medewerkerswaarde,
    opdrachten.financiele_waarde,
    opdrachten.waarde,
    opdrachten.kwaliteit,
    opdrachten.voortgang,
    opdrachten.peildatum,
    opdrachten.resultaat,
    opdrachten.toelichting
