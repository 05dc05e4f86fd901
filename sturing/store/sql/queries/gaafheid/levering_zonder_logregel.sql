-- Every levering has its line in the log, so that a log that was cut off at the end is seen.
-- Grain: one levering. Unit: none.
with
gelogd as (
    select object
    from logboek
    where actie = 'levering opslaan'
)

select 'Levering ' || levering.nummer || ' staat niet in het log.' as melding
from levering
anti join gelogd on gelogd.object = 'levering ' || levering.nummer
order by levering.nummer
