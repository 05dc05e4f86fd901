-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one item of one area's agenda. Unit: percent as written.
delete from gebiedsagenda
using inbreng
where
    gebiedsagenda.gebied = inbreng.gebied
    and gebiedsagenda.opdracht = coalesce(inbreng.opdracht, '')
    and gebiedsagenda.vraagstuk = coalesce(inbreng.vraagstuk, '')
returning
    gebiedsagenda.gebied,
    nullif(gebiedsagenda.opdracht, '') as opdracht,
    nullif(gebiedsagenda.vraagstuk, '') as vraagstuk,
    gebiedsagenda.soort,
    gebiedsagenda.aandeel_pct,
    gebiedsagenda.initiatief,
    gebiedsagenda.bijdrage_gemeente,
    gebiedsagenda.bijdrage_partners,
    gebiedsagenda.overstijgend
