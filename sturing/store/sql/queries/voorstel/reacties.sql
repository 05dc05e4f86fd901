-- Grain: one reaction to a proposal, oldest first (voorstel null: of all). Unit: tijdstip in UTC.
select
    voorstel,
    nummer,
    soort,
    account,
    naam,
    persoon,
    tijdstip,
    tekst,
    bij,
    verlies
from reactie
where
    $voorstel is null
    or voorstel = $voorstel
order by
    voorstel,
    nummer
