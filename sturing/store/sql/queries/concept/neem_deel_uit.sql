-- Grain: one draft and account. Unit: none.
delete from concept_deel
where
    concept = $concept
    and account = $account
