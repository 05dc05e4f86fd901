"""The analyses that can be asked for by name: `sturing analyse NAAM`.

Owns the names and the Dutch titles. An analysis that does not exist yet is simply not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sturing.analyses import (
    begroting,
    besteding,
    doel,
    domein,
    focus,
    gebied,
    gebiedsagenda,
    gebiedsmaand,
    gebiedsthema,
    kernwaarde,
    maand,
    opdracht,
    opdrachtgever,
    opdrachtmaand,
    portefeuillehouder,
    programma,
    soort_werk,
    stroom,
    taakveld,
    team,
    urenketen,
    volledigheid,
    waarde,
    warmtekaart,
    wettelijk,
    zonder_doel,
)
from sturing.analyses.afspraken import toets
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.analyse import Analyse
from sturing.analyses.kolom import Kolom
from sturing.analyses.register_teams import VAN_TEAMS
from sturing.analyses.volledigheid import Bladplek, Bladregel, Inlevering
from sturing.domain.afspraak import Afspraak, Afspraakreden
from sturing.domain.plan import Plan

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
        "waarde": Analyse(
            titel="Score tegen uren, per opdracht",
            rijtype=waarde.Waarderegel,
            compute=waarde.compute_waarde,
            kolommen=waarde.KOLOMMEN,
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
        "gebiedsagenda": Analyse(
            titel="Gebiedsagenda's: opdracht, opdrachtgever en uren per onderwerp",
            rijtype=gebiedsagenda.Agendaregel,
            compute=gebiedsagenda.compute_gebiedsagenda,
            kolommen=gebiedsagenda.KOLOMMEN,
        ),
        "gebiedsthema": Analyse(
            titel="Thema's die in meer gebieden spelen",
            rijtype=gebiedsthema.Themaregel,
            compute=gebiedsthema.compute_gebiedsthema,
            kolommen=gebiedsthema.KOLOMMEN,
        ),
        "gebiedsmaand": Analyse(
            titel="Uren per gebied en maand",
            rijtype=gebiedsmaand.Gebiedsmaandregel,
            compute=gebiedsmaand.compute_gebiedsmaand,
            kolommen=gebiedsmaand.KOLOMMEN,
        ),
        "doel": Analyse(
            titel="Uren en geld per doel van college en raad",
            rijtype=doel.Doelregel,
            compute=doel.compute_doel,
            kolommen=doel.KOLOMMEN,
        ),
        "zonder-doel": Analyse(
            titel="Strategisch werk en programma's zonder doel",
            rijtype=zonder_doel.Zonderdoelregel,
            compute=zonder_doel.compute_zonder_doel,
            kolommen=zonder_doel.KOLOMMEN,
        ),
        "begroting": Analyse(
            titel="Programmabegroting per taakveld en jaar",
            rijtype=begroting.Taakveldregel,
            compute=begroting.compute_begroting,
            kolommen=begroting.KOLOMMEN,
        ),
        "taakveld": Analyse(
            titel="Uren per taakveld, toegerekend naar lasten",
            rijtype=taakveld.Taakveldurenregel,
            compute=taakveld.compute_taakveld,
            kolommen=taakveld.KOLOMMEN,
        ),
        "besteding": Analyse(
            titel="Geld per programma en jaar: begroot, toegekend, besteed en verwacht",
            rijtype=besteding.Bestedingsjaar,
            compute=besteding.compute_besteding,
            kolommen=besteding.KOLOMMEN,
        ),
        "kernwaarde": Analyse(
            titel="Uren naar kernwaarde",
            rijtype=kernwaarde.Kernwaarderegel,
            compute=kernwaarde.compute_kernwaarde,
            kolommen=kernwaarde.KOLOMMEN,
        ),
        "stroom": Analyse(
            titel="Uren van programma via opdrachtgever naar team",
            rijtype=stroom.Stroomregel,
            compute=stroom.compute_stroom,
            kolommen=stroom.KOLOMMEN,
        ),
        "wettelijk": Analyse(
            titel="Wettelijke opdrachten, naar gevraagde uren",
            rijtype=wettelijk.Wettelijkeopdracht,
            compute=wettelijk.compute_wettelijke_opdrachten,
            kolommen=wettelijk.KOLOMMEN,
        ),
        **VAN_TEAMS,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakanalyse:
    """An analysis of the afspraken: of a result on a day, with the rules in force and the reasons
    that were given for exceptions."""

    titel: str
    rijtype: type
    compute: Callable[[Toetsstof, Sequence[Afspraak], Sequence[Afspraakreden]], Sequence[object]]
    kolommen: tuple[Kolom, ...]


OVER_AFSPRAKEN: Mapping[str, Afspraakanalyse] = MappingProxyType(
    {
        "afspraken": Afspraakanalyse(
            titel="Wat niet klopt met de afspraken van het sturingskader",
            rijtype=toets.Afspraakregel,
            compute=toets.compute_afspraken,
            kolommen=toets.KOLOMMEN,
        ),
        "afspraken-stand": Afspraakanalyse(
            titel="Hoe elke afspraak van het sturingskader ervoor staat",
            rijtype=toets.Afspraakstand,
            compute=toets.compute_afspraakstand,
            kolommen=toets.STANDKOLOMMEN,
        ),
    }
)
"""The analyses of the afspraken, by name; offered last."""
