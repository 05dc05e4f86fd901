-- Grain: one row. Unit: the highest number that a proposal ever had, 0 without any: of one that is
-- gone, the log still knows it.
select greatest(
    (select coalesce(max(nummer), 0) from voorstel),
    (
        select coalesce(max(try_cast(regexp_extract(object, '^voorstel ([0-9]+)$', 1) as integer)), 0)
        from logboek
        where object like 'voorstel %'
    )
) as nummer
