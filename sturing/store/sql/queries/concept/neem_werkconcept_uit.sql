-- Grain: one account. Unit: none.
delete from werkconcept
where account = $account
