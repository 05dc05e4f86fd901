-- Grain: one row. Unit: the highest number that ever was given out, 0 without any: of those that are
-- gone, the log still knows it.
select
    greatest(
        (select coalesce(max(nummer), 0) from teamplan_gezien),
        (
            select coalesce(max(try_cast(regexp_extract(object, '^gezien ([0-9]+)', 1) as integer)), 0)
            from logboek
            where object like 'gezien %'
        )
    ) as nummer
