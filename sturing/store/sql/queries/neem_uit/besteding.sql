-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: euros spent on one opdracht in one month. Unit: euro cents.
delete from besteding
using inbreng
where
    besteding.opdracht = inbreng.opdracht
    and besteding.maand = inbreng.maand
returning
    besteding.opdracht,
    besteding.maand,
    besteding.euro_cent
