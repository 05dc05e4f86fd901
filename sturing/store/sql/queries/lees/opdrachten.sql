-- All stored rows of the sheet, in order of the key.
-- Grain: one opdracht. Unit: euro cents of the whole window; waarden as written.
select
    opdracht,
    naam,
    korte_naam,
    soort_werk,
    opdrachtgever,
    gedelegeerd_aan,
    portefeuillehouders,
    opdrachtnemer,
    programma,
    doel,
    wettelijk,
    rang,
    status,
    van,
    tot,
    budget_cent,
    maatschappelijke_waarde,
    medewerkerswaarde,
    financiele_waarde,
    waarde,
    kwaliteit,
    voortgang,
    peildatum,
    resultaat,
    toelichting
from opdrachten
order by opdrachten.opdracht
