"""The analyses that can be asked for by name: `sturing analyse NAAM`.

Owns the names and the Dutch titles. An analysis that does not exist yet is simply not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sturing.analyses import (
    afhankelijkheid,
    besteed,
    besteed_team,
    domein,
    focus,
    focus_team,
    formatie,
    gebied,
    maand,
    meerdere_teams,
    ondersteunend,
    ontwikkelopgave,
    opdracht,
    opdrachtgever,
    opdrachtmaand,
    portefeuillehouder,
    programma,
    soort_werk,
    team,
    teamondersteuning,
    teamopdracht,
    teamplan,
    urenketen,
    volledigheid,
    warmtekaart,
    zelforganisatie,
)
from sturing.analyses.kolom import Kolom
from sturing.analyses.volledigheid import Bladplek, Bladregel, Inlevering
from sturing.domain.plan import Plan
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyse:
    """One analysis: what it is called on paper, its row type and columns, and how it is made."""

    titel: str
    rijtype: type
    compute: Callable[[Uitkomst], Sequence[object]]
    kolommen: tuple[Kolom, ...]


REGISTER: Mapping[str, Analyse] = MappingProxyType(
    {
        "opdrachtgever": Analyse(
            titel="Uren en geld per ambtelijk opdrachtgever",
            rijtype=opdrachtgever.Opdrachtgeverregel,
            compute=opdrachtgever.compute_opdrachtgever,
            kolommen=opdrachtgever.KOLOMMEN,
        ),
        "portefeuillehouder": Analyse(
            titel="Uren en geld per portefeuillehouder",
            rijtype=portefeuillehouder.Portefeuilleregel,
            compute=portefeuillehouder.compute_portefeuillehouder,
            kolommen=portefeuillehouder.KOLOMMEN,
        ),
        "gebied": Analyse(
            titel="Uren per gebied",
            rijtype=gebied.Gebiedregel,
            compute=gebied.compute_gebied,
            kolommen=gebied.KOLOMMEN,
        ),
        "programma": Analyse(
            titel="Uren en geld per programma",
            rijtype=programma.Programmaregel,
            compute=programma.compute_programma,
            kolommen=programma.KOLOMMEN,
        ),
        "team": Analyse(
            titel="Uren per team",
            rijtype=team.Teamregel,
            compute=team.compute_team,
            kolommen=team.KOLOMMEN,
        ),
        "soort-werk": Analyse(
            titel="Uren en geld per soort werk",
            rijtype=soort_werk.SoortWerkregel,
            compute=soort_werk.compute_soort_werk,
            kolommen=soort_werk.KOLOMMEN,
        ),
        "domein": Analyse(
            titel="Uren per domein",
            rijtype=domein.Domeinregel,
            compute=domein.compute_domein,
            kolommen=domein.KOLOMMEN,
        ),
        "opdracht": Analyse(
            titel="Stand van de opdrachten, in volgorde",
            rijtype=opdracht.Opdrachtregel,
            compute=opdracht.compute_opdracht,
            kolommen=opdracht.KOLOMMEN,
        ),
        "opdracht-maand": Analyse(
            titel="Uren per opdracht en maand, in volgorde",
            rijtype=opdrachtmaand.Opdrachtmaandregel,
            compute=opdrachtmaand.compute_opdrachtmaand,
            kolommen=opdrachtmaand.KOLOMMEN,
        ),
        "urenketen": Analyse(
            titel="Van formatie naar netto uren, per team en maand",
            rijtype=urenketen.Ketenregel,
            compute=urenketen.compute_urenketen,
            kolommen=urenketen.KOLOMMEN,
        ),
        "maand": Analyse(
            titel="Beschikbare en gevraagde uren per maand",
            rijtype=maand.Maandregel,
            compute=maand.compute_maand,
            kolommen=maand.KOLOMMEN,
        ),
        "warmtekaart": Analyse(
            titel="Gevraagd tegen beschikbaar, per team en maand",
            rijtype=warmtekaart.Warmteregel,
            compute=warmtekaart.compute_warmtekaart,
            kolommen=warmtekaart.KOLOMMEN,
        ),
        "focus": Analyse(
            titel="Focus en ruimte, per team en maand",
            rijtype=focus.Focusregel,
            compute=focus.compute_focus,
            kolommen=focus.KOLOMMEN,
        ),
        "team-opdracht": Analyse(
            titel="Uren per team en opdracht",
            rijtype=teamopdracht.Teamopdrachtregel,
            compute=teamopdracht.compute_teamopdracht,
            kolommen=teamopdracht.KOLOMMEN,
        ),
        "besteed": Analyse(
            titel="Geplande en bestede uren per team en opdracht, met verwachting",
            rijtype=besteed.Besteedregel,
            compute=besteed.compute_besteed,
            kolommen=besteed.KOLOMMEN,
        ),
        "besteed-team": Analyse(
            titel="Geplande en bestede uren per team, met verwachting",
            rijtype=besteed_team.Teambesteedregel,
            compute=besteed_team.compute_besteed_team,
            kolommen=besteed_team.KOLOMMEN,
        ),
        "afhankelijkheid": Analyse(
            titel="Wat teams van andere teams nodig hebben, en of dat gepland is",
            rijtype=afhankelijkheid.Afhankelijkregel,
            compute=afhankelijkheid.compute_afhankelijkheid,
            kolommen=afhankelijkheid.KOLOMMEN,
        ),
        "teamplan": Analyse(
            titel="Teamplannen en de vragen van het sturingskader",
            rijtype=teamplan.Planregel,
            compute=teamplan.compute_teamplan,
            kolommen=teamplan.KOLOMMEN,
        ),
        "zelforganisatie": Analyse(
            titel="Teams naar zelforganisatie en begeleiding",
            rijtype=zelforganisatie.Zelforganisatieregel,
            compute=zelforganisatie.compute_zelforganisatie,
            kolommen=zelforganisatie.KOLOMMEN,
        ),
        "teamondersteuning": Analyse(
            titel="Uren van de teamondersteuners",
            rijtype=teamondersteuning.Ondersteunersregel,
            compute=teamondersteuning.compute_teamondersteuning,
            kolommen=teamondersteuning.KOLOMMEN,
        ),
        "meerdere-teams": Analyse(
            titel="Mensen die in meer teams werken, per team",
            rijtype=meerdere_teams.Meerregel,
            compute=meerdere_teams.compute_meerdere_teams,
            kolommen=meerdere_teams.KOLOMMEN,
        ),
        "formatie": Analyse(
            titel="Formatie en bezetting per 1.000 inwoners, en inhuur",
            rijtype=formatie.Formatieregel,
            compute=formatie.compute_formatie,
            kolommen=formatie.KOLOMMEN,
        ),
        "ondersteunend": Analyse(
            titel="Ondersteunende teams en wat zij anderen geven",
            rijtype=ondersteunend.Ondersteunendregel,
            compute=ondersteunend.compute_ondersteunend,
            kolommen=ondersteunend.KOLOMMEN,
        ),
        "ontwikkelopgave": Analyse(
            titel="Ontwikkelopgaven van de organisatie",
            rijtype=ontwikkelopgave.Ontwikkelregel,
            compute=ontwikkelopgave.compute_ontwikkelopgave,
            kolommen=ontwikkelopgave.KOLOMMEN,
        ),
        "focus-team": Analyse(
            titel="Focus en ruimte per team, hele periode",
            rijtype=focus_team.Teamfocusregel,
            compute=focus_team.compute_focus_team,
            kolommen=focus_team.KOLOMMEN,
        ),
    }
)
"""By name, in the order in which they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveringanalyse:
    """An analysis of what was delivered, one plan year at a time; it needs no result of the
    calculation, but the leveringen and a day from which is looked."""

    titel: str
    rijtype: type
    compute: Callable[[Plan, int, Mapping[Bladplek, Inlevering], date], Sequence[Bladregel]]
    kolommen: tuple[Kolom, ...]


OVER_LEVERINGEN: Mapping[str, Leveringanalyse] = MappingProxyType(
    {
        "volledigheid": Leveringanalyse(
            titel="Welke bladen er zijn, hoe oud, en wie wat moet leveren",
            rijtype=volledigheid.Bladregel,
            compute=volledigheid.compute_volledigheid,
            kolommen=volledigheid.KOLOMMEN,
        ),
    }
)
"""The analyses of the leveringen, by name; offered after the others."""
