-- Store the registered rows of `inbreng`.
-- Grain: one area. Unit: number of inhabitants.
insert into gebieden (
    gebied,
    naam,
    soort,
    valt_onder,
    gebiedsmakelaar,
    inwoners
)
select
    gebied,
    naam,
    soort,
    valt_onder,
    gebiedsmakelaar,
    inwoners
from inbreng
