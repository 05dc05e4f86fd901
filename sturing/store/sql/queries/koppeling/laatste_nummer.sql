-- Grain: one row. Unit: the highest number that a koppeling ever had, 0 without any: of those that
-- are gone, the log still knows it.
select
    greatest(
        (select coalesce(max(nummer), 0) from koppeling),
        (
            select coalesce(max(try_cast(regexp_extract(object, '^koppeling ([0-9]+)', 1) as integer)), 0)
            from logboek
            where object like 'koppeling %'
        )
    ) as nummer
