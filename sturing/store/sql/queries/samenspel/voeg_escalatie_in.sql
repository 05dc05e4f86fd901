-- Grain: one escalation. Unit: none.
insert into escalatie (nummer, opdracht, aan)
values ($nummer, $opdracht, $aan)
