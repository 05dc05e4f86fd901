"""The sentences of "Waarom?", from the numbers of the engine. Hours hundredths, euros cents."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Horizon, Maand
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitleg_aanbod import Aanbodadvies
from sturing.engine.uitleg_vormen import GeenPlaats, GeenRuil, Overvraag, Uitleg, Venster
from sturing.services import notatie
from sturing.services.knopinvoer import precies
from sturing.services.namen import Namen
from sturing.services.wijzigingszinnen import maandperiode


def maanden_tekst(maanden: Sequence[Maand], horizon: Horizon) -> str:
    """`mrt–dec`; over more years `okt–dec 2027 en jan 2028`."""
    jaren = sorted({maand.jaar for maand in maanden})
    per_jaar = [notatie.maandreeks([m for m in maanden if m.jaar == jaar]) for jaar in jaren]
    if len(horizon.jaren) == 1:
        return per_jaar[0]
    delen = [f"{reeks} {jaar}" for reeks, jaar in zip(per_jaar, jaren, strict=True)]
    return notatie.opsomming(delen)


def kern(regel: Opdrachtregel, naam: str) -> str:
    """The answer: how much it gets of what it asks."""
    gevraagd = notatie.uren_met_eenheid(regel.gevraagd_honderdste)
    if not regel.gevraagd_honderdste and not regel.gevraagd_cent:
        return f"{naam} vraagt in deze periode geen uren en geen geld."
    if not regel.gevraagd_honderdste:
        bedrag = notatie.euro(regel.gevraagd_cent)
        if not regel.budget_tekort:
            return f"{naam} vraagt geen uren en krijgt alle {bedrag}."
        return f"{naam} krijgt {notatie.euro(regel.toegekend_cent)} van de {bedrag}."
    if regel.toegekend_honderdste == regel.gevraagd_honderdste:
        return f"{naam} krijgt alle {gevraagd}."
    if not regel.toegekend_honderdste:
        return f"{naam} krijgt niets van de {gevraagd}."
    return (
        f"{naam} krijgt {notatie.uren(regel.toegekend_honderdste)} van de {gevraagd} "
        f"({notatie.dekking(regel.dekking)})."
    )


def zin(uitleg: Uitleg, team: TeamCode | None, namen: Namen, horizon: Horizon) -> str:
    """Where it pinches: the binding team with its months, then the other teams, then money."""
    delen = []
    if team is not None:
        eigen = [b for b in uitleg.uren if b.team == team]
        maanden = maanden_tekst([b.maand for b in eigen], horizon)
        gevraagd = sum(b.gevraagd for b in eigen)
        tekort = sum(b.tekort for b in eigen)
        rest = f"er is {_uren(tekort)} te weinig" if tekort < gevraagd else "er is niets over"
        delen.append(
            f"Bij team {namen.team_voluit(team)} is in {maanden} te weinig tijd: gevraagd is daar "
            f"{_uren(gevraagd)}, {rest}."
        )
        delen.append(_andere_teams(uitleg, team, namen))
    delen += [
        f"Programma {_programma(geld.programma, namen)} heeft in {geld.jaar} "
        f"{notatie.euro(geld.tekort)} te weinig."
        for geld in uitleg.euros
    ]
    if uitleg.past:
        delen.append("Dat houdt de uren niet tegen.")
    return " ".join(filter(None, delen))


def _uren(honderdste: int) -> str:
    """`1.234 uur`; something that would show as 0 is "minder dan 1 uur"."""
    if 0 < honderdste < 50:
        return f"minder dan 1{notatie.VAST}uur"
    return notatie.uren_met_eenheid(honderdste)


def _andere_teams(uitleg: Uitleg, team: TeamCode, namen: Namen) -> str:
    anderen = sorted({b.team for b in uitleg.uren} - {team})
    if anderen:
        wie = notatie.opsomming([namen.team(code) for code in anderen])
        return f"Ook bij {wie} is te weinig tijd."
    if uitleg.methode is Methode.STRIKT:
        return "De andere teams leveren alles."
    if uitleg.methode is Methode.SAMENHANGEND:
        return "De andere teams geven daardoor in die maanden ook minder."
    return "De andere teams hebben genoeg tijd, maar geven niets zolang dit niet past."


def _programma(code: str, namen: Namen) -> str:
    programma = namen.programmas.get(code)
    return programma.naam if programma else code


def geen_plaats(reden: GeenPlaats, overvraag: Sequence[Overvraag], namen: Namen) -> str:
    """Why no place helps; of what asks too much the worst is named."""
    if reden is GeenPlaats.WETTELIJK:
        return (
            "Geen plaats is hoog genoeg: wettelijk werk staat ervoor en laat hier te weinig over."
        )
    ergst, meer = overvraag[0], len(overvraag) - 1
    if ergst.maand is not None:
        waar = f"van team {namen.team(ergst.team)} in {notatie.maand_lang(ergst.maand)}"
        vraagt = notatie.uren_met_eenheid(ergst.gevraagd)
        heeft = notatie.uren_met_eenheid(ergst.aanbod)
    else:
        waar = f"van programma {_programma(ergst.programma or '', namen)} in {ergst.jaar}"
        vraagt, heeft = notatie.euro(ergst.gevraagd), notatie.euro(ergst.aanbod)
    rest = f" Dat is op nog {notatie.aantal(meer, 'plek', 'plekken')} zo." if meer else ""
    return f"Vraagt meer dan er is: {vraagt} {waar}, terwijl er {heeft} is.{rest}"


def geen_ruil(reden: GeenRuil) -> str:
    """Why no swap is named."""
    if reden is GeenRuil.BESTAAT_NIET:
        return f"Geen ruil mogelijk: {reden.value}."
    return f"{reden.value[0].upper()}{reden.value[1:]}."


def venster_tekst(venster: Venster) -> tuple[str, str]:
    """Text of the button and of the new window."""
    aantal = notatie.aantal(abs(venster.maanden), "maand", "maanden")
    knop = f"Schuif {aantal} op" if venster.maanden > 0 else f"Haal {aantal} naar voren"
    if venster.van is None or venster.tot is None:
        return knop, "Past dan helemaal."
    van, tot = notatie.maand_lang(venster.van), notatie.maand_lang(venster.tot)
    wanneer = f"in {van}" if venster.van == venster.tot else f"van {van} t/m {tot}"
    return knop, f"Past dan helemaal, {wanneer}."


def inhuur_tekst(advies: Aanbodadvies, namen: Namen, *, elders: bool) -> tuple[str, str]:
    """Text of the button, and what the hire does and does not."""
    inhuur = advies.inhuur
    team = namen.team(inhuur.team)
    knop = f"Vraag {precies(inhuur.fte)} fte inhuur"
    wanneer = maandperiode(inhuur.van.eerste_dag, inhuur.tot.laatste_dag)
    delen = [f"Bij {team}, {wanneer}."]
    delen.append(
        "Wat daar eerder tekortkwam, blijft tekort."
        if advies.te_laat
        else "Dan geeft dat team alles wat dit vraagt."
    )
    if advies.hoger_honderdste:
        delen.append(f"Eerst krijgen wie ervoor gaan daar {_uren(advies.hoger_honderdste)}.")
    if elders:
        delen.append("Wat elders tekortkomt, blijft.")
    delen.append("Het tarief vult u in bij de regel.")
    return knop, " ".join(delen)


def uren_van_maand(maand: Maand, gevraagd: int, toegekend: int, horizon: Horizon) -> str:
    """What one bar of the drawing says."""
    wanneer = (
        notatie.maand_lang(maand) if len(horizon.jaren) > 1 else notatie.MAANDEN[maand.maand - 1]
    )
    if not gevraagd:
        return f"{wanneer}: niets gevraagd"
    tekort = gevraagd - toegekend
    rest = f", {_uren(tekort)} tekort" if tekort else ""
    return f"{wanneer}: {notatie.uren(toegekend)} van {notatie.uren_met_eenheid(gevraagd)}{rest}"


def hoogte(deel: int, geheel: int) -> int:
    """Whole percent for a drawing, at least 1 for anything above 0."""
    return notatie.pct_heel(Fraction(deel, geheel)) or 0 if geheel else 0
