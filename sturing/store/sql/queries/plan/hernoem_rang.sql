-- A decided place follows an opdracht that gets a new code.
-- Grain: one opdracht with a decided place. Unit: none.
update besloten_rang
set opdracht = $nieuw
where opdracht = $oud
