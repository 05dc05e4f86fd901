-- All stored rows of the sheet, in order of the key.
-- Grain: one area. Unit: number of inhabitants.
select
    gebied,
    naam,
    soort,
    valt_onder,
    gebiedsmakelaar,
    inwoners
from gebieden
order by gebieden.gebied
