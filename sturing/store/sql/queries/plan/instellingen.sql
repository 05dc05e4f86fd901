-- Grain: the one row of settings of the plan in force. Unit: weights as written.
select
    methode,
    wettelijk_eerst,
    gewicht_maatschappelijke_waarde,
    gewicht_medewerkerswaarde,
    gewicht_financiele_waarde
from instelling
