-- Grain: one row. Unit: the highest number of a signal and of an escalation, 0 without any.
select
    (select coalesce(max(nummer), 0) from signaal) as signaal,
    (select coalesce(max(nummer), 0) from escalatie) as escalatie
