-- Grain: one scope that one levering touched, also when its rows stayed equal; and on the register
-- which levering an entry undoes (null for an upload). Unit: sleutel is a canonical JSON list of
-- key values (sturing/store/rij_json.py); an empty list is the whole sheet.
-- Leveringen of before this migration have no scopes: they follow from their mutations.

create table levering_bereik (
    levering integer not null,
    blad varchar not null,
    sleutel varchar not null,
    primary key (levering, blad, sleutel)
);

alter table levering add column maakt_ongedaan integer;
