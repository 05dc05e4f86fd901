"""The screen Gebieden: what each area gets, what stands on its agenda, and what has no one.

Owns which areas are looked at and the sentence on top. Figures of areas are for who may read totals
of the organisation, also those of groups; an opdracht is named, with its hours, only to who may see
that opdracht. The words of a gebiedsagenda are made with residents and are for every reader.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.gebied import Gebiedregel, compute_gebied
from sturing.analyses.gebiedsagenda import Agendaregel, compute_gebiedsagenda
from sturing.analyses.gebiedsthema import Themaregel, compute_gebiedsthema
from sturing.domain.codes import GebiedCode, OpdrachtCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.wie import Wie
from sturing.rights.mag import (
    Actie,
    mag,
    object_gebied,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Keuze, Kop, Leeg, nog_geen
from sturing.services.blik import Blik, Kijk, blik_op, onder_de_kop, over_alles
from sturing.services.gebiedenbeeld import Gebiedenbeeld, Gebiedsthema
from sturing.services.gebiedenrijen import gebiedrijen, panelen, panelen_zin, totaalrij
from sturing.services.gebiedsregels import binnen
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.onderwerpen import Lezer, onderwerp

MIJN = "*mijn"
ALLE = "*alle"
"""Choices beside the areas themselves; no code begins with a star in the list."""


def gebieden(
    omgeving: Omgeving,
    wie: Wie,
    kijk: Kijk | None = None,
    gebied: str | None = None,
    sleutel: str | None = None,
) -> Gebiedenbeeld | Leeg | Geweigerd:
    """The screen with the agenda of `gebied` (None: the own areas, else the one with the lowest
    coverage) and the item `sleutel` opened. A domain does not apply: an area belongs to none."""
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig die de cijfers van alle gebieden mag zien, zoals "
            "gebiedsmakelaar of strategisch manager. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, over_alles(kijk))
    plan = blik.basis.plan
    if not plan.opdrachten or not plan.gebieden:
        wat = "gebieden" if plan.opdrachten else "opdrachten"
        return nog_geen(f"Er zijn nog geen {wat} voor {blik.uitkomst.horizon.van.jaar}.")
    return _beeld(blik, wie, gebied, sleutel)


def _beeld(blik: Blik, wie: Wie, gebied: str | None, sleutel: str | None) -> Gebiedenbeeld:
    basis = blik.basis
    regels = compute_gebied(blik.uitkomst)
    agenda = compute_gebiedsagenda(blik.uitkomst)
    eigen = _eigen_gebieden(basis, wie)
    rijen = gebiedrijen(blik, regels, eigen)
    keuzes = _keuzes(basis, [r.gebied for r in rijen if r.gebied], eigen)
    gekozen = _gekozen(keuzes, gebied, eigen, regels, agenda)
    gekeken = _binnen(basis, gekozen, eigen)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    namen = basis.namen.voor(zichtbaar)
    lezer = Lezer(
        plekken={r.opdracht: r for r in blik.uitkomst.effecten.opdrachten},
        namen=namen,
        zichtbaar=zichtbaar,
        mag_personen=mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()).per_rij,
        eigen_persoon=wie.persoon,
    )
    hier = [r for r in agenda if r.gebied in gekeken]
    getoond = tuple(onderwerp(lezer, r) for r in hier)
    # Without a choice of an area the answer is about all of them, or about the own ones.
    vraag = gekeken if gebied in [k.sleutel for k in keuzes] or eigen else _alle(basis)
    over = [r for r in agenda if r.gebied in vraag]
    punten = [onderwerp(lezer, r) for r in over]
    kleine = panelen(blik, rijen)
    return Gebiedenbeeld(
        kop=Kop(
            titel=_titel(basis, [r for r in regels if r.gebied in vraag], over, gekozen),
            bijschrift=f"{onder_de_kop(blik)} · inwoners: alleen waar het aantal bekend is",
        ),
        keuzes=keuzes,
        gekozen=gekozen,
        rijen=rijen,
        totaal=totaalrij(blik),
        is_plan=blik.is_plan,
        panelen=kleine,
        panelen_zin=panelen_zin(kleine),
        agenda_titel=_agenda_titel(basis, gekozen),
        makelaar=_makelaar(basis, gekozen),
        agenda=getoond,
        meer_gebieden=len({punt.gebied for punt in getoond}) > 1,
        mist_iets=tuple(punt for punt in punten if punt.mist),
        verborgen=sum(not punt.zichtbaar for punt in punten),
        themas=tuple(
            _thema(namen, zichtbaar, t)
            for t in compute_gebiedsthema(blik.uitkomst, agenda)
            if _alle(basis) == vraag or gekeken & set(t.gebieden)
        ),
        open=next((punt for punt in getoond if punt.sleutel == sleutel), None),
        mag_exporteren=bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())),
        mag_agenda_exporteren=all(
            mag(wie, Actie.TOTALEN_EXPORTEREN, object_gebied(basis.index, code)) for code in gekeken
        ),
    )


def _eigen_gebieden(basis: Basis, wie: Wie) -> frozenset[GebiedCode]:
    """The areas of a gebiedsmakelaar: those given with the role, and those where the person is
    named; nobody's for who may read every row."""
    if mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()).per_rij:
        return frozenset()
    return frozenset(
        g.gebied
        for g in basis.plan.gebieden
        if mag(wie, Actie.TOTALEN_LEZEN, object_gebied(basis.index, g.gebied)).per_rij
        or (wie.persoon is not None and g.gebiedsmakelaar == wie.persoon)
    )


def _keuzes(
    basis: Basis, volgorde: Sequence[str], eigen: Collection[GebiedCode]
) -> tuple[Keuze, ...]:
    namen = basis.namen.gebieden
    mijn = (Keuze(sleutel=MIJN, naam="Mijn gebieden"),) if len(eigen) > 1 else ()
    return (
        *mijn,
        Keuze(sleutel=ALLE, naam="Alle gebieden"),
        *(Keuze(sleutel=code, naam=namen[code].naam) for code in volgorde if code in namen),
    )


def _gekozen(
    keuzes: Sequence[Keuze],
    gebied: str | None,
    eigen: Collection[GebiedCode],
    regels: Sequence[Gebiedregel],
    agenda: Sequence[Agendaregel],
) -> str:
    """The area of the link, else the own, else that of the answer, else the first with an item."""
    if gebied is not None and gebied in [k.sleutel for k in keuzes]:
        return gebied
    if eigen:
        return MIJN if len(eigen) > 1 else str(next(iter(eigen)))
    laagste = _laagste(regels)
    if laagste is not None and laagste.gebied is not None:
        return laagste.gebied
    return str(agenda[0].gebied) if agenda else ALLE


def _alle(basis: Basis) -> frozenset[GebiedCode]:
    return frozenset(g.gebied for g in basis.plan.gebieden)


def _binnen(basis: Basis, gekozen: str, eigen: frozenset[GebiedCode]) -> frozenset[GebiedCode]:
    """The areas that are looked at: of one area also those below it, but never the whole tree."""
    if gekozen == MIJN:
        return eigen
    if gekozen == ALLE:
        return _alle(basis)
    return frozenset(binnen(basis.plan.gebieden, GebiedCode(gekozen)))


def _laagste(regels: Sequence[Gebiedregel]) -> Gebiedregel | None:
    """The area with the lowest coverage that asks hours; the whole municipality is none."""
    vragend = [
        r
        for r in regels
        if r.gebied is not None
        and r.soort is not GebiedSoort.GEMEENTEBREED
        and r.dekking_ratio is not None
    ]
    return min(vragend, key=lambda r: r.dekking_ratio or 0, default=None)


def _titel(
    basis: Basis, regels: Sequence[Gebiedregel], agenda: Sequence[Agendaregel], gekozen: str
) -> str:
    return f"{_wie_krijgt_minst(basis, regels, gekozen)} {_wat_ontbreekt(agenda)}"


def _wie_krijgt_minst(basis: Basis, regels: Sequence[Gebiedregel], gekozen: str) -> str:
    vragend = [r for r in regels if r.gebied is not None and r.dekking_ratio is not None]
    een = next((r for r in vragend if r.gebied == gekozen), None)
    if len(vragend) == 1 or (
        een is not None and len({r.gebied for r in regels}) < len(_alle(basis))
    ):
        regel = een or vragend[0]
        return f"{regel.naam} krijgt {notatie.dekking(regel.dekking_ratio)} van wat is gevraagd."
    laagste = _laagste(regels)
    if laagste is None:
        return "Voor deze gebieden zijn nog geen uren gevraagd."
    if laagste.dekking_ratio == 1:
        return "Elk gebied krijgt alles wat is gevraagd."
    waar = "Van uw gebieden krijgt " if gekozen == MIJN else ""
    dekking = notatie.dekking(laagste.dekking_ratio)
    if waar:
        return f"{waar}{laagste.naam} het minst van wat is gevraagd: {dekking}."
    return f"{laagste.naam} krijgt het minst van wat is gevraagd: {dekking}."


def _wat_ontbreekt(agenda: Sequence[Agendaregel]) -> str:
    """The gravest thing that is missing on the agenda, with how many items."""
    if not agenda:
        return "Op de gebiedsagenda staat nog niets."
    for aantal, wat in (
        (sum(r.zonder_opdracht for r in agenda), "nog geen opdracht en geen opdrachtgever"),
        (sum(r.zonder_opdrachtgever for r in agenda), "nog geen opdrachtgever"),
        (sum(r.zonder_vraag for r in agenda), "nog geen gevraagde uren"),
        (sum(r.krijgt_niets for r in agenda), "wel gevraagde uren, maar krijgen er geen"),
    ):
        if aantal:
            heeft = "heeft" if aantal == 1 else "hebben"
            if aantal == 1:
                wat = wat.replace("krijgen", "krijgt")
            deel = f"{notatie.getal(aantal)} van de {notatie.getal(len(agenda))}"
            return f"{deel} onderwerpen op de agenda {heeft} {wat}."
    return "Elk onderwerp op de agenda heeft een opdracht, een opdrachtgever en uren."


def _agenda_titel(basis: Basis, gekozen: str) -> str:
    if gekozen in (MIJN, ALLE):
        return "Gebiedsagenda van uw gebieden" if gekozen == MIJN else "Alle gebiedsagenda's"
    return f"Gebiedsagenda {basis.namen.gebieden[gekozen].naam}"


def _makelaar(basis: Basis, gekozen: str) -> str:
    """Who is gebiedsmakelaar of the chosen area; empty for more than one area."""
    if gekozen in (MIJN, ALLE):
        return ""
    makelaar = basis.namen.gebieden[gekozen].gebiedsmakelaar
    if makelaar is None:
        return "Dit gebied heeft nog geen gebiedsmakelaar"
    return basis.namen.persoon(makelaar)


def _thema(namen: Namen, zichtbaar: Collection[OpdrachtCode], thema: Themaregel) -> Gebiedsthema:
    ziet = all(code in zichtbaar for code in thema.opdrachten)
    delen = [namen.opdracht(code) for code in dict.fromkeys(thema.opdrachten)]
    if thema.zonder_opdracht:
        delen.append(f"{notatie.getal(thema.zonder_opdracht)} × nog geen opdracht")
    heeft_uren = ziet and thema.gevraagd_honderdste
    return Gebiedsthema(
        thema=thema.thema,
        gebieden=_waar([namen.gebieden[g].naam for g in thema.gebieden]),
        opdrachten=", ".join(dict.fromkeys(delen)),
        gevraagd=notatie.uren(thema.gevraagd_honderdste) if heeft_uren else notatie.ONBEKEND,
        toegekend=notatie.uren(thema.toegekend_honderdste) if heeft_uren else notatie.ONBEKEND,
        dekking=notatie.dekking(thema.dekking_ratio) if ziet else notatie.ONBEKEND,
        team=(namen.team(thema.team) if ziet and thema.team else "") or notatie.ONBEKEND,
        op_een_agenda=len(thema.gebieden) == 1,
    )


def _waar(gebieden: Sequence[str]) -> str:
    """The areas of a theme; one that crosses areas and stands on one agenda only, says so."""
    return f"nog alleen {gebieden[0]}" if len(gebieden) == 1 else notatie.opsomming(gebieden)
