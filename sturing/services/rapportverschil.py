"""What changed: the plan of now against the one right after the last decision, or a scenario
against the plan in force.

Owns the words and the table of that part of a report. The numbers are the engine's, of both plans
over the same months. Must never judge a right: who calls gives the opdrachten that may be named.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sturing.domain.besluit import Voorstelstand
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rapport.model import Cel, Deel, Kolom, Kolomsoort, Rij, Tabel, Zinnen
from sturing.services import notatie
from sturing.services.besluitplan import plannen_van
from sturing.services.blik import Blik
from sturing.services.bordzinnen import Beweging, winnaars_en_verliezers
from sturing.services.effectrijen import hele_paren
from sturing.services.namen import Namen, namen_samen, namen_van
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import besluiten as ledger

MEESTE = 8
"""So many opdrachten are named; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """Two results over the same months, the names of both, and how each is called.

    `zin` comes first and says which plans these are; `sinds` begins the sentence that counts.
    `toen` None: there is nothing to lay beside it, and `zin` says so.
    """

    kop: str
    zin: str
    sinds: str
    toen: Uitkomst | None
    nu: Uitkomst
    namen: Namen
    kolommen: tuple[str, str]


def sinds_besluit(omgeving: Omgeving, basis: Basis) -> Vergelijking:
    """The plan right after the last decision beside that of now; it is calculated once."""
    genomen = [b for b in ledger.lijst(omgeving.opslag) if b.stand is Voorstelstand.AANGENOMEN]
    kop, kolommen = "Sinds het laatste besluit", ("Bij het besluit", "Nu")
    if not genomen:
        return Vergelijking(
            kop=kop,
            zin="Er is nog geen besluit genomen.",
            sinds="",
            toen=None,
            nu=basis.uitkomst,
            namen=basis.namen,
            kolommen=kolommen,
        )
    besluit = max(genomen, key=lambda b: b.nummer)
    horizon = basis.uitkomst.horizon

    def reken_toen() -> Uitkomst:
        plan = plannen_van(omgeving, besluit).na
        return basis.uitkomst if plan is None else reken(plan, horizon)

    sleutel = ("na besluit", besluit.nummer, basis.levering, horizon)
    toen = omgeving.onthoud(sleutel, reken_toen)
    dag = notatie.datum_zin(notatie.dag(besluit.tijdstip))
    return Vergelijking(
        kop=kop,
        zin=f"Het laatste besluit is nummer {besluit.nummer}, ‘{besluit.titel}’, van {dag}.",
        sinds="Sindsdien",
        toen=toen,
        nu=basis.uitkomst,
        namen=namen_samen(namen_van(toen.stand.plan), basis.namen),
        kolommen=kolommen,
    )


def naast_plan(blik: Blik) -> Vergelijking:
    """A scenario beside the plan in force."""
    return Vergelijking(
        kop="Verschil met het plan van nu",
        zin=f"Dit is scenario ‘{blik.naam}’. Het is een concept: er is niets besloten.",
        sinds="Daarin",
        toen=blik.voor,
        nu=blik.uitkomst,
        namen=blik.basis.namen,
        kolommen=("Plan van nu", "Scenario"),
    )


def verschildelen(paar: Vergelijking, codes: Collection[str]) -> tuple[Deel, ...]:
    """What the opdrachten in `codes` were granted on both sides, those that differ."""
    if paar.toen is None:
        return (Zinnen(kop=paar.kop, zinnen=(paar.zin,)),)
    meer, minder = winnaars_en_verliezers(paar.toen.effecten, paar.nu.effecten)
    anders = {b.opdracht: b for b in (*minder, *meer) if b.opdracht in codes}
    if not anders:
        geen = f"{paar.sinds} krijgt geen van deze opdrachten meer of minder uren of geld."
        return (Zinnen(kop=paar.kop, zinnen=(paar.zin, geen)),)
    bewegingen = sorted(
        anders.values(), key=lambda b: (-abs(b.uren_honderdste), -abs(b.cent), b.opdracht)
    )
    return (
        Zinnen(kop=paar.kop, zinnen=(paar.zin, f"{paar.sinds} {_telzin(bewegingen)}")),
        _tabel(paar, paar.toen, bewegingen),
    )


def _telzin(bewegingen: Sequence[Beweging]) -> str:
    meer = sum(b.uren_honderdste > 0 or (not b.uren_honderdste and b.cent > 0) for b in bewegingen)
    minder = len(bewegingen) - meer
    delen = [
        f"{notatie.aantal(aantal, 'opdracht', 'opdrachten')} {wat}"
        for aantal, wat in ((meer, "meer"), (minder, "minder"))
        if aantal
    ]
    werkwoord = "krijgt" if len(bewegingen) == 1 else "krijgen"
    return f"{werkwoord} {notatie.opsomming(delen)} uren of geld."


def _tabel(paar: Vergelijking, toen: Uitkomst, bewegingen: Sequence[Beweging]) -> Tabel:
    eerst = {r.opdracht: r.toegekend_honderdste for r in toen.effecten.opdrachten}
    straks = {r.opdracht: r.toegekend_honderdste for r in paar.nu.effecten.opdrachten}
    heel = hele_paren(
        [(b.opdracht, eerst.get(b.opdracht, 0), straks.get(b.opdracht, 0)) for b in bewegingen]
    )
    met_naam = [b for b in bewegingen if heel[b.opdracht][0] != heel[b.opdracht][1]][:MEESTE]
    rijen = [(paar.namen.opdracht(b.opdracht), *heel[b.opdracht]) for b in met_naam]
    rest = [heel[b.opdracht] for b in bewegingen if b not in met_naam]
    if rest:
        naam = _restnaam(rest, bij_andere=bool(rijen))
        rijen.append((naam, sum(a for a, _ in rest), sum(b for _, b in rest)))
    som = (sum(a for _, a, _ in rijen), sum(b for _, _, b in rijen))
    samen = (_rij("Samen", *som, totaal=True),) if len(rijen) > 1 else ()
    links, rechts = paar.kolommen
    uur = Kolomsoort.UREN
    return Tabel(
        kop=f"Toegekend: {links[0].lower()}{links[1:]} en {rechts[0].lower()}{rechts[1:]}",
        blad="Verschil",
        uitleg="De uren van de hele opdracht. Het grootste verschil staat bovenaan.",
        kolommen=(
            Kolom(kop="Opdracht", breedte=8),
            Kolom(kop=links, eenheid="uur", soort=uur),
            Kolom(kop=rechts, eenheid="uur", soort=uur),
            Kolom(kop="Verschil", eenheid="uur", soort=Kolomsoort.VERSCHIL),
        ),
        rijen=(*(_rij(*rij) for rij in rijen), *samen),
    )


def _restnaam(rest: Sequence[tuple[int, int]], *, bij_andere: bool) -> str:
    """How many stand together in the last row, and that it is about little when it is."""
    woorden = ("andere opdracht", "andere opdrachten") if bij_andere else ("opdracht", "opdrachten")
    naam = f"{'nog ' if bij_andere else ''}{notatie.aantal(len(rest), *woorden)}"
    return naam if any(a != b for a, b in rest) else f"{naam}: minder dan 1 uur, of alleen geld"


def _rij(naam: str, toen: int, nu: int, *, totaal: bool = False) -> Rij:
    verschil = nu - toen
    return Rij(
        cellen=(
            Cel(tekst=naam),
            Cel(tekst=notatie.getal(toen), getal=toen),
            Cel(tekst=notatie.getal(nu), getal=nu),
            Cel(tekst=notatie.getal(verschil, teken=True), getal=verschil),
        ),
        totaal=totaal,
    )
