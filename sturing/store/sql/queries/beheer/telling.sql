-- Rows and a checksum of every table, whatever the order of the rows.
-- Grain: one table. Unit: rows; the sum of the hashes of the rows.
select
    'kenmerk' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(kenmerk)), 0) as som
from kenmerk
union all
select
    'migratie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(migratie)), 0) as som
from migratie
union all
select
    'teams' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(teams)), 0) as som
from teams
union all
select
    'personen' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(personen)), 0) as som
from personen
union all
select
    'gebieden' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(gebieden)), 0) as som
from gebieden
union all
select
    'programmas' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(programmas)), 0) as som
from programmas
union all
select
    'begroting' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(begroting)), 0) as som
from begroting
union all
select
    'doelen' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(doelen)), 0) as som
from doelen
union all
select
    'opdrachten' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(opdrachten)), 0) as som
from opdrachten
union all
select
    'gebiedsagenda' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(gebiedsagenda)), 0) as som
from gebiedsagenda
union all
select
    'capaciteit' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(capaciteit)), 0) as som
from capaciteit
union all
select
    'medewerkers' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(medewerkers)), 0) as som
from medewerkers
union all
select
    'teamrollen' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(teamrollen)), 0) as som
from teamrollen
union all
select
    'afwezigheid' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(afwezigheid)), 0) as som
from afwezigheid
union all
select
    'inzet' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(inzet)), 0) as som
from inzet
union all
select
    'uren' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(uren)), 0) as som
from uren
union all
select
    'besteding' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(besteding)), 0) as som
from besteding
union all
select
    'teamplannen' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(teamplannen)), 0) as som
from teamplannen
union all
select
    'normen' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(normen)), 0) as som
from normen
union all
select
    'levering' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(levering)), 0) as som
from levering
union all
select
    'levering_bestand' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(levering_bestand)), 0) as som
from levering_bestand
union all
select
    'levering_verschil' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(levering_verschil)), 0) as som
from levering_verschil
union all
select
    'levering_mutatie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(levering_mutatie)), 0) as som
from levering_mutatie
union all
select
    'concept' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept)), 0) as som
from concept
union all
select
    'levering_bereik' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(levering_bereik)), 0) as som
from levering_bereik
union all
select
    'concept_stap' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept_stap)), 0) as som
from concept_stap
union all
select
    'instelling' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(instelling)), 0) as som
from instelling
union all
select
    'besloten_rang' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(besloten_rang)), 0) as som
from besloten_rang
union all
select
    'besluit' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(besluit)), 0) as som
from besluit
union all
select
    'logboek' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(logboek)), 0) as som
from logboek
union all
select
    'koppeling' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(koppeling)), 0) as som
from koppeling
union all
select
    'beheermelding' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(beheermelding)), 0) as som
from beheermelding
union all
select
    'voorstel' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(voorstel)), 0) as som
from voorstel
union all
select
    'reactie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(reactie)), 0) as som
from reactie
union all
select
    'besloten_aanbod' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(besloten_aanbod)), 0) as som
from besloten_aanbod
union all
select
    'gespreksnotitie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(gespreksnotitie)), 0) as som
from gespreksnotitie
union all
select
    'concept_gegevens' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept_gegevens)), 0) as som
from concept_gegevens
union all
select
    'concept_deel' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept_deel)), 0) as som
from concept_deel
union all
select
    'concept_link' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept_link)), 0) as som
from concept_link
union all
select
    'werkconcept' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(werkconcept)), 0) as som
from werkconcept
union all
select
    'concept_versie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(concept_versie)), 0) as som
from concept_versie
union all
select
    'signaal' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(signaal)), 0) as som
from signaal
union all
select
    'escalatie' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(escalatie)), 0) as som
from escalatie
union all
select
    'samenspel_bericht' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(samenspel_bericht)), 0) as som
from samenspel_bericht
union all
select
    'afspraak_wijziging' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(afspraak_wijziging)), 0) as som
from afspraak_wijziging
union all
select
    'afspraak_reden' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(afspraak_reden)), 0) as som
from afspraak_reden
union all
select
    'teamplan_gezien' as tabel,
    count(*) as aantal,
    coalesce(sum(hash(teamplan_gezien)), 0) as som
from teamplan_gezien
order by tabel
