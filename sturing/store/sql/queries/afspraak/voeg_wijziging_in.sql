-- Grain: one changed field of an afspraak. Unit: tijdstip in UTC.
insert into afspraak_wijziging (
    volgnummer, afspraak, veld, oud, nieuw, reden, account, naam, tijdstip
)
values ($volgnummer, $afspraak, $veld, $oud, $nieuw, $reden, $account, $naam, $tijdstip)
