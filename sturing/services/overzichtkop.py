"""The sentence and the five figures on top of Overzicht, of the organisation or of one domain.

Must never count or calculate hours: it words what the engine and the analyses found.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.wettelijk import Wettelijkregel
from sturing.engine.aanbod import Keten
from sturing.engine.effecten import Effecten, Effectregel, Opdrachtregel
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.beelden import Kerncijfer
from sturing.services.blik import Blik, som_van, urencijfer
from sturing.services.bordzinnen import alle_zijn
from sturing.services.omgeving import Basis


def titel(
    basis: Basis,
    som: Effectregel,
    effecten: Effecten,
    wettelijk: Sequence[Wettelijkregel],
    niet: Sequence[Opdrachtregel],
) -> str:
    """Is there enough, how many opdrachten are not haalbaar, and by which teams? When legal work
    alone asks more than a team has, the sentence begins with that; it then names one team as the
    cause, for that is what two lines hold."""
    te_veel = [r for r in wettelijk if r.te_veel_honderdste]
    aanbod = som.aanbod_honderdste or 0
    delen = _genoeg(basis, som.gevraagd_honderdste, aanbod, te_veel)
    totaal = len(effecten.opdrachten)
    if not aanbod:
        return " ".join(delen)
    if not any(r.status for r in effecten.opdrachten):
        return "Geen opdracht vraagt nu uren of geld."
    if not niet:
        delen.append(alle_zijn(effecten, "haalbaar of onder druk"))
        return " ".join(delen)
    telwoord = "is" if len(niet) == 1 else "zijn"
    deel = f"{notatie.getal(len(niet))}{notatie.VAST}van de {notatie.getal(totaal)}"
    zin = f"{deel} opdrachten {telwoord} niet haalbaar"
    oorzaken = _oorzaken(basis, niet)[: 1 if te_veel else 2]
    if oorzaken:
        zin += f", vooral door {notatie.opsomming(oorzaken)}"
    return " ".join([*delen, f"{zin}."])


def _genoeg(
    basis: Basis, gevraagd: int, aanbod: int, te_veel: Sequence[Wettelijkregel]
) -> list[str]:
    """The sentences on legal work and on all that is asked, in hundredths of an hour."""
    verschil = Fraction(gevraagd - aanbod, aanbod) if aanbod else None
    hoeveel = notatie.pct(None if verschil is None else abs(verschil))
    richting = "meer" if gevraagd > aanbod else "minder"
    gelijk = verschil is not None and notatie.pct_heel(abs(verschil)) == 0
    if not te_veel:
        if verschil is None:
            return ["Er zijn nog geen uren beschikbaar."]
        if gelijk:
            return ["Er wordt evenveel gevraagd als er is."]
        return [f"Er wordt {hoeveel} {richting} gevraagd dan er is."]
    naam = basis.namen.team(te_veel[0].team)
    uren = notatie.uren_met_eenheid(te_veel[0].te_veel_honderdste)
    wettelijk = f"Wettelijk werk vraagt bij {naam} {uren} meer dan er is"
    if verschil is None:
        return [f"{wettelijk}.", "Er zijn nog geen uren beschikbaar."]
    alles = "evenveel als er is" if gelijk else f"{hoeveel}{notatie.VAST}{richting}"
    return [f"{wettelijk}, en alles samen {alles}."]


def _oorzaken(basis: Basis, niet: Sequence[Opdrachtregel]) -> list[str]:
    """The two teams that bind most of what is not haalbaar; ties to the lower code."""
    per_team: dict[str, int] = {}
    for regel in niet:
        if regel.bindend_team:
            per_team[regel.bindend_team] = per_team.get(regel.bindend_team, 0) + 1
    beste = sorted(per_team.items(), key=lambda p: (-p[1], p[0]))[:2]
    return [basis.namen.team(team) for team, _ in beste]


def kerncijfers(blik: Blik) -> tuple[Kerncijfer, ...]:
    """Available, asked, granted, short and ruimte, each with its difference in a scenario."""
    som, voor = som_van(blik, blik.uitkomst), som_van(blik, blik.voor)
    aanbod = som.aanbod_honderdste or 0
    ketens = _ketens(blik, blik.uitkomst)
    bezet = sum((keten.fte for keten in ketens), Fraction(0)) / len(blik.uitkomst.horizon)
    formatie = sum(
        (Fraction(t.formatie_fte or 0) for t in blik.basis.plan.teams if blik.heeft_team(t.team)),
        Fraction(0),
    )
    deel = Fraction(som.gevraagd_honderdste, aanbod) if aanbod else None
    verschil = som.gevraagd_honderdste - aanbod
    return (
        urencijfer(
            blik,
            "Beschikbaar",
            aanbod,
            voor.aanbod_honderdste or 0,
            f"{notatie.fte(bezet)} fte bezet en inhuur, formatie {notatie.fte(formatie)}",
        ),
        urencijfer(
            blik,
            "Gevraagd",
            som.gevraagd_honderdste,
            voor.gevraagd_honderdste,
            f"{notatie.pct(deel)} van beschikbaar "
            f"({notatie.uren(verschil, teken=True)}{notatie.VAST}uur)",
        ),
        urencijfer(
            blik,
            "Toegekend",
            som.toegekend_honderdste,
            voor.toegekend_honderdste,
            f"{notatie.dekking(som.dekking)} van wat gevraagd is",
        ),
        urencijfer(
            blik,
            "Tekort",
            som.tekort_honderdste,
            voor.tekort_honderdste,
            f"terwijl {notatie.uren(aanbod - som.toegekend_honderdste)} uur elders vrij is",
        ),
        urencijfer(
            blik,
            "Ruimte om te leren",
            _ruimte(ketens),
            _ruimte(_ketens(blik, blik.voor)),
            "vooraf apart gezet",
        ),
    )


def _ketens(blik: Blik, uitkomst: Uitkomst) -> list[Keten]:
    """The chains of hours of the teams that are looked at, per month."""
    model = uitkomst.model
    return [k for team in model.teams if blik.heeft_team(team) for k in model.aanbod.keten(team)]


def _ruimte(ketens: Sequence[Keten]) -> int:
    """Hours set apart to learn, in hundredths."""
    return round(sum((keten.ruimte for keten in ketens), Fraction(0)) * 100)
