-- Grain: one draft and account. Unit: none.
insert into concept_deel (concept, account, recht)
values ($concept, $account, $recht)
on conflict (concept, account) do update set recht = excluded.recht
