"""What was asked of the teams in 2026, worked out from what the plan of 2027 asks.

Owns: the made-up Inzet of the year in which hours are spent, so that spent hours stand beside a
plan. A team was asked about as much as in 2027 for the opdrachten that run, 80 to 112% each (of the
whole row, also of the few that run on into 2028); an opdracht that starts or ends in the year asks
its part of the months. A pair of team and opdracht
that has a row of its own in 2026 keeps that one, and one in twenty was not planned at all. No
random generator: every swing is a hash of team and opdracht. Hours in hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sturing.demonstratie.bron import lees_rijen
from sturing.demonstratie.identiteiten import PEILDATUM
from sturing.demonstratie.uren import draw, gevraagd_per_paar, looptijden
from sturing.domain.levering import Rij
from sturing.domain.tijd import Maand

_JAAR = PEILDATUM.year
_PCT = (80, 112)
_NIET_GEPLAND_EEN_OP = 20
_AFRONDING_HONDERDSTE = 10_00


def compute_inzet_vorig_jaar() -> tuple[Rij, ...]:
    """The rows of Inzet that lie wholly in 2026, by opdracht and team."""
    al_gevraagd = _met_eigen_rij(lees_rijen("Inzet"))
    looptijd = looptijden()
    rijen: list[Rij] = []
    for (team, opdracht), uren in sorted(gevraagd_per_paar().items(), key=lambda p: p[0][::-1]):
        if opdracht not in looptijd or (team, opdracht) in al_gevraagd:
            continue
        if draw(1, _NIET_GEPLAND_EEN_OP, team, opdracht, "niet gepland") == 1:
            continue
        begin, einde = looptijd[opdracht]
        van = max(begin or date(_JAAR, 1, 1), date(_JAAR, 1, 1))
        tot = min(einde or date(_JAAR, 12, 31), date(_JAAR, 12, 31))
        if van > tot:
            continue
        maanden = Maand.van_dag(van).maanden_tot(Maand.van_dag(tot)) + 1
        deel = uren * draw(*_PCT, team, opdracht, "gepland") * maanden // 1200
        geheel = deel - deel % _AFRONDING_HONDERDSTE
        if geheel:
            rijen.append(
                {
                    "opdracht": opdracht,
                    "team": team,
                    "van": van,
                    "tot": tot,
                    "uren_honderdste": geheel,
                }
            )
    return tuple(rijen)


def _met_eigen_rij(inzet: Sequence[Rij]) -> set[tuple[str, str]]:
    return {
        (str(rij["team"]), str(rij["opdracht"]))
        for rij in inzet
        if isinstance(rij["van"], date) and rij["van"].year <= _JAAR
    }
