-- Grain: one signal that follows a new code. Unit: none.
update signaal
set
    team = $team,
    opdracht = $opdracht
where nummer = $nummer
