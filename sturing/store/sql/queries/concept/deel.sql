-- Who may look at or work in a draft besides its owner. Grain: one draft and account. Unit: none.
select
    account,
    recht
from concept_deel
where concept = $concept
order by account
