-- Grain: one row. Unit: how many drafts, proposals without a decision, signals, escalations, notes
-- of talks, recorded koppelingen, changes of and reasons with afspraken, and teamplannen that were
-- seen there are.
select
    (select count(*) from concept) as concept,
    (select count(*) from voorstel where stand not in ('aangenomen', 'afgewezen')) as voorstel,
    (select count(*) from signaal) as signaal,
    (select count(*) from escalatie) as escalatie,
    (select count(*) from gespreksnotitie) as gespreksnotitie,
    (select count(*) from koppeling) as koppeling,
    (select count(*) from afspraak_wijziging) as afspraak_wijziging,
    (select count(*) from afspraak_reden) as afspraak_reden,
    (select count(*) from teamplan_gezien) as teamplan_gezien
