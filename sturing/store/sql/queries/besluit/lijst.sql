-- Grain: one decision, number 1 first. Unit: tijdstip in UTC, van and tot the first day of a month.
select
    nummer,
    voorstel,
    titel,
    stand,
    basis_levering,
    levering,
    tijdstip,
    account,
    naam,
    rol,
    reden,
    van,
    tot,
    vingerafdruk,
    vingerafdruk_na,
    rekenversie,
    wijzigingen,
    bezwaren,
    staat_voor,
    staat_na
from besluit
order by nummer
