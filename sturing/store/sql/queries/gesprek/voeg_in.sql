-- Grain: one note of a talk with a portefeuillehouder. Unit: tijdstip in UTC.
insert into gespreksnotitie (nummer, portefeuillehouder, tijdstip, account, naam, tekst)
values ($nummer, $portefeuillehouder, $tijdstip, $account, $naam, $tekst)
