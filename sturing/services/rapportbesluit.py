"""What changed since the last decision: the plan right after it against the plan of now.

Owns the words and the table of that part of a report. The numbers are the engine's, of both plans
over the same months. Must never judge a right: who calls gives the opdrachten that may be named.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sturing.domain.besluit import Besluit, Voorstelstand
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.rapport.model import Cel, Deel, Kolom, Kolomsoort, Rij, Tabel, Zinnen
from sturing.services import notatie
from sturing.services.besluitplan import plannen_van
from sturing.services.bordzinnen import Beweging, winnaars_en_verliezers
from sturing.services.effectrijen import hele_paren
from sturing.services.namen import Namen, namen_samen, namen_van
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import besluiten as ledger

MEESTE = 8
"""So many opdrachten are named; the rest is counted."""
KOP = "Sinds het laatste besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sindsbesluit:
    """The last decision that was taken, the result of the plan right after it, that of now, and
    the names of both; None before the first decision."""

    besluit: Besluit | None
    toen: Uitkomst
    nu: Uitkomst
    namen: Namen


def sinds_besluit(omgeving: Omgeving, basis: Basis) -> Sindsbesluit:
    """Both plans over the horizon of `basis`; the earlier one is calculated once per levering."""
    genomen = [b for b in ledger.lijst(omgeving.opslag) if b.stand is Voorstelstand.AANGENOMEN]
    if not genomen:
        return Sindsbesluit(besluit=None, toen=basis.uitkomst, nu=basis.uitkomst, namen=basis.namen)
    besluit = max(genomen, key=lambda b: b.nummer)
    horizon = basis.uitkomst.horizon

    def reken_toen() -> Uitkomst:
        plan = plannen_van(omgeving, besluit).na
        return basis.uitkomst if plan is None else reken(plan, horizon)

    sleutel = ("na besluit", besluit.nummer, basis.levering, horizon)
    toen = omgeving.onthoud(sleutel, reken_toen)
    return Sindsbesluit(
        besluit=besluit,
        toen=toen,
        nu=basis.uitkomst,
        namen=namen_samen(namen_van(toen.stand.plan), basis.namen),
    )


def veranderd(sinds: Sindsbesluit, codes: Collection[str]) -> tuple[Deel, ...]:
    """What the opdrachten in `codes` were granted right after the last decision, and now."""
    besluit = sinds.besluit
    if besluit is None:
        return (Zinnen(kop=KOP, zinnen=("Er is nog geen besluit genomen.",)),)
    zin = (
        f"Het laatste besluit is nummer {besluit.nummer}, ‘{besluit.titel}’, van "
        f"{notatie.datum_zin(notatie.dag(besluit.tijdstip))}."
    )
    meer, minder = winnaars_en_verliezers(sinds.toen.effecten, sinds.nu.effecten)
    anders = {b.opdracht: b for b in (*minder, *meer) if b.opdracht in codes}
    if not anders:
        geen = "Sindsdien krijgt geen van deze opdrachten meer of minder uren of geld."
        return (Zinnen(kop=KOP, zinnen=(zin, geen)),)
    bewegingen = sorted(
        anders.values(), key=lambda b: (-abs(b.uren_honderdste), -abs(b.cent), b.opdracht)
    )
    return (
        Zinnen(kop=KOP, zinnen=(zin, _telzin(bewegingen))),
        _tabel(sinds, bewegingen),
    )


def _telzin(bewegingen: Collection[Beweging]) -> str:
    meer = sum(b.uren_honderdste > 0 or (not b.uren_honderdste and b.cent > 0) for b in bewegingen)
    minder = len(bewegingen) - meer
    delen = [
        f"{notatie.aantal(aantal, 'opdracht', 'opdrachten')} {wat}"
        for aantal, wat in ((meer, "meer"), (minder, "minder"))
        if aantal
    ]
    werkwoord = "krijgt" if (meer or minder) == 1 else "krijgen"
    return f"Sindsdien {werkwoord} {notatie.opsomming(delen)} uren of geld."


def _tabel(sinds: Sindsbesluit, bewegingen: list[Beweging]) -> Tabel:
    toen = {r.opdracht: r.toegekend_honderdste for r in sinds.toen.effecten.opdrachten}
    nu = {r.opdracht: r.toegekend_honderdste for r in sinds.nu.effecten.opdrachten}
    heel = hele_paren(
        [(b.opdracht, toen.get(b.opdracht, 0), nu.get(b.opdracht, 0)) for b in bewegingen]
    )
    rijen = [(sinds.namen.opdracht(b.opdracht), *heel[b.opdracht]) for b in bewegingen[:MEESTE]]
    rest = [heel[b.opdracht] for b in bewegingen[MEESTE:]]
    if rest:
        naam = f"nog {notatie.aantal(len(rest), 'andere opdracht', 'andere opdrachten')}"
        rijen.append((naam, sum(a for a, _ in rest), sum(b for _, b in rest)))
    som = (sum(a for _, a, _ in rijen), sum(b for _, _, b in rijen))
    uur = Kolomsoort.UREN
    return Tabel(
        kop="Toegekend bij dat besluit en nu",
        blad="Sinds het besluit",
        uitleg="Per opdracht de uren van de hele opdracht. Het grootste verschil staat bovenaan.",
        kolommen=(
            Kolom(kop="Opdracht", breedte=8),
            Kolom(kop="Bij het besluit", eenheid="uur", soort=uur),
            Kolom(kop="Nu", eenheid="uur", soort=uur),
            Kolom(kop="Verschil", eenheid="uur", soort=Kolomsoort.VERSCHIL),
        ),
        rijen=(*(_rij(*rij) for rij in rijen), _rij("Samen", *som, totaal=True)),
    )


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
