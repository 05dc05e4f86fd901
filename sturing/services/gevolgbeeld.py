"""The effect of an upload ready to draw: teams, statuses, opdrachten by name, and the line.

Owns the figures and words of "Wat doet dit met de lijn?" and of hours and fte per team. Gains and
losses are made by one rule and in one order, so that neither is hidden. Must never calculate a
result: it reads a Gevolg. Texts are Dutch notation; a difference is taken of the two shown numbers.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, Effecten, Opdrachtregel
from sturing.services import notatie
from sturing.services.beelden import Effectrij, Telling
from sturing.services.bordbeeld import alleen, geparkeerd, telling
from sturing.services.effectrijen import effectrijen
from sturing.services.gevolg import Gevolg, Zicht, zicht_op
from sturing.services.namen import Namen
from sturing.services.teamcijfers import (
    Teamverschil,
    domeinverschillen,
    teams_samen,
    teamverschillen,
)

TABS = {
    "Opdrachtgever": Dimensie.OPDRACHTGEVER,
    "Gebied": Dimensie.GEBIED,
    "Team": Dimensie.TEAM,
}
NIEUW = "nieuw"
WEG = "vraagt niets meer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dekkingsrij:
    """One opdracht whose coverage or status changes; `status` is the one after, None without.

    `oordeel` says it in words: "past nu helemaal", "past niet meer", "nieuw" and so on.
    """

    naam: str
    status: Haalbaarheid | None
    voor: str
    na: str
    oordeel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolgbeeld:
    """What a person sees of the effect; without a right on totals only of the visible opdrachten.

    `zin` is for the answer of the page. `teams` and `domeinen` hold only those whose hours or fte
    change; `samen` adds the teams up, None with fewer than two. `beter` and `minder` hold every
    opdracht that changes, largest change first. `tabs` are granted hours, the total last.
    """

    jaar: int
    toelichting: str
    zin: str
    teams: tuple[Teamverschil, ...]
    domeinen: tuple[Teamverschil, ...]
    samen: Teamverschil | None
    toont_lijn: bool
    telling_voor: Telling
    telling_na: Telling
    beter: tuple[Dekkingsrij, ...]
    minder: tuple[Dekkingsrij, ...]
    lijn: str
    tabs: dict[str, tuple[Effectrij, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanleiding:
    """What would be done, as the sentences name it: `wat` changes a year, `na` is then."""

    wat: str
    na: str


UPLOAD = Aanleiding(wat="Dit bestand", na="Na overnemen")
ONGEDAAN = Aanleiding(wat="Ongedaan maken", na="Daarna")


def maak_gevolgbeeld(gevolg: Gevolg, wie: Wie, aanleiding: Aanleiding = UPLOAD) -> Gevolgbeeld:
    """The effect as `wie` may see it."""
    zicht = zicht_op(gevolg, wie)
    voor, na = gevolg.voor.effecten, gevolg.na.effecten
    telt: Collection[str] | None = None
    if not zicht.totalen:
        telt = zicht.opdrachten
        voor, na = alleen(voor, telt), alleen(na, telt)
    telling_voor = telling(voor, geparkeerd(gevolg.voor, telt))
    telling_na = telling(na, geparkeerd(gevolg.na, telt))
    beter, minder = _dekkingen(voor, na, gevolg.namen, zicht)
    teams = teamverschillen(gevolg.voor, gevolg.na, gevolg.namen, zicht.teams)
    toont_lijn = zicht.totalen or bool(zicht.opdrachten)
    return Gevolgbeeld(
        jaar=gevolg.horizon.van.jaar,
        toelichting=_toelichting(gevolg, zicht, aanleiding.wat, toont_lijn=toont_lijn),
        zin=_zin(aanleiding.na, telling_voor, telling_na, beter, minder) if toont_lijn else "",
        teams=teams,
        domeinen=domeinverschillen(gevolg.voor, gevolg.na) if zicht.totalen else (),
        samen=teams_samen(gevolg.voor, gevolg.na, [team.sleutel for team in teams]),
        toont_lijn=toont_lijn,
        telling_voor=telling_voor,
        telling_na=telling_na,
        beter=beter,
        minder=minder,
        lijn=_lijnzin(voor, na),
        tabs={tab: effectrijen(d, gevolg.verschil[d], gevolg.namen) for tab, d in TABS.items()}
        if zicht.totalen
        else {},
    )


def _toelichting(gevolg: Gevolg, zicht: Zicht, wat: str, *, toont_lijn: bool) -> str:
    jaar = gevolg.horizon.van.jaar
    delen = []
    if jaar != gevolg.planjaar:
        delen.append(f"{wat} verandert {gevolg.planjaar} niet. U ziet hier {jaar}.")
    if gevolg.andere_jaren:
        jaren = notatie.opsomming([str(j) for j in gevolg.andere_jaren])
        delen.append(f"{wat} verandert ook {jaren}. U ziet hier {jaar}.")
    if not toont_lijn:
        delen.append("Wat dit met de opdrachten doet, mag u met uw rol niet zien.")
    elif not zicht.totalen:
        delen.append("U ziet alleen de opdrachten die u mag zien.")
    return " ".join(delen)


def _zin(
    dan: str,
    voor: Telling,
    na: Telling,
    beter: tuple[Dekkingsrij, ...],
    minder: tuple[Dekkingsrij, ...],
) -> str:
    """The effect in one sentence: what is not haalbaar first, then what is onder druk."""
    for toen, nu, hoe in (
        (voor.niet_haalbaar, na.niet_haalbaar, "niet haalbaar is"),
        (voor.onder_druk, na.onder_druk, "onder druk staat"),
    ):
        if toen != nu:
            return (
                f"{dan} gaat het aantal opdrachten dat {hoe} van "
                f"{notatie.getal(toen)} naar {notatie.getal(nu)}."
            )
    if beter and minder:
        meer = notatie.aantal(len(beter), "opdracht", "opdrachten")
        werkwoord = "krijgt" if len(beter) == 1 else "krijgen"
        return f"{dan} {werkwoord} {meer} meer dekking en {notatie.getal(len(minder))} minder."
    if beter or minder:
        rijen, hoe = (beter, "meer") if beter else (minder, "minder")
        werkwoord = "krijgt" if len(rijen) == 1 else "krijgen"
        hoeveel = notatie.aantal(len(rijen), "opdracht", "opdrachten")
        return f"{dan} {werkwoord} {hoeveel} {hoe} dekking."
    return "Aan de haalbaarheid van de opdrachten verandert niets."


def _lijnzin(voor: Effecten, na: Effecten) -> str:
    if voor.lijn == na.lijn:
        if not na.lijn:
            return "De lijn blijft boven de eerste plaats: ook daar is niet alles haalbaar."
        return f"De lijn blijft op plaats {na.lijn}: tot daar is alles haalbaar."
    naar = f"naar plaats {na.lijn}" if na.lijn else "naar boven de eerste plaats"
    van = f"van plaats {voor.lijn}" if voor.lijn else "van boven de eerste plaats"
    einde = ": tot daar is alles haalbaar." if na.lijn else "."
    return f"De lijn gaat {van} {naar}{einde}"


def _dekkingen(
    voor: Effecten, na: Effecten, namen: Namen, zicht: Zicht
) -> tuple[tuple[Dekkingsrij, ...], tuple[Dekkingsrij, ...]]:
    """Opdrachten with more coverage than before, and with less; largest change first, then place.

    A new opdracht that is haalbaar is a gain, any other new one falls short; one that no longer
    asks anything is a loss when it was granted something.
    """
    oud = {r.opdracht: r for r in voor.opdrachten if r.opdracht in zicht.opdrachten}
    nieuw = {r.opdracht: r for r in na.opdrachten if r.opdracht in zicht.opdrachten}
    beter: list[tuple[Fraction, int, Dekkingsrij]] = []
    minder: list[tuple[Fraction, int, Dekkingsrij]] = []
    for code, regel in (oud | nieuw).items():
        eerst, straks = oud.get(code), nieuw.get(code)
        stap = _stap(eerst, straks)
        if stap:
            lijst = beter if stap > 0 else minder
            lijst.append((-abs(stap), regel.plaats, _rij(namen.opdracht(code), eerst, straks)))
    return (
        tuple(rij for _, _, rij in sorted(beter, key=lambda t: t[:2])),
        tuple(rij for _, _, rij in sorted(minder, key=lambda t: t[:2])),
    )


def _dekking(regel: Opdrachtregel | None) -> Fraction | None:
    """Of the hours; of the euros for an opdracht that asks no hours, as its status is."""
    if regel is None:
        return None
    if regel.dekking is None and regel.gevraagd_cent:
        return Fraction(regel.toegekend_cent, regel.gevraagd_cent)
    return regel.dekking


def _stap(eerst: Opdrachtregel | None, straks: Opdrachtregel | None) -> Fraction:
    """How much better (above 0) or worse it becomes; 0 when nothing that is shown changes."""
    voor, na = _dekking(eerst), _dekking(straks)
    if eerst is None and straks is not None and na is not None:
        return na if straks.status is Haalbaarheid.HAALBAAR else na - 2
    return (na or Fraction(0)) - (voor or Fraction(0))


def _rij(naam: str, eerst: Opdrachtregel | None, straks: Opdrachtregel | None) -> Dekkingsrij:
    voor = notatie.dekking(_dekking(eerst)) if eerst else NIEUW
    na = notatie.dekking(_dekking(straks)) if straks else WEG
    if eerst and straks and voor == na:
        voor, na = _preciezer(_dekking(eerst)), _preciezer(_dekking(straks))
    return Dekkingsrij(
        naam=naam,
        status=straks.status if straks else None,
        voor=voor,
        na=na,
        oordeel=_oordeel(eerst, straks),
    )


def _preciezer(deel: Fraction | None) -> str:
    """With two decimals: for two coverages that are the same whole percentage."""
    return notatie.ONBEKEND if deel is None else f"{notatie.getal(deel * 100, 2)}%"


def _oordeel(eerst: Opdrachtregel | None, straks: Opdrachtregel | None) -> str:
    if straks is None:
        return WEG
    if eerst is None:
        return "nieuw, past helemaal" if straks.past else "nieuw, past niet helemaal"
    if straks.past and not eerst.past:
        return "past nu helemaal"
    if eerst.past and not straks.past:
        return "past niet meer"
    if straks.status is not eerst.status:
        return f"wordt {straks.status.value}" if straks.status else "vraagt geen uren meer"
    return "meer dekking" if _stap(eerst, straks) > 0 else "minder dekking"
