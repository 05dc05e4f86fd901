-- Grain: one row. Unit: the highest number that a signal and an escalation ever had, 0 without any:
-- of those that are gone, the log still knows it.
select
    greatest(
        (select coalesce(max(nummer), 0) from signaal),
        (
            select coalesce(max(try_cast(regexp_extract(object, '^signaal ([0-9]+)', 1) as integer)), 0)
            from logboek
            where object like 'signaal %'
        )
    ) as signaal,
    greatest(
        (select coalesce(max(nummer), 0) from escalatie),
        (
            select coalesce(max(try_cast(regexp_extract(object, '^escalatie ([0-9]+)', 1) as integer)), 0)
            from logboek
            where object like 'escalatie %'
        )
    ) as escalatie
