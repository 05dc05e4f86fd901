-- Grain: one notice. Unit: gezien_op in UTC.
update beheermelding
set
    gezien_op = $tijdstip,
    gezien_door = $account
where gezien_op is null
