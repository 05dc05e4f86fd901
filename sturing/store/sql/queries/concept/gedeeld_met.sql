-- The drafts that were shared with an account, oldest first. Grain: one draft. Unit: none.
select
    concept,
    recht
from concept_deel
where account = $account
order by concept
