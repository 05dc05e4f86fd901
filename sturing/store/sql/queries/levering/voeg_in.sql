-- Grain: one levering. Unit: tijdstip in UTC; maakt_ongedaan the number of another levering.
insert into levering (nummer, tijdstip, account, naam, maakt_ongedaan)
values ($nummer, $tijdstip, $account, $naam, $maakt_ongedaan)
