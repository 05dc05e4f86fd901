-- Take the rows with a key of `inbreng` out and give back what was stored.
-- Grain: one window of absence of one medewerker. Unit: percent as written.
delete from afwezigheid
using inbreng
where
    afwezigheid.medewerker = inbreng.medewerker
    and afwezigheid.van = inbreng.van
    and afwezigheid.tot = inbreng.tot
returning
    afwezigheid.medewerker,
    afwezigheid.van,
    afwezigheid.tot,
    afwezigheid.afwezig_pct
