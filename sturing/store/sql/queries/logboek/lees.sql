-- Grain: one line of the log, oldest first. Unit: tijdstip in UTC.
select
    volgnr,
    tijdstip,
    account,
    herkomst,
    actie,
    object,
    uitkomst,
    oud,
    nieuw,
    hash
from logboek
where volgnr >= $vanaf
order by volgnr
