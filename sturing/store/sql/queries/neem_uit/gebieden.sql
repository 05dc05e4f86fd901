-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one area. Unit: number of inhabitants.
delete from gebieden
using inbreng
where
    gebieden.gebied = inbreng.gebied
returning
    gebieden.gebied,
    gebieden.naam,
    gebieden.soort,
    gebieden.valt_onder,
    gebieden.gebiedsmakelaar,
    gebieden.inwoners
