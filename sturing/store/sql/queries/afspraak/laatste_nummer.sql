-- Grain: one row. Unit: the last numbers given out, 0 for none.
select
    (select coalesce(max(volgnummer), 0) from afspraak_wijziging) as wijziging,
    (select coalesce(max(volgnummer), 0) from afspraak_reden) as reden
