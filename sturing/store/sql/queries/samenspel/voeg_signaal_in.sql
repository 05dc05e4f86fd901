-- Grain: one signal. Unit: uren_honderdste in hundredths of an hour, van and tot first days of months.
insert into signaal (nummer, soort, team, opdracht, van, tot, uren_honderdste, richting, plaats)
values ($nummer, $soort, $team, $opdracht, $van, $tot, $uren_honderdste, $richting, $plaats)
