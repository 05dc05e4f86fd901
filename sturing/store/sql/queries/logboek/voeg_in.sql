-- Grain: one line of the log; lines are never changed or removed. Unit: tijdstip in UTC.
insert into logboek (volgnr, tijdstip, account, herkomst, actie, object, uitkomst, oud, nieuw, hash)
values ($volgnr, $tijdstip, $account, $herkomst, $actie, $object, $uitkomst, $oud, $nieuw, $hash)
