"""Windows: from before to, with a working day in it, and inside what they belong to.

Owns: the order of van and tot, Inzet outside the window of its opdracht, overlapping Capaciteit.
Windows are days, ends included; an empty end is open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import cast

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Rij, Waarde
from sturing.engine.kalender import werkdagen
from sturing.intake.codes import Code
from sturing.intake.melding import dag_tekst
from sturing.intake.ontleden import Regel
from sturing.intake.schema import PER_BLAD
from sturing.intake.stand import Geheel, Regels

_LANG_GENOEG = 14
"""Any two weeks hold a working day, whatever the holidays."""


def controleer_vensters(regels: Regels) -> Iterator[Bevinding]:
    """Windows that end before they start or hold no working day; marks `tot` as refused."""
    for naam, lijst in regels.items():
        velden = PER_BLAD[naam].per_veld
        if "van" not in velden or "tot" not in velden:
            continue
        goed: set[tuple[Waarde, Waarde]] = set()
        for regel in lijst:
            van, tot = regel.waarden.get("van"), regel.waarden.get("tot")
            if (van, tot) in goed:
                continue
            if not isinstance(van, date) or not isinstance(tot, date):
                continue
            if tot < van:
                bevinding = regel.meld(
                    Code.VENSTER_OMGEKEERD,
                    f"de periode eindigt ({dag_tekst(tot)}) voor zij begint ({dag_tekst(van)}).",
                    "Toegestaan: een tot die niet voor van ligt.",
                    "tot",
                )
            elif (tot - van).days < _LANG_GENOEG and werkdagen(van, tot) == 0:
                bevinding = regel.meld(
                    Code.VENSTER_ZONDER_WERKDAG,
                    f"van {dag_tekst(van)} tot en met {dag_tekst(tot)} is geen werkdag.",
                    "Toegestaan: een periode met minstens één werkdag.",
                    "tot",
                )
            else:
                goed.add((van, tot))
                continue
            regel.fout.add("tot")
            yield bevinding


def controleer_inzet_in_venster(geheel: Geheel) -> Iterator[Bevinding]:
    """Inzet before or after the window of its opdracht, from both sides of an upload."""
    vensters = {
        rij["opdracht"]: (rij["van"], rij["tot"])
        for rij in geheel.na("Opdrachten")
        if rij["van"] is not None or rij["tot"] is not None
    }
    for regel, rij in geheel.nieuw("Inzet") if vensters else ():
        venster = vensters.get(rij["opdracht"])
        for veld, grens in _buiten(rij, venster) if venster else ():
            begint = veld == "van"
            yield regel.meld(
                Code.INZET_BUITEN_VENSTER,
                f"deze inzet {'begint' if begint else 'eindigt'} op "
                f"{dag_tekst(cast(date, rij[veld]))}; opdracht '{rij['opdracht']}' "
                f"{'begint' if begint else 'eindigt'} op {dag_tekst(grens)}.",
                "Klopt dit? Dan hoeft u niets te doen.",
                veld,
            )
    yield from _opgeslagen_inzet_buiten(geheel, vensters)


def _opgeslagen_inzet_buiten(
    geheel: Geheel, vensters: dict[Waarde, tuple[Waarde, Waarde]]
) -> Iterator[Bevinding]:
    """Stored Inzet that a changed window of an opdracht leaves outside: one per opdracht."""
    voor = {rij["opdracht"]: (rij["van"], rij["tot"]) for rij in geheel.voor.get("Opdrachten", ())}
    veranderd = {
        rij["opdracht"]: regel
        for regel, rij in geheel.nieuw("Opdrachten")
        if rij["opdracht"] in voor and voor[rij["opdracht"]] != (rij["van"], rij["tot"])
    }
    if not veranderd:
        return
    in_bestand = {(rij["opdracht"], rij["team"]) for _, rij in geheel.nieuw("Inzet")}
    buiten: Counter[Waarde] = Counter()
    velden: dict[Waarde, str] = {}
    for rij in geheel.na("Inzet"):
        opdracht = rij["opdracht"]
        if opdracht in veranderd and (opdracht, rij["team"]) not in in_bestand:
            for veld, _ in _buiten(rij, vensters.get(opdracht, (None, None))):
                buiten[opdracht] += 1
                velden.setdefault(opdracht, veld)
    for opdracht, aantal in buiten.items():
        yield veranderd[opdracht].meld(
            Code.INZET_BUITEN_VENSTER,
            f"opdracht '{opdracht}' krijgt een andere periode. Daar valt opgeslagen inzet buiten "
            f"({aantal} keer).",
            "Pas de inzet aan, of laat het zo.",
            velden[opdracht],
        )


def _buiten(rij: Rij, venster: tuple[Waarde, Waarde]) -> Iterator[tuple[str, date]]:
    """The bound of an Inzet row that lies outside the window, with the bound of the window."""
    van, tot = venster
    if isinstance(van, date) and cast(date, rij["van"]) < van:
        yield "van", van
    if isinstance(tot, date) and cast(date, rij["tot"]) > tot:
        yield "tot", tot


def controleer_overlap(geheel: Geheel) -> Iterator[Bevinding]:
    """Two rows of Capaciteit of the same team and soort that overlap add up: worth a look."""
    groepen: dict[tuple[Waarde, Waarde], list[tuple[date, date, Regel]]] = defaultdict(list)
    for regel, rij in geheel.nieuw("Capaciteit"):
        venster = (cast(date, rij["van"]), cast(date, rij["tot"]), regel)
        groepen[rij["team"], rij["soort"]].append(venster)
    for (team, soort), vensters in groepen.items():
        vensters.sort(key=lambda venster: venster[0])
        _, laatste, lopend = vensters[0]
        for van, tot, regel in vensters[1:]:
            if van <= laatste:
                eerder, later = sorted((lopend, regel), key=lambda r: (r.tabel.nummer, r.rij))
                yield later.meld(
                    Code.CAPACITEIT_OVERLAP,
                    f"{later.plaats} en {eerder.plaats} zijn allebei {soort} van team '{team}' en "
                    "overlappen. Zij tellen bij elkaar op.",
                    "Klopt dit? Dan hoeft u niets te doen.",
                    "van",
                )
            if tot > laatste:
                laatste, lopend = tot, regel
