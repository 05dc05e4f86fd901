"""Every kind of change as one Dutch sentence: object, old and new value, window, euros, reason.

Only words: every number comes from the change itself, or is handed in (the cost of inhuur, which
the engine works out). Units as in the domain.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from sturing.domain import wijziging as w
from sturing.domain.plan import Gewichten
from sturing.domain.wijziging import Wijziging
from sturing.engine.feiten import schuif_dag
from sturing.engine.uurnormen import Normentabel
from sturing.services import notatie
from sturing.services.knopinvoer import precies
from sturing.services.namen import ONZICHTBAAR, Namen

NORMNAMEN = {
    "voltijd_uren_per_week": "voltijd in uren per week",
    "verlofuren": "verlof in uren per jaar",
    "verzuim_pct": "verzuim",
    "indirect_pct": "indirecte tijd",
    "ruimte_pct": "ruimte",
}
CRITERIA = {
    "maatschappelijke_waarde": "maatschappelijke waarde",
    "medewerkerswaarde": "medewerkerswaarde",
    "financiele_waarde": "financiële waarde",
}


def wijzigingszin(wijziging: Wijziging, namen: Namen, kosten_cent: int | None = None) -> str:
    """One change as a sentence; `kosten_cent` is what an inhuur costs together, when known. Of an
    opdracht that the reader may not see it only says that there is a change."""
    if namen.verbergt(getattr(wijziging, "opdracht", None)):
        return f"{ONZICHTBAAR}: gewijzigd"
    match wijziging:
        case w.Rang():
            return (
                f"{namen.opdracht(wijziging.opdracht)}: "
                f"plaats {wijziging.oude_plaats} → {wijziging.plaats}"
            )
        case w.Parkeer() | w.Stop() | w.Start():
            return _status(wijziging, namen)
        case w.Verschuif():
            return _verschuif(wijziging, namen)
        case w.Ambitie() | w.InzetWijziging():
            return _uren(wijziging, namen)
        case w.Inhuur():
            return _inhuur(wijziging, namen, kosten_cent)
        case w.VulVacature():
            return (
                f"{namen.team(wijziging.team)}: {_fte(wijziging)} vacature gevuld, "
                f"{maanden(wijziging)}"
            )
        case w.Uitlenen():
            return (
                f"{namen.team(wijziging.team)} leent {precies(wijziging.fte)} fte uit aan "
                f"{namen.team(wijziging.naar_team)}, {maanden(wijziging)}"
            )
        case w.NormWijziging():
            wie = namen.team(wijziging.team) if wijziging.team else "Alle teams"
            return (
                f"{wie}, {wijziging.jaar}: {NORMNAMEN.get(wijziging.veld, wijziging.veld)} "
                f"{_norm(wijziging, wijziging.oud)} → {_norm(wijziging, wijziging.nieuw)}"
            )
        case w.BudgetWijziging():
            naam = namen.programma(wijziging.programma)
            return (
                f"{naam}, {wijziging.jaar}: {_grens(wijziging.oud_cent)} → "
                f"{_grens(wijziging.nieuw_cent)} beschikbaar"
            )
        case w.GewichtenWijziging():
            return f"Gewichten: {_gewichten(wijziging.oud, wijziging.nieuw)}"
        case w.Opdrachtgeverschap():
            return _opdrachtgever(wijziging, namen)
        case w.MethodeWijziging():
            oud, nieuw = (m.value.replace("-", " ") for m in (wijziging.oud, wijziging.nieuw))
            return f"Methode: {oud} → {nieuw}"
        case w.WettelijkEerst():
            return f"Wettelijk eerst: {_aan(wijziging.oud)} → {_aan(wijziging.nieuw)}"
        case w.ScoreVolgorde():
            n = notatie.aantal(len(wijziging.opdrachten), "opdracht", "opdrachten")
            wie = ""
            if len(wijziging.opdrachten) <= 3 and not any(
                map(namen.verbergt, wijziging.opdrachten)
            ):
                wie = f" ({notatie.opsomming([namen.opdracht(o) for o in wijziging.opdrachten])})"
            return f"Volgorde van de score overgenomen voor {n}{wie}"


def _status(wijziging: w.Parkeer | w.Stop | w.Start, namen: Namen) -> str:
    naam, was = namen.opdracht(wijziging.opdracht), wijziging.oude_status.value
    if isinstance(wijziging, w.Parkeer):
        return f"{naam}: parkeren, was {was}"
    if isinstance(wijziging, w.Stop):
        return f"{naam}: stoppen, was {was}"
    plaats = f" op plaats {wijziging.plaats}" if wijziging.plaats else ""
    return f"{naam}: starten{plaats}, was {was}"


def _verschuif(wijziging: w.Verschuif, namen: Namen) -> str:
    richting = "later" if wijziging.maanden > 0 else "eerder"
    aantal = notatie.aantal(abs(wijziging.maanden), "maand", "maanden")
    zin = f"{namen.opdracht(wijziging.opdracht)}: {aantal} {richting}"
    if wijziging.oude_van is None and wijziging.oude_tot is None:
        return zin
    nieuw = tuple(
        schuif_dag(dag, wijziging.maanden) if dag else None
        for dag in (wijziging.oude_van, wijziging.oude_tot)
    )
    return f"{zin}, {periode(wijziging.oude_van, wijziging.oude_tot)} → {periode(*nieuw)}"


def _uren(wijziging: w.Ambitie | w.InzetWijziging, namen: Namen) -> str:
    naam, oud = namen.opdracht(wijziging.opdracht), wijziging.oude_uren_honderdste
    if isinstance(wijziging, w.Ambitie):
        euro = ", ook de euro's" if wijziging.ook_euro else ""
        nieuw = None if oud is None else int(oud * Fraction(wijziging.factor))
        return f"{naam}: {precies(wijziging.factor * 100)}% van de uren{_was(oud, nieuw)}{euro}"
    verschil = notatie.uren(wijziging.uren_honderdste, teken=True)
    nieuw = None if oud is None else max(0, oud + wijziging.uren_honderdste)
    return f"{naam}: {verschil} uur van {namen.team(wijziging.team)}{_was(oud, nieuw)}"


def _was(oud: int | None, nieuw: int | None) -> str:
    if oud is None:
        return ""
    return f", {notatie.uren(oud)} → {notatie.uren_met_eenheid(nieuw)}"


def _inhuur(wijziging: w.Inhuur, namen: Namen, kosten_cent: int | None) -> str:
    zin = f"{namen.team(wijziging.team)}: {_fte(wijziging)} inhuur, {maanden(wijziging)}"
    if wijziging.tarief_cent is not None:
        zin += f", {euro_precies(wijziging.tarief_cent)} per uur"
    if kosten_cent is not None:
        zin += f", samen {notatie.euro(kosten_cent)}"
    if wijziging.programma is not None:
        zin += f", betaald uit {namen.programma(wijziging.programma)}"
    return zin


def _opdrachtgever(wijziging: w.Opdrachtgeverschap, namen: Namen) -> str:
    rol = "delegatie" if wijziging.delegatie else "opdrachtgever"
    blijft = wijziging.oud == wijziging.nieuw
    wie = (
        f"blijft {namen.persoon(wijziging.nieuw)}"
        if blijft
        else f"{namen.persoon(wijziging.oud)} → {namen.persoon(wijziging.nieuw)}"
    )
    zin = f"{namen.opdracht(wijziging.opdracht)}: {rol} {wie}"
    if wijziging.van is not None:
        zin += f", vanaf {notatie.datum_zin(wijziging.van)}"
    if wijziging.tot is not None:
        zin += f" tot en met {notatie.datum_zin(wijziging.tot)}"
    return f"{zin}. Reden: {wijziging.reden}" if wijziging.reden else zin


def _gewichten(oud: Gewichten, nieuw: Gewichten) -> str:
    delen = [
        f"{naam} {precies(getattr(oud, veld))} → {precies(getattr(nieuw, veld))}"
        for veld, naam in CRITERIA.items()
        if getattr(oud, veld) != getattr(nieuw, veld)
    ]
    return notatie.opsomming(delen) or "ongewijzigd"


def norm(veld: str, waarde: Decimal) -> str:
    """A norm with its unit: `4%`, or hours as they are."""
    return f"{precies(waarde)}%" if veld.endswith("_pct") else precies(waarde)


def _norm(wijziging: w.NormWijziging, waarde: Decimal | None) -> str:
    """Without a value of its own a team follows all teams, and all teams the standard."""
    if waarde is not None:
        return norm(wijziging.veld, waarde)
    if wijziging.team is not None:
        return "zoals alle teams"
    standaard = Normentabel(()).waarde(None, wijziging.jaar, wijziging.veld)
    return f"standaard {norm(wijziging.veld, standaard)}"


def euro_precies(cent: int) -> str:
    """An amount with its cents when it has some: `€ 95` or `€ 95,50`."""
    return f"€{notatie.VAST}{notatie.getal(Fraction(cent, 100), 2 if cent % 100 else 0)}"


def maanden(wijziging: w.Inhuur | w.VulVacature | w.Uitlenen) -> str:
    """The window of supply: `apr–dec 2027`."""
    return maandperiode(wijziging.van.eerste_dag, wijziging.tot.laatste_dag)


def periode(van: date | None, tot: date | None) -> str:
    """A window of days by its months; an open end says so."""
    if van is not None and tot is not None:
        return maandperiode(van, tot)
    if van is not None:
        return f"vanaf {notatie.MAANDEN_KORT[van.month - 1]} {van.year}"
    return f"tot {notatie.MAANDEN_KORT[tot.month - 1]} {tot.year}" if tot else "zonder periode"


def maandperiode(van: date, tot: date) -> str:
    """`apr–dec 2027`, or `okt 2027–mrt 2028`."""
    eerste, laatste = (notatie.MAANDEN_KORT[d.month - 1] for d in (van, tot))
    if van.year != tot.year:
        return f"{eerste} {van.year}–{laatste} {tot.year}"
    return f"{eerste} {van.year}" if van.month == tot.month else f"{eerste}–{laatste} {van.year}"


def _grens(cent: int | None) -> str:
    return "niet begrensd" if cent is None else notatie.euro(cent)


def _fte(wijziging: w.Inhuur | w.VulVacature) -> str:
    return f"+{precies(wijziging.fte)} fte"


def _aan(waarde: bool) -> str:
    return "aan" if waarde else "uit"
