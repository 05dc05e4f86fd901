-- All stored rows of the sheet, in order of the key. An empty part of the key is given back as null.
-- Grain: one item of one area's agenda. Unit: percent as written.
select
    gebied,
    nullif(opdracht, '') as opdracht,
    nullif(vraagstuk, '') as vraagstuk,
    soort,
    aandeel_pct,
    initiatief,
    bijdrage_gemeente,
    bijdrage_partners,
    overstijgend
from gebiedsagenda
order by gebiedsagenda.gebied, gebiedsagenda.opdracht, gebiedsagenda.vraagstuk
