-- Grain: one draft. Unit: none.
insert into concept_link (concept, sleutel, recht)
values ($concept, $sleutel, $recht)
on conflict (concept) do update set
sleutel = excluded.sleutel,
recht = excluded.recht
