-- Grain: one escalation that follows a new code. Unit: none.
update escalatie
set opdracht = $opdracht
where nummer = $nummer
