"""The rights matrix of vertrouwen.md as data: which role may do what, and how far it reaches.

Owns `matrix.csv` (one row for every action and role, `-` for nothing) and its meaning. Must never
know an account, an object or the plan: `mag.py` puts those beside it. A cell is a list of grants
such as `D a, T`: a letter of Reikwijdte, then `v` (proposal only) or `a` (figures of groups; `a10`
for groups of at least ten persons). The other columns say when a grant holds.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from io import StringIO
from types import MappingProxyType

from sturing.domain.keuzes import SoortWerk
from sturing.domain.normen import GROEP_MINIMUM, GROEP_MINIMUM_BESTUUR
from sturing.domain.wie import RechtRol
from sturing.errors import InvariantError


class Actie(StrEnum):
    """What can be done; the rows of the matrix.

    The gebiedsagenda is an action of its own, because a gebiedsmakelaar brings that sheet alone;
    approving users is one too, because the directie approves and does not administer. Raising a
    bottleneck is of the own team alone ("signaleren knelpunten", sturingskader); proposing a
    priority is the `v` of changing one. The afspraken themselves are changed by the directie alone
    ("de directie draagt als collectief de integrale eindverantwoordelijkheid"); why a team or an
    area may differ from one is said by who is of it (why an opdracht may, by who names its
    opdrachtgever: rights/afspraken.py). Recording to have seen a teamplan is of who looks whether
    it serves the goals ("ze kijken of met de teamplannen de doelen worden gerealiseerd").
    """

    TOTALEN_LEZEN = "totalen_lezen"
    UREN_PER_PERSOON_LEZEN = "uren_per_persoon_lezen"
    TEAMBLADEN_LEVEREN = "teambladen_leveren"
    PLANBLADEN_LEVEREN = "planbladen_leveren"
    AGENDA_LEVEREN = "agenda_leveren"
    BEGROTING_LEVEREN = "begroting_leveren"
    EIGEN_SCENARIO = "eigen_scenario"
    PRIORITEIT_WIJZIGEN = "prioriteit_wijzigen"
    BESLUITEN = "besluiten"
    ADVISEREN = "adviseren"
    OPDRACHTGEVER_BENOEMEN = "opdrachtgever_benoemen"
    TOTALEN_EXPORTEREN = "totalen_exporteren"
    GEBRUIKERS_BEHEREN = "gebruikers_beheren"
    GEBRUIKERS_GOEDKEUREN = "gebruikers_goedkeuren"
    LOG_LEZEN = "log_lezen"
    SIGNALEREN = "signaleren"
    AFSPRAKEN_WIJZIGEN = "afspraken_wijzigen"
    AFSPRAAK_TOELICHTEN = "afspraak_toelichten"
    TEAMPLAN_ZIEN = "teamplan_zien"


LEVERACTIES = (
    Actie.TEAMBLADEN_LEVEREN,
    Actie.PLANBLADEN_LEVEREN,
    Actie.AGENDA_LEVEREN,
    Actie.BEGROTING_LEVEREN,
)
"""The actions of bringing a workbook."""


class Reikwijdte(StrEnum):
    """How far a grant reaches: organisation, own domain, opdrachten, gebieden, teams, or self.

    The own opdrachten of `bestuur` are its portfolio; of every other role those on which the
    person is opdrachtgever or delegate, and those given to the account.
    """

    ORGANISATIE = "O"
    DOMEIN = "D"
    OPDRACHTEN = "P"
    GEBIEDEN = "G"
    TEAMS = "T"
    ZELF = "Z"


class TeamBij(StrEnum):
    """When T reaches an opdracht: one of the teams asked is own, the team that carries it out is
    own, or all teams asked are own."""

    EEN = "een"
    UITVOEREND = "uitvoerend"
    ALLE = "alle"


class Voorwaarde(StrEnum):
    """A condition on a grant.

    `mag` itself keeps `niet_eigen_account` and `niet_per_opdracht` (figures of groups only). The
    others are for the service that acts, and stand in the Oordeel: nobody outside the own domain
    or team gets less than in the plan in force, or agreed to it; the log names the team on whose
    behalf was uploaded; only the technical log.
    """

    NIET_EIGEN_ACCOUNT = "niet_eigen_account"
    NIET_PER_OPDRACHT = "niet_per_opdracht"
    NIEMAND_BUITEN_LEVERT_IN = "niemand_buiten_levert_in"
    NAMENS_TEAM_IN_LOG = "namens_team_in_log"
    ALLEEN_TECHNISCH = "alleen_technisch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlening:
    """One grant of one cell. `minimum_groep` is in persons, 0 when not aggregated; an empty
    `soort_werk` means all work."""

    reikwijdte: Reikwijdte
    voorstel: bool = False
    geaggregeerd: bool = False
    minimum_groep: int = 0
    team_bij: TeamBij = TeamBij.EEN
    soort_werk: frozenset[SoortWerk] = frozenset()
    voorwaarde: Voorwaarde | None = None


Matrix = Mapping[tuple[Actie, RechtRol], tuple[Verlening, ...]]

_VLAGGEN = {
    "": (False, 0),
    "v": (True, 0),
    "a": (False, GROEP_MINIMUM),
    "a10": (False, GROEP_MINIMUM_BESTUUR),
}


def lees_cel(rij: Mapping[str, str]) -> tuple[Verlening, ...]:
    """The grants of one row of matrix.csv; raises ValueError for an unknown letter or word."""
    if rij["reikwijdte"] == "-":
        return ()
    soort_werk = frozenset(SoortWerk(deel) for deel in rij["soort_werk"].split(";") if deel)
    uit = []
    for deel in rij["reikwijdte"].split(","):
        letter, _, vlag = deel.strip().partition(" ")
        if vlag not in _VLAGGEN:
            raise ValueError(f"onbekende vlag '{vlag}' in de rechtenmatrix")
        voorstel, minimum = _VLAGGEN[vlag]
        uit.append(
            Verlening(
                reikwijdte=Reikwijdte(letter),
                voorstel=voorstel,
                geaggregeerd=minimum > 0,
                minimum_groep=minimum,
                team_bij=TeamBij(rij["team_bij"] or TeamBij.EEN),
                soort_werk=soort_werk,
                voorwaarde=Voorwaarde(rij["voorwaarde"]) if rij["voorwaarde"] else None,
            )
        )
    return tuple(uit)


def lees_matrix(tekst: str) -> Matrix:
    """The whole matrix. Raises InvariantError unless every action and role stands in it once."""
    matrix: dict[tuple[Actie, RechtRol], tuple[Verlening, ...]] = {}
    for rij in csv.DictReader(StringIO(tekst)):
        sleutel = (Actie(rij["actie"]), RechtRol(rij["rol"]))
        if sleutel in matrix:
            raise InvariantError(f"De rechtenmatrix noemt {sleutel} twee keer.")
        matrix[sleutel] = lees_cel(rij)
    ontbreekt = [(a, r) for a in Actie for r in RechtRol if (a, r) not in matrix]
    if ontbreekt:
        raise InvariantError(f"In de rechtenmatrix ontbreekt {ontbreekt[0]}.")
    return MappingProxyType(matrix)


MATRIX: Matrix = lees_matrix(
    files("sturing.rights").joinpath("matrix.csv").read_text(encoding="utf-8")
)
