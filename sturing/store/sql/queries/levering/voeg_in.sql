-- Grain: one levering. Unit: tijdstip in UTC.
insert into levering (nummer, tijdstip, account, naam)
values ($nummer, $tijdstip, $account, $naam)
