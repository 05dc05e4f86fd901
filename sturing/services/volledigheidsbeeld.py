"""What the completeness view shows, with its texts: how a sheet stands, and who delivers what.

Owns the words about one sheet (`jan–dec · 12 dagen`), one delivery and one date. Must never judge:
how a sheet stands comes from analyses/volledigheid.py. Ages are whole days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sturing.analyses.leverplicht import Leverplicht
from sturing.analyses.volledigheid import Bladregel, Leverstand, Voor
from sturing.domain.keuzes import Rol
from sturing.services import notatie
from sturing.services.beelden import Kop

NAMEN_GETOOND = 2
HELE_ORGANISATIE = "Hele organisatie"
_MEERVOUD = {
    Rol.STRATEGISCH_MANAGER: "Strategisch managers",
    Rol.CONTROLLER: "Controllers",
}
_STUKS = {
    "Teamplannen": ("resultaat", "resultaten"),
    "Gebiedsagenda": ("punt", "punten"),
    "Opdrachten": ("opdracht", "opdrachten"),
    "Programmas": ("programma", "programma's"),
    "Doelen": ("doel", "doelen"),
    "Gebieden": ("gebied", "gebieden"),
}
MEERVOUDIG = frozenset({"Teamplannen", "Uren", "Teamrollen"})
"""Sheets of which the name takes a verb in the plural."""


class Teken(StrEnum):
    """How a cell is marked: a sign and a colour, always with the words beside it."""

    GOED = "goed"
    OPEN = "open"
    DRUK = "druk"
    NIET = "niet"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladcel:
    """How one sheet stands, in a few words."""

    teken: Teken
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamrij:
    """One team; `cellen` in the order of the view's `bladen`."""

    team: str
    naam: str
    compleet: bool
    cellen: tuple[Bladcel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladrij:
    """One sheet in full: how it stands, which levering brought it, and what is asked next."""

    naam: str
    blad: str
    cel: Bladcel
    levering: str
    datum: str
    leeftijd: str
    door: str
    uiterlijk: str
    wie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverregel:
    """Who delivers what, for whom, before which day and for which product of the cycle."""

    te_laat: bool
    dag: date | None
    wanneer: str
    uiterlijk: str
    wie: str
    wat: str
    voor: str
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Volledigheidsbeeld:
    """The screen. `eerst` is the first date and who then delivers what; `anderen` counts the teams
    that one may not see apart; `ander_jaar` says what is open in the year that runs. All three are
    empty when there is nothing to say."""

    kop: Kop
    eerst: str
    bladen: tuple[str, ...]
    teams: tuple[Teamrij, ...]
    per_team: dict[str, tuple[Bladrij, ...]]
    sjabloon_voor: frozenset[str]
    anderen: str
    ander_jaar: str
    leveren: tuple[Leverregel, ...]
    organisatie: tuple[Bladrij, ...]
    gebieden: tuple[Bladrij, ...]


def leeftijd(dagen: int | None) -> str:
    """`vandaag`, `1 dag`, `206 dagen`; a dash when unknown."""
    if dagen is None:
        return notatie.ONBEKEND
    return "vandaag" if dagen == 0 else notatie.aantal(dagen, "dag", "dagen")


def bladcel(regel: Bladregel) -> Bladcel:
    """The mark and the words of one sheet. Red only when a date has passed."""
    oud = leeftijd(regel.leeftijd_dagen)
    match regel.stand:
        case Leverstand.LATER:
            return Bladcel(teken=Teken.GEEN, tekst="nog niet nodig")
        case Leverstand.NIET_NODIG:
            return Bladcel(teken=Teken.GEEN, tekst="niet nodig")
        case Leverstand.VEROUDERD:
            return Bladcel(teken=Teken.DRUK, tekst=f"verouderd · {oud}")
        case Leverstand.COMPLEET:
            return Bladcel(teken=Teken.GOED, tekst=f"{_inhoud(regel)} · {oud}")
    mist = [p for p in regel.plichten if not p.ververs]
    te_laat = any(p.te_laat for p in mist)
    tekst = "ontbreekt"
    if regel.ontbreekt:
        werkwoord = "ontbreekt" if len(regel.ontbreekt) == 1 else "ontbreken"
        tekst = f"{notatie.maandreeks(regel.ontbreekt)} {werkwoord}"
    return Bladcel(
        teken=Teken.NIET if te_laat else Teken.OPEN,
        tekst=f"te laat: {tekst}" if te_laat else tekst,
    )


def _inhoud(regel: Bladregel) -> str:
    """The months that are there; of a sheet without months how many rows."""
    if regel.maanden:
        return notatie.maandreeks(regel.maanden)
    enkel, meer = _STUKS.get(regel.blad, ("rij", "rijen"))
    return notatie.aantal(regel.rijen, enkel, meer)


def bladrij(regel: Bladregel) -> Bladrij:
    """One sheet in full."""
    eerste = regel.eerste
    return Bladrij(
        naam=regel.naam,
        blad=regel.blad,
        cel=bladcel(regel),
        levering=notatie.ONBEKEND if regel.levering is None else str(regel.levering),
        datum=notatie.datum(regel.ingeleverd),
        leeftijd=leeftijd(regel.leeftijd_dagen),
        door=regel.door or notatie.ONBEKEND,
        uiterlijk=_uiterlijk(eerste) if eerste else notatie.ONBEKEND,
        wie=leverancier(eerste) if eerste else notatie.ONBEKEND,
    )


def _uiterlijk(plicht: Leverplicht) -> str:
    return "doorlopend" if plicht.laatste_dag is None else notatie.datum(plicht.laatste_dag)


def leverancier(plicht: Leverplicht) -> str:
    """Who holds the role, by name; several as the role, nobody as what is to be arranged."""
    rol = plicht.rol.value.capitalize()
    if not plicht.namen:
        return f"{rol}, nog niet aangewezen"
    return plicht.namen[0] if len(plicht.namen) == 1 else _MEERVOUD.get(plicht.rol, rol)


def enkele(namen: Sequence[str], getoond: int = NAMEN_GETOOND) -> str:
    """The first names and how many others: `Burgerzaken, Wonen en 3 andere`."""
    if len(namen) <= getoond:
        return notatie.opsomming(namen)
    rest = len(namen) - getoond
    return notatie.opsomming([*namen[:getoond], f"{notatie.getal(rest)} andere"])


_Groep = tuple[bool, date | None, str, str, bool]
"""Late or not, last day, product, who, and whether it is there but has to be brought again."""


def leverregels(regels: Iterable[Bladregel], peildag: date) -> tuple[Leverregel, ...]:
    """Everything that is still asked: late first, then by date, without a date last.

    One line for one person, day and product: sheets that are asked for the same teams stand
    together, and teams of which the same months are missing.
    """
    per_blad: dict[tuple[_Groep, str], list[str]] = {}
    for regel in regels:
        for plicht in regel.plichten:
            groep = (
                plicht.te_laat,
                plicht.laatste_dag,
                plicht.product,
                leverancier(plicht),
                plicht.ververs,
            )
            per_blad.setdefault((groep, _wat(regel.blad, plicht)), []).append(_voor(regel))
    samen: dict[tuple[_Groep, tuple[str, ...]], list[str]] = {}
    for (groep, wat), voor in per_blad.items():
        samen.setdefault((groep, tuple(voor)), []).append(wat)
    volgorde = sorted(
        samen.items(), key=lambda s: (not s[0][0][0], s[0][0][1] or date.max, s[0][0][2:], s[1])
    )
    return tuple(
        Leverregel(
            te_laat=te_laat,
            dag=dag,
            wanneer=_wanneer(dag, peildag),
            uiterlijk="doorlopend" if dag is None else notatie.datum(dag),
            wie=naam,
            wat=notatie.opsomming(wat) + (" opnieuw" if ververs else ""),
            voor=enkele(voor),
            product=product,
        )
        for ((te_laat, dag, product, naam, ververs), voor), wat in volgorde
    )


def _wat(blad: str, plicht: Leverplicht) -> str:
    return f"{blad} ({notatie.maandreeks(plicht.maanden)})" if plicht.maanden else blad


def _voor(regel: Bladregel) -> str:
    return HELE_ORGANISATIE if regel.voor is Voor.ORGANISATIE else regel.naam


def _wanneer(dag: date | None, peildag: date) -> str:
    if dag is None:
        return "geen datum"
    dagen = (dag - peildag).days
    if dagen < 0:
        return f"{leeftijd(-dagen)} te laat"
    return "vandaag" if dagen == 0 else f"over {leeftijd(dagen)}"
