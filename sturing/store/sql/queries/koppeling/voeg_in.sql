-- Grain: one recorded koppeling. Unit: tijdstip in UTC.
insert into koppeling (nummer, kenmerk, bron, doel, afspraken, account, naam, tijdstip)
values ($nummer, $kenmerk, $bron, $doel, $afspraken, $account, $naam, $tijdstip)
