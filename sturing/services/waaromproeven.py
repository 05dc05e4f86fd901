"""What can be tried from "Waarom?": the engine's answers as changes with the text of a button.

Owns which answers can be tried and what stands beside them. Must never store anything. Hours are
hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.uitleg_aanbod import extra_aanbod
from sturing.engine.uitleg_vormen import GeenRuil, Ruil, Uitleg, Venster
from sturing.engine.volgorde import verplaats as verplaats_in_volgorde
from sturing.services import notatie, waaromzinnen
from sturing.services.bordzinnen import winnaars_en_verliezers
from sturing.services.namen import Namen
from sturing.services.omgeving import Basis
from sturing.services.waarombeeld import Proef, Welke


@dataclass(frozen=True, slots=True, kw_only=True)
class Blik:
    """One result as `wie` may read it: the plan in force beside it, for who won by the draft."""

    basis: Basis
    nu: Uitkomst
    namen: Namen
    zichtbaar: frozenset[OpdrachtCode]

    def opdracht(self, code: OpdrachtCode) -> Opdracht:
        return self.nu.model.opdrachten[self.nu.model.index[code]]


def proeven_van(
    blik: Blik, regel: Opdrachtregel, uitleg: Uitleg
) -> tuple[tuple[Proef, ...], tuple[str, ...]]:
    """What can be tried, and of the rest why it does not help."""
    proeven: list[Proef] = []
    niet: list[str] = []
    plaats, vensters, ruil = uitleg.laagste_plaats, uitleg.venster, uitleg.ruil
    if plaats is None or vensters is None or ruil is None:
        return (), ()
    if plaats.plaats is not None:
        proeven.append(_naar_plaats(blik, regel, plaats.plaats))
    elif plaats.reden is not None:
        niet.append(waaromzinnen.geen_plaats(plaats.reden, plaats.overvraag, blik.namen))
    if isinstance(ruil, GeenRuil):
        niet.append(waaromzinnen.geen_ruil(ruil))
    elif set(ruil.opdrachten) <= blik.zichtbaar:
        proeven.append(_ruil(blik, ruil))
    else:
        niet.append("Er is een ruil, maar met een opdracht die u niet mag zien.")
    if vensters.later is not None:
        proeven.append(_schuif(blik, regel, vensters.later, Welke.LATER))
    if vensters.eerste is not None and vensters.eerste.maanden < 0:
        proeven.append(_schuif(blik, regel, vensters.eerste, Welke.EERDER))
    if vensters.eerste is None:
        niet.append("In geen andere periode binnen het plan past dit helemaal.")
    return tuple(proeven), tuple(niet)


def inhuur_proef(blik: Blik, regel: Opdrachtregel, team: TeamCode, elders: bool) -> Proef | None:
    """Hours more of the team that binds, as hire; `elders`: another team or the money is short as
    well. None when no hire helps."""
    advies = extra_aanbod(blik.nu, regel.opdracht, team)
    if advies is None:
        return None
    knop, toelichting = waaromzinnen.inhuur_tekst(advies, blik.namen, elders=elders)
    return Proef(
        welke=Welke.INHUUR, knop=knop, toelichting=toelichting, wijzigingen=(advies.inhuur,)
    )


def _naar_plaats(blik: Blik, regel: Opdrachtregel, plaats: int) -> Proef:
    _, bereikt, onder = verplaats_in_volgorde(
        blik.nu.stand.plan, blik.nu.stand.volgorde, regel.opdracht, plaats
    )
    return Proef(
        welke=Welke.PLAATS,
        knop=f"Zet op plaats {bereikt}",
        toelichting="De laagste plaats waarop dit helemaal past.",
        wijzigingen=(
            w.Rang(opdracht=regel.opdracht, oude_plaats=regel.plaats, plaats=bereikt, onder=onder),
        ),
    )


def _schuif(blik: Blik, regel: Opdrachtregel, venster: Venster, welke: Welke) -> Proef:
    knop, toelichting = waaromzinnen.venster_tekst(venster)
    opdracht = blik.opdracht(regel.opdracht)
    return Proef(
        welke=welke,
        knop=knop,
        toelichting=toelichting,
        wijzigingen=(
            w.Verschuif(
                opdracht=regel.opdracht,
                maanden=venster.maanden,
                oude_van=opdracht.van,
                oude_tot=opdracht.tot,
            ),
        ),
    )


def _ruil(blik: Blik, ruil: Ruil) -> Proef:
    namen = [blik.namen.opdracht(code) for code in ruil.opdrachten]
    wie = namen[0] if len(namen) == 1 else f"{len(namen)} opdrachten"  # named beside the button
    meer, _ = winnaars_en_verliezers(blik.basis.uitkomst.effecten, blik.nu.effecten)
    winst = {r.opdracht for r in meer if r.uren_honderdste > 0}
    eigen = [blik.namen.opdracht(code) for code in ruil.opdrachten if code in winst]
    let_op = (
        f"{notatie.opsomming(eigen)} {'kreeg' if len(eigen) == 1 else 'kregen'} er door uw concept "
        "juist uren bij. Deze ruil maakt dat ongedaan."
        if eigen
        else ""
    )
    return Proef(
        welke=Welke.RUIL,
        knop=f"Ruil: parkeer {wie}",
        toelichting=f"De kleinste ruil: {notatie.opsomming(namen)} "
        f"({notatie.uren_met_eenheid(ruil.toegekend_honderdste)} toegekend).",
        wijzigingen=tuple(
            w.Parkeer(opdracht=code, oude_status=blik.opdracht(code).status)
            for code in ruil.opdrachten
        ),
        let_op=let_op,
    )
