-- Grain: the last line of the log. Unit: SHA-256 in hex.
select
    volgnr,
    hash
from logboek
order by volgnr desc
limit 1
