-- Grain: one account. Unit: none.
insert into werkconcept (account, concept)
values ($account, $concept)
on conflict (account) do update set concept = excluded.concept
