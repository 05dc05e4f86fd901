-- Grain: one reason given or taken back. Unit: tijdstip in UTC, feiten a JSON list of texts.
insert into afspraak_reden (
    volgnummer,
    afspraak,
    soort,
    opdracht,
    team,
    gebied,
    persoon,
    doel,
    vraagstuk,
    feiten,
    ingetrokken,
    tekst,
    account,
    naam,
    tijdstip
)
values (
    $volgnummer,
    $afspraak,
    $soort,
    $opdracht,
    $team,
    $gebied,
    $persoon,
    $doel,
    $vraagstuk,
    $feiten,
    $ingetrokken,
    $tekst,
    $account,
    $naam,
    $tijdstip
)
