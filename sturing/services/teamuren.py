"""The hours of one team ready to show: key figures, the chain to net, its months, its opdrachten.

Owns how these become whole hours that add up on the screen. Every figure comes from an analysis.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.team import Teamregel, compute_team
from sturing.analyses.teamopdracht import Teamopdrachtregel, compute_teamopdracht
from sturing.analyses.urenketen import compute_urenketen
from sturing.analyses.warmtekaart import compute_warmtekaart
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.wie import Wie
from sturing.engine.effecten import dekking
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitkomst import Uitkomst
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.beelden import Kerncijfer, Maandbeeld
from sturing.services.blik import Blik, urencijfer
from sturing.services.omgeving import Basis
from sturing.services.teambeeld import Ketenbeeld, Ketenstap, Werkrij

ANDERE = "Opdrachten die u niet mag zien"


def cijfers(blik: Blik, regel: Teamregel) -> tuple[Kerncijfer, ...]:
    """Available, asked, granted, short, and the hours set apart to learn; with the difference."""
    nu = next(r for r in compute_team(blik.voor) if r.team == regel.team)
    aanbod = regel.aanbod_honderdste or 0
    return (
        urencijfer(
            blik,
            "Beschikbaar",
            aanbod,
            nu.aanbod_honderdste or 0,
            f"netto, {notatie.fte(regel.fte_gemiddeld)} fte",
        ),
        urencijfer(
            blik,
            "Gevraagd",
            regel.gevraagd_honderdste,
            nu.gevraagd_honderdste,
            f"{notatie.pct(Fraction(regel.gevraagd_honderdste, aanbod))} van beschikbaar"
            if aanbod
            else "er is niets beschikbaar",
        ),
        urencijfer(
            blik,
            "Toegekend",
            regel.toegekend_honderdste,
            nu.toegekend_honderdste,
            f"{notatie.dekking(regel.dekking_ratio)} van wat gevraagd is"
            if regel.gevraagd_honderdste
            else "er is niets gevraagd",
        ),
        urencijfer(
            blik,
            "Tekort",
            regel.tekort_honderdste,
            nu.tekort_honderdste,
            f"terwijl {notatie.uren(regel.vrij_honderdste)} uur vrij is",
        ),
        urencijfer(
            blik,
            "Ruimte om te leren",
            round(regel.ruimte_uren * 100),
            round(nu.ruimte_uren * 100),
            "vooraf apart gezet",
        ),
    )


def keten(basis: Basis, regel: Teamregel) -> Ketenbeeld:
    """From gross to net in whole hours that add up; the sentence gives the fte behind it."""
    regels = [r for r in compute_urenketen(basis.uitkomst) if r.team == regel.team]
    bezetting = sum((r.bezetting_fte for r in regels), Fraction(0)) / len(regels)
    inhuur = sum((r.inhuur_fte for r in regels), Fraction(0)) / len(regels)
    delen = [f"bezetting {notatie.fte(bezetting)} fte", f"inhuur {notatie.fte(inhuur)} fte"]
    formatie = regels[0].formatie_fte
    if formatie is not None:
        delen.insert(0, f"formatie {notatie.fte(formatie)} fte")
        delen.append(f"vacatureruimte {notatie.fte(formatie - bezetting)} fte")
    bruto, netto = _heel(regel.bruto_uren), notatie.uren_heel(regel.aanbod_honderdste or 0)
    af = (
        ("Verlof", regel.verlof_uren, "vakantie en ander verlof"),
        ("Verzuim", regel.verzuim_uren, "ziekte, volgens de norm"),
        ("Indirect", regel.indirect_uren, "overleg, administratie en reizen"),
        ("Ruimte", regel.ruimte_uren, "leren, voorbereiden en evalueren"),
    )
    heel = grootste_rest(bruto - netto, [round(uren * 100) for _, uren, _ in af])
    stappen = [
        Ketenstap(
            naam="Bruto", uren=bruto, onder=0, af=False, uitleg="op werkdagen, zonder feestdagen"
        )
    ]
    over = bruto
    for (naam, _, uitleg), uren in zip(af, heel, strict=True):
        over -= uren
        stappen.append(Ketenstap(naam=naam, uren=uren, onder=over, af=True, uitleg=uitleg))
    stappen.append(
        Ketenstap(naam="Netto", uren=netto, onder=0, af=False, uitleg="te verdelen over opdrachten")
    )
    jaar = basis.uitkomst.horizon.van.jaar
    return Ketenbeeld(
        fte=f"Gemiddeld in {jaar}: {notatie.opsomming(delen)}.", stappen=tuple(stappen)
    )


def _heel(uren: Fraction) -> int:
    return notatie.uren_heel(round(uren * 100))


def maanden(basis: Basis, team: TeamCode) -> tuple[Maandbeeld, ...]:
    """Asked and available of the team per month."""
    return tuple(
        Maandbeeld(
            maand=r.maand,
            label=notatie.maand_kort(r.maand),
            aanbod_honderdste=r.aanbod_honderdste,
            gevraagd_honderdste=r.gevraagd_honderdste,
            toegekend_honderdste=r.toegekend_honderdste,
            tekort_honderdste=r.tekort_honderdste,
        )
        for r in compute_warmtekaart(basis.uitkomst)
        if r.team == team
    )


def werk(blik: Blik, wie: Wie, uren: Sequence[Teamopdrachtregel]) -> tuple[Werkrij, ...]:
    """The opdrachten that ask hours of the team, by place; what `wie` may not see is one row. Every
    column adds up to the sum of the team."""
    basis = blik.basis
    nu = {} if blik.is_plan else _toegekend(blik.voor)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, [r.opdracht for r in uren])
    gezien = [r for r in uren if r.opdracht in zichtbaar]
    rest = [r for r in uren if r.opdracht not in zichtbaar]
    groepen = [[r] for r in gezien] + ([rest] if rest else [])
    gevraagd = [sum(r.gevraagd_honderdste for r in groep) for groep in groepen]
    toegekend = [sum(r.toegekend_honderdste for r in groep) for groep in groepen]
    toen = [sum(nu.get((r.team, r.opdracht), 0) for r in groep) for groep in groepen]
    vraagt, krijgt = notatie.rond_paren(gevraagd, toegekend)
    anders = notatie.rond_op_totaal([na - voor for na, voor in zip(toegekend, toen, strict=True)])
    return tuple(
        Werkrij(
            plaats=gezien[i].plaats if i < len(gezien) else None,
            naam=basis.namen.opdracht(gezien[i].opdracht)
            if i < len(gezien)
            else f"{ANDERE} ({len(rest)})",
            status=gezien[i].stand if i < len(gezien) else None,
            gevraagd_uren=vraagt[i],
            toegekend_uren=krijgt[i],
            dekking_pct=notatie.dekking_heel(dekking(gevraagd[i], toegekend[i])),
            verschil_uren=None if blik.is_plan else anders[i],
            eigen=i < len(gezien) and gezien[i].eigen,
        )
        for i in range(len(groepen))
    )


def _toegekend(uitkomst: Uitkomst) -> dict[tuple[TeamCode, OpdrachtCode], int]:
    """Granted hundredths per team and opdracht."""
    return {(r.team, r.opdracht): r.toegekend_honderdste for r in compute_teamopdracht(uitkomst)}


def werk_zin(regel: Teamregel) -> str:
    """The sum under the table in words, with the line of the team; empty without demand."""
    if not regel.gevraagd_honderdste:
        return ""
    lijn = (
        f"Tot en met plaats {regel.lijn} krijgt alles van dit team 95% of meer."
        if regel.lijn
        else "De eerste opdracht in de volgorde krijgt van dit team al minder dan 95%."
    )
    return (
        f"Samen {notatie.uren_met_eenheid(regel.toegekend_honderdste)} toegekend van de "
        f"{notatie.uren(regel.gevraagd_honderdste)} gevraagd "
        f"({notatie.dekking(regel.dekking_ratio)}). {lijn}"
    )
