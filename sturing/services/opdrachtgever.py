"""The screen of one opdrachtgever: the own opdrachten, signals, what was laid before, delegated.

Owns which opdrachten are of a person (opdrachtgever or delegate in the plan) and the sentence on
top. Only rows that the acting person may read are shown and counted; another person is for who may
read the totals of the organisation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.domain.keuzes import Rol
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.engine.effecten import Opdrachtregel
from sturing.rights import samenspel as recht
from sturing.rights.mag import (
    Actie,
    mag,
    mag_iets_lezen,
    mee_te_nemen_opdrachten,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services import notatie, voorleggen
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg, nog_geen
from sturing.services.blik import Blik, Kijk, blik_op, onder_de_kop, over_alles
from sturing.services.bordbeeld import KNELPUNT_VANAF_HONDERDSTE
from sturing.services.delegaties import gedelegeerde
from sturing.services.doelrijen import DZD_CENT
from sturing.services.gespreksbeeld import (
    escalatiebeeld,
    is_aan,
    signaalbeeld,
)
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.opdrachtgeverbeeld import Delegatie, Opdrachtgeverbeeld, Opdrachtrij
from sturing.services.opdrachtgeveroverleg import gesprekken, open_claims
from sturing.services.opdrachtgeverzinnen import samen, titel
from sturing.services.planbalken import planbalken, planzin
from sturing.services.teamsignalen import zichtbare_signalen


def opdrachtgeverbeeld(
    omgeving: Omgeving, wie: Wie, persoon: str | None = None, kijk: Kijk | None = None
) -> Opdrachtgeverbeeld | Leeg | Geweigerd:
    """The screen of `persoon` (None, or one that may not be chosen: the own person), in what `kijk`
    chose (None: the plan in force over the plan year)."""
    if not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig bij opdrachten, zoals strategisch manager of "
            "procesverantwoordelijke. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, over_alles(kijk))
    basis = blik.basis
    if not basis.plan.opdrachten:
        return nog_geen(f"Er zijn nog geen opdrachten voor {basis.uitkomst.horizon.van.jaar}.")
    personen = _personen(basis) if _mag_kiezen(wie) else ()
    gekozen = _gekozen(basis, wie, persoon, personen)
    if gekozen is None:
        return Geweigerd(
            titel="U bent nog niet gekoppeld aan een persoon in het plan.",
            uitleg="Daarom weet Sturing niet welke opdrachten van u zijn. Vraag een beheerder om "
            "uw account te koppelen.",
        )
    return _beeld(omgeving, blik, wie, gekozen, personen)


def _mag_kiezen(wie: Wie) -> bool:
    return mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()).per_rij


def _personen(basis: Basis) -> tuple[Keuze, ...]:
    """Everybody who steers an opdracht, is asked about one, or is of the directie; by name."""
    codes = {p for o in basis.plan.opdrachten for p in (o.opdrachtgever, o.gedelegeerd_aan) if p}
    codes |= {
        r.persoon for r in basis.plan.personen if r.rol in (Rol.STRATEGISCH_MANAGER, Rol.DIRECTIE)
    }
    paren = sorted((basis.namen.persoon(code), code) for code in codes)
    return tuple(Keuze(sleutel=code, naam=naam) for naam, code in paren)


def _gekozen(
    basis: Basis, wie: Wie, persoon: str | None, personen: Sequence[Keuze]
) -> PersoonCode | None:
    """The person of the link when it may be chosen, else the own, else who has most opdrachten."""
    codes = [k.sleutel for k in personen]
    if persoon in codes:
        return PersoonCode(str(persoon))
    if wie.persoon is not None:
        return wie.persoon
    aantal = Counter(o.opdrachtgever for o in basis.plan.opdrachten if o.opdrachtgever)
    meeste = sorted(codes, key=lambda code: (-aantal[PersoonCode(code)], code))
    return PersoonCode(meeste[0]) if meeste else None


def _beeld(
    omgeving: Omgeving,
    blik: Blik,
    wie: Wie,
    persoon: PersoonCode,
    personen: tuple[Keuze, ...],
) -> Opdrachtgeverbeeld:
    basis = blik.basis
    eigen = _opdrachten(basis, wie, persoon)
    per_code = {r.opdracht: r for r in basis.uitkomst.effecten.opdrachten}
    regels = [r for o in eigen if (r := per_code.get(o.opdracht)) is not None]
    van_mij = persoon == wie.persoon
    signalen = tuple(
        signaalbeeld(omgeving, basis, wie, s)
        for s in zichtbare_signalen(omgeving, basis, wie)
        if is_aan(basis, persoon, s)
    )
    escalaties = voorleggen.zichtbare_escalaties(omgeving, basis, wie)
    codes = {o.opdracht for o in eigen}
    aan = tuple(
        escalatiebeeld(basis, wie, e) for e in escalaties if is_aan(basis, persoon, e.opdracht)
    )
    door = tuple(
        escalatiebeeld(basis, wie, e)
        for e in escalaties
        if e.opdracht in codes or (van_mij and voorleggen.is_van_vrager(wie, e))
        if not is_aan(basis, persoon, e.opdracht)
    )
    planning = planbalken(blik, codes)
    maanden = tuple(notatie.maand_kort(m) for m in basis.uitkomst.model.maanden)
    wie_is_het = "U bent" if van_mij else f"{basis.namen.persoon(persoon)} is"
    return Opdrachtgeverbeeld(
        kop=Kop(
            titel=titel(basis, wie_is_het, persoon, eigen, regels, signalen, aan),
            bijschrift=onder_de_kop(blik),
        ),
        persoon=persoon,
        personen=personen,
        van_mij=van_mij,
        rijen=_rijen(basis, eigen, regels, persoon),
        planning=planning,
        maanden=maanden,
        planzin=planzin(planning, maanden),
        samen=samen(regels, len(eigen)),
        signalen=signalen,
        aan_voorgelegd=aan,
        door_voorgelegd=door,
        voorleggen=_voor_te_leggen(basis, wie, eigen),
        gedelegeerd=tuple(_delegatie(basis, o, persoon) for o in eigen if _delegate(basis, o)),
        claims=open_claims(basis, wie, persoon),
        gesprekken=gesprekken(omgeving, basis, wie, codes),
        portefeuille=_portefeuille(basis, wie, persoon) if not eigen else "",
        mag_exporteren=mee_te_nemen_opdrachten(wie, basis.index, codes) == codes,
    )


def _portefeuille(basis: Basis, wie: Wie, persoon: PersoonCode) -> str:
    van_hem = {o.opdracht for o in basis.plan.opdrachten if persoon in o.portefeuillehouders}
    if persoon != wie.persoon or not zichtbare_opdrachten(wie, basis.index, van_hem):
        return ""
    return "U bent wel portefeuillehouder. De opdrachten in uw portefeuille staan bij Gesprek."


def _opdrachten(basis: Basis, wie: Wie, persoon: PersoonCode) -> list[Opdracht]:
    """Of this person, visible, not over; in order of place, those without a place last."""
    van_hem = {
        o.opdracht: o
        for o in basis.plan.opdrachten
        if persoon in (o.opdrachtgever, _delegate(basis, o)) and not o.status.voorbij
    }
    zichtbaar = zichtbare_opdrachten(wie, basis.index, van_hem)
    plaats = {r.opdracht: r.plaats for r in basis.uitkomst.effecten.opdrachten}
    laatste = len(plaats) + 1
    codes: list[OpdrachtCode] = sorted(zichtbaar, key=lambda c: (plaats.get(c, laatste), c))
    return [van_hem[code] for code in codes]


def _delegate(basis: Basis, opdracht: Opdracht) -> PersoonCode | None:
    """To whom the opdracht is delegated on any day of the months shown."""
    return gedelegeerde(opdracht, basis.delegaties, basis.uitkomst.horizon)


def _delegatie(basis: Basis, opdracht: Opdracht, persoon: PersoonCode) -> Delegatie:
    besloten = basis.delegaties.get(opdracht.opdracht)
    return Delegatie(
        naam=opdracht.kort,
        wie=f"aan {basis.namen.persoon(opdracht.gedelegeerd_aan)}"
        if opdracht.opdrachtgever == persoon
        else f"namens {basis.namen.persoon(opdracht.opdrachtgever)}",
        van=notatie.datum(besloten.van if besloten else None),
        tot=notatie.datum(besloten.tot if besloten else None),
        reden=besloten.reden if besloten and besloten.reden else notatie.ONBEKEND,
        besloten=besloten is not None,
    )


def _voor_te_leggen(basis: Basis, wie: Wie, eigen: Sequence[Opdracht]) -> tuple[Keuze, ...]:
    return tuple(
        Keuze(sleutel=o.opdracht, naam=o.kort)
        for o in eigen
        if recht.mag_voorleggen(wie, basis.plan, basis.index, o.opdracht)
    )


def _rijen(
    basis: Basis, eigen: Sequence[Opdracht], regels: Sequence[Opdrachtregel], persoon: PersoonCode
) -> tuple[Opdrachtrij, ...]:
    """The rows in whole hours and thousands of euros that add up to the sentence under them."""
    gevraagd, toegekend = notatie.rond_paren(
        [r.gevraagd_honderdste for r in regels], [r.toegekend_honderdste for r in regels]
    )
    geld, krijgt = notatie.rond_paren(
        [r.gevraagd_cent for r in regels], [r.toegekend_cent for r in regels], DZD_CENT
    )
    per_code = {r.opdracht: r for r in regels}
    heel = dict(zip(per_code, zip(gevraagd, toegekend, geld, krijgt, strict=True), strict=True))
    niets = (None, None, None, None)
    return tuple(
        _rij(basis, o, per_code.get(o.opdracht), heel.get(o.opdracht, niets), persoon)
        for o in eigen
    )


def _rij(
    basis: Basis,
    opdracht: Opdracht,
    regel: Opdrachtregel | None,
    heel: tuple[int | None, int | None, int | None, int | None],
    persoon: PersoonCode,
) -> Opdrachtrij:
    namen, delegate = basis.namen, _delegate(basis, opdracht)
    gedelegeerd = namen.persoon_kort(delegate) if delegate else ""
    if delegate == persoon and opdracht.opdrachtgever != persoon:
        gedelegeerd = f"namens {namen.persoon_kort(opdracht.opdrachtgever)}"
    knelt = regel and regel.bindend_tekort_honderdste >= KNELPUNT_VANAF_HONDERDSTE
    return Opdrachtrij(
        opdracht=opdracht.opdracht,
        plaats=regel.plaats if regel else None,
        naam=opdracht.kort,
        status=regel.status if regel else None,
        stand=opdracht.status.value if regel is None else "",
        gevraagd_uren=heel[0],
        toegekend_uren=heel[1],
        gevraagd_dzd=heel[2],
        toegekend_dzd=heel[3],
        dekking=notatie.dekking(regel.dekking) if regel else notatie.ONBEKEND,
        dekking_pct=notatie.dekking_heel(regel.dekking) if regel else None,
        knelpunt=namen.team(regel.bindend_team) if regel and knelt else "",
        gedelegeerd=gedelegeerd,
        voortgang=opdracht.voortgang.value if opdracht.voortgang else notatie.ONBEKEND,
        kwaliteit=opdracht.kwaliteit or notatie.ONBEKEND,
    )
