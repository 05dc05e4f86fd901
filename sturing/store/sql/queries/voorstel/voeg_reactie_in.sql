-- Grain: one reaction to a proposal. Unit: tijdstip in UTC.
insert into reactie (voorstel, nummer, soort, account, naam, persoon, tijdstip, tekst, bij, verlies)
values ($voorstel, $nummer, $soort, $account, $naam, $persoon, $tijdstip, $tekst, $bij, $verlies)
