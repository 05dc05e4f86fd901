"""The analyses that can be asked for by name: `sturing analyse NAAM`.

Owns the names and the Dutch titles. An analysis that does not exist yet is simply not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sturing.analyses import (
    domein,
    focus,
    gebied,
    maand,
    opdracht,
    opdrachtgever,
    opdrachtmaand,
    portefeuillehouder,
    programma,
    soort_werk,
    team,
    urenketen,
    volledigheid,
    warmtekaart,
    wettelijk,
)
from sturing.analyses.afspraken import toets
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.kolom import Kolom
from sturing.analyses.volledigheid import Bladplek, Bladregel, Inlevering
from sturing.domain.afspraak import Afspraak, Afspraakreden
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
        "wettelijk": Afspraakanalyse(
            titel="Wettelijke opdrachten, naar gevraagde uren",
            rijtype=wettelijk.Wettelijkeopdracht,
            compute=lambda stof, _regels, _redenen: wettelijk.compute_wettelijke_opdrachten(
                stof.uitkomst
            ),
            kolommen=wettelijk.KOLOMMEN,
        ),
    }
)
"""The analyses of the afspraken, by name; offered last."""
