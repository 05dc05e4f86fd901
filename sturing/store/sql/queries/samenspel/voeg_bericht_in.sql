-- Grain: one message. Unit: tijdstip in UTC.
insert into samenspel_bericht (bij, nummer, volgnr, soort, tekst, account, naam, tijdstip, concept)
values ($bij, $nummer, $volgnr, $soort, $tekst, $account, $naam, $tijdstip, $concept)
