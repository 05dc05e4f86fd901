-- Grain: one time that a teamplan was seen. Unit: tijdstip in UTC.
insert into teamplan_gezien (nummer, team, jaar, versie, regels, tijdstip, account, naam, opmerking)
values ($nummer, $team, $jaar, $versie, $regels, $tijdstip, $account, $naam, $opmerking)
