-- Grain: everything that people made and said about the rows of the sheets, but for the ledger of
-- decisions with the proposals that it names. Unit: none. One row of concept_versie stays, without
-- its lines: it keeps the last version and the last draft, so that neither is given out again.
update concept_versie
set
    concept = (select max(concept) from concept_versie),
    weg = '[]',
    erbij = '[]'
where versie = (select max(versie) from concept_versie);

delete from concept_versie
where versie < (select max(versie) from concept_versie);

delete from werkconcept;

delete from concept_link;

delete from concept_deel;

delete from concept_gegevens;

delete from concept_stap;

delete from concept;

delete from voorstel
where stand not in ('aangenomen', 'afgewezen');

delete from reactie
where voorstel not in (select nummer from voorstel);

delete from samenspel_bericht;

delete from signaal;

delete from escalatie;

delete from gespreksnotitie;

delete from koppeling;

delete from afspraak_wijziging;

delete from afspraak_reden;

delete from teamplan_gezien;
