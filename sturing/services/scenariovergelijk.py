"""One to four scenarios beside the plan in force, the differences first.

Owns which figures stand beside each other and which rows are left out because nothing differs. Must
never calculate hours: it reads results of the engine. Who may not see the totals sees the rows of
the opdrachten that he may see, counted by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Status
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.bewogen import bewogen
from sturing.engine.effecten import Dimensie, Effecten, Opdrachtregel
from sturing.engine.uitkomst import Uitkomst
from sturing.errors import InvoerError
from sturing.rights.mag import (
    Actie,
    mag,
    mee_te_nemen_opdrachten,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kop
from sturing.services.bordbeeld import alleen, geparkeerd, telling
from sturing.services.concept import uitkomst_van
from sturing.services.effectrijen import hele_paren
from sturing.services.namen import Namen, namen_van
from sturing.services.omgeving import Omgeving
from sturing.services.scenariobeeld import Vergelijkbeeld, Vergelijkrij
from sturing.services.scenariorecht import eis_zien

MINST, MEEST = 1, 4
PLAN = "Plan van nu"
_GROEPEN = {
    Dimensie.OPDRACHTGEVER: "Uren per opdrachtgever",
    Dimensie.GEBIED: "Uren per gebied",
}
Waarden = list[tuple[object, str]]
"""Per column what is compared, and how it is written."""


def vergelijking(
    omgeving: Omgeving, wie: Wie, nummers: Sequence[int], horizon: Horizon | None = None
) -> Vergelijkbeeld | Geweigerd:
    """The comparison of these scenarios with the plan in force.

    Raises InvoerError unless there are one to four, RechtError for one that `wie` may not see.
    """
    gekozen = list(dict.fromkeys(nummers))
    if not MINST <= len(gekozen) <= MEEST:
        raise InvoerError(
            f"Kies {MINST} tot en met {MEEST} scenario's om te vergelijken met het plan."
        )
    basis = omgeving.basis(horizon)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten)
    totalen = bool(mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()))
    if not zichtbaar and not totalen:
        return Geweigerd(
            titel="U mag deze cijfers niet zien.",
            uitleg="Hiervoor is een rol nodig waarmee u uren mag zien. Vraag een beheerder.",
        )
    concepten = [eis_zien(omgeving, wie, nummer) for nummer in gekozen]
    uitkomsten = [basis.uitkomst, *(uitkomst_van(omgeving, basis, c) for c in concepten)]
    namen = namen_van(basis.plan)
    scenarionamen = [c.naam for c in concepten]
    mee = mee_te_nemen_opdrachten(wie, basis.index, zichtbaar)
    alles_mee = bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie()))
    rijen, gelijk, opgeschoven = _opdrachten(uitkomsten, namen, zichtbaar, mee)
    boven = _kerncijfers(uitkomsten, None if totalen else zichtbaar)
    per: list[Vergelijkrij] = []
    if totalen:
        for dimensie in _GROEPEN:
            anders, gelijk_hier = _per_sleutel(uitkomsten, dimensie, namen)
            per += anders
            gelijk += gelijk_hier
    boven.sort(key=lambda rij: not rij.verschilt)
    return Vergelijkbeeld(
        kop=Kop(
            titel=_titel(scenarionamen, uitkomsten, len(rijen)),
            bijschrift=f"Plan {notatie.periode(basis.uitkomst.horizon)} · "
            f"levering {basis.levering}",
        ),
        kolommen=(PLAN, *_uniek(scenarionamen)),
        rijen=(
            *(replace(rij, mee=alles_mee) for rij in boven),
            *rijen,
            *(replace(rij, mee=alles_mee) for rij in per),
        ),
        verborgen=notatie.opsomming(gelijk),
        opgeschoven=opgeschoven,
    )


def _uniek(namen: Sequence[str]) -> list[str]:
    """The heads of the columns: a name that stands twice gets a number behind it."""
    uit: list[str] = []
    for naam in namen:
        keer, kop = 1, naam
        while kop in (PLAN, *uit):
            keer += 1
            kop = f"{naam} ({keer})"
        uit.append(kop)
    return uit


def _titel(namen: Sequence[str], uitkomsten: Sequence[Uitkomst], anders: int) -> str:
    """Which scenario leaves the most opdrachten feasible, in words."""
    nu, *rest = (telling(u.effecten, 0).haalbaar for u in uitkomsten)
    meeste = max(rest)
    if len(rest) == 1:
        begin = f"Haalbare opdrachten in ‘{namen[0]}’"
    elif len(set(rest)) == 1:
        begin = "In elk scenario zijn evenveel opdrachten haalbaar"
    else:
        beste = [f"‘{naam}’" for naam, n in zip(namen, rest, strict=True) if n == meeste]
        begin = f"In {notatie.opsomming(beste)} zijn de meeste opdrachten haalbaar"
    zin = f"{begin}: {notatie.getal(meeste)}, nu {notatie.getal(nu)}."
    if not anders:
        return f"{zin} Geen opdracht wijkt af."
    return f"{zin} {notatie.aantal(anders, 'opdracht is', 'opdrachten zijn')} niet overal gelijk."


def _rij(groep: str, wat: str, waarden: Waarden) -> Vergelijkrij:
    plan = waarden[0][0]
    return Vergelijkrij(
        groep=groep,
        wat=wat,
        waarden=tuple(tekst for _, tekst in waarden),
        anders=tuple(waarde != plan for waarde, _ in waarden),
    )


def _getallen(
    groep: str, wat: str, getallen: Sequence[int], toon: Callable[[int], str]
) -> Vergelijkrij:
    """Figures with the difference from the plan behind each that differs."""
    plan = getallen[0]

    def tekst(getal: int) -> str:
        if getal == plan:
            return toon(getal)
        teken = "+" if getal > plan else "−"
        return f"{toon(getal)} ({teken}{toon(abs(getal - plan))})"

    return _rij(groep, wat, [(g, tekst(g)) for g in getallen])


def _kerncijfers(
    uitkomsten: Sequence[Uitkomst], zichtbaar: frozenset[OpdrachtCode] | None
) -> list[Vergelijkrij]:
    effecten = [
        u.effecten if zichtbaar is None else alleen(u.effecten, zichtbaar) for u in uitkomsten
    ]
    tellingen = [
        telling(e, geparkeerd(u, zichtbaar)) for e, u in zip(effecten, uitkomsten, strict=True)
    ]
    heel = notatie.getal
    rijen = [
        _getallen("Opdrachten", "Haalbaar", [t.haalbaar for t in tellingen], heel),
        _getallen("Opdrachten", "Onder druk", [t.onder_druk for t in tellingen], heel),
        _getallen("Opdrachten", "Niet haalbaar", [t.niet_haalbaar for t in tellingen], heel),
        _getallen("Opdrachten", "Geparkeerd", [t.geparkeerd for t in tellingen], heel),
        _getallen("Opdrachten", "Plaats van de lijn", [e.lijn for e in effecten], heel),
    ]

    def som(veld: Callable[[Opdrachtregel], int]) -> list[int]:
        return [sum(veld(r) for r in e.opdrachten) for e in effecten]

    if zichtbaar is None:
        aanbod = [notatie.uren_heel(e.organisatie.aanbod_honderdste or 0) for e in effecten]
        rijen.append(_getallen("Uren", "Beschikbaar", aanbod, heel))
    for wat, uren in (
        ("Gevraagd", som(lambda r: r.gevraagd_honderdste)),
        ("Toegekend", som(lambda r: r.toegekend_honderdste)),
        ("Tekort", som(lambda r: r.tekort_honderdste)),
    ):
        rijen.append(_getallen("Uren", wat, [notatie.uren_heel(u) for u in uren], heel))
    for wat, cent in (
        ("Gevraagd", som(lambda r: r.gevraagd_cent)),
        ("Toegekend", som(lambda r: r.toegekend_cent)),
    ):
        rijen.append(_getallen("Euro's", wat, cent, notatie.euro))
    return rijen


def _opdrachten(
    uitkomsten: Sequence[Uitkomst],
    namen: Namen,
    zichtbaar: frozenset[OpdrachtCode],
    mee: frozenset[OpdrachtCode],
) -> tuple[list[Vergelijkrij], list[str], int]:
    """The visible opdrachten that differ anywhere, in the order of the plan; how many do not, and
    how many only stand at another place because another one moved."""
    volgordes = [_plaatsen(u) for u in uitkomsten]
    kolommen = [
        _standen(u, bewogen(volgordes[0], v)) for u, v in zip(uitkomsten, volgordes, strict=True)
    ]
    codes = list(dict.fromkeys(code for kolom in kolommen for code in kolom if code in zichtbaar))
    rijen = {
        code: replace(
            _rij(
                "Opdrachten die verschillen",
                namen.opdracht(code),
                [kolom.get(code, (None, notatie.ONBEKEND)) for kolom in kolommen],
            ),
            mee=code in mee,
        )
        for code in codes
    }
    anders = [rij for rij in rijen.values() if rij.verschilt]
    # What differs nowhere but in the words for its place made room for another.
    opgeschoven = sum(len(set(r.waarden)) > 1 for r in rijen.values() if not r.verschilt)
    gelijk = len(rijen) - len(anders) - opgeschoven
    tekst = [notatie.aantal(gelijk, "opdracht", "opdrachten")] if gelijk else []
    return anders, tekst, opgeschoven


def _plaatsen(uitkomst: Uitkomst) -> list[OpdrachtCode]:
    return [regel.opdracht for regel in uitkomst.effecten.opdrachten]


def _standen(
    uitkomst: Uitkomst, verplaatst: frozenset[OpdrachtCode]
) -> dict[OpdrachtCode, tuple[object, str]]:
    """Place, status and coverage of every opdracht; of one that claims nothing its status. What
    only made room for another does not differ by its place."""
    uit: dict[OpdrachtCode, tuple[object, str]] = {}
    for regel in uitkomst.effecten.opdrachten:
        status = regel.status.value if regel.status else "vraagt niets"
        delen = [f"plaats {regel.plaats}", status]
        if regel.dekking is not None:
            delen.append(notatie.dekking(regel.dekking))
        uit[regel.opdracht] = (
            (
                regel.plaats if regel.opdracht in verplaatst else None,
                regel.status,
                regel.gevraagd_honderdste,
                regel.toegekend_honderdste,
                regel.gevraagd_cent,
                regel.toegekend_cent,
            ),
            " · ".join(delen),
        )
    for opdracht in uitkomst.stand.plan.opdrachten:
        if opdracht.opdracht not in uit and opdracht.status is not Status.AFGEROND:
            uit[opdracht.opdracht] = (opdracht.status, opdracht.status.value)
    return uit


def _per_sleutel(
    uitkomsten: Sequence[Uitkomst], dimensie: Dimensie, namen: Namen
) -> tuple[list[Vergelijkrij], list[str]]:
    """Granted hours per key that differs anywhere, in the whole hours of the board; how many keys
    do not."""

    def toegekend(effecten: Effecten) -> dict[str | None, int]:
        return {r.sleutel: r.toegekend_honderdste for r in effecten.per[dimensie]}

    plan, *andere = (toegekend(u.effecten) for u in uitkomsten)
    sleutels = sorted(
        {s for kolom in (plan, *andere) for s in kolom}, key=lambda s: (s is None, s or "")
    )
    naast = [[(s, plan.get(s, 0), kolom.get(s, 0)) for s in sleutels] for kolom in andere]
    heel = [hele_paren(paren) for paren in naast]
    rijen = [
        _getallen(
            _GROEPEN[dimensie],
            namen.sleutel(dimensie, sleutel),
            [heel[0][sleutel][0], *(uren[sleutel][1] for uren in heel)],
            notatie.getal,
        )
        for i, sleutel in enumerate(sleutels)
        if any(paren[i][1] != paren[i][2] for paren in naast)
    ]
    gelijk = len(sleutels) - len(rijen)
    enkel, meer = (
        ("opdrachtgever", "opdrachtgevers")
        if dimensie is Dimensie.OPDRACHTGEVER
        else ("gebied", "gebieden")
    )
    return rijen, [notatie.aantal(gelijk, enkel, meer)] if gelijk else []
