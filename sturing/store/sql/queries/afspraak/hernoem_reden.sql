-- Grain: one reason that follows a new code. Unit: none.
update afspraak_reden
set
    opdracht = $opdracht,
    team = $team
where volgnummer = $volgnummer
