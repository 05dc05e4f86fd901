-- Store the registered rows of `inbreng`.
-- Grain: one item of one area's agenda. Unit: percent as written.
insert into gebiedsagenda (
    gebied,
    opdracht,
    vraagstuk,
    soort,
    aandeel_pct,
    initiatief,
    bijdrage_gemeente,
    bijdrage_partners,
    overstijgend
)
select
    gebied,
    coalesce(opdracht, ''),
    coalesce(vraagstuk, ''),
    soort,
    aandeel_pct,
    initiatief,
    bijdrage_gemeente,
    bijdrage_partners,
    overstijgend
from inbreng
