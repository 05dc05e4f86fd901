-- Grain: the one row of settings of the plan in force. Unit: weights as written.
insert or replace into instelling (
    id,
    methode,
    wettelijk_eerst,
    gewicht_maatschappelijke_waarde,
    gewicht_medewerkerswaarde,
    gewicht_financiele_waarde
)
select
    id,
    methode,
    wettelijk_eerst,
    gewicht_maatschappelijke_waarde,
    gewicht_medewerkerswaarde,
    gewicht_financiele_waarde
from inbreng
