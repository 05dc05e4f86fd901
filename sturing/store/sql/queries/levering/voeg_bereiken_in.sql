-- Store the registered scopes of `inbreng`.
-- Grain: one scope that one levering touched. Unit: sleutel canonical JSON.
insert into levering_bereik (levering, blad, sleutel)
select
    levering,
    blad,
    sleutel
from inbreng
