"""The analyses of teams that can be asked for by name; register.py offers them with the others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sturing.analyses import (
    afhankelijkheid,
    besteed,
    besteed_team,
    focus_team,
    formatie,
    meerdere_teams,
    ondersteunend,
    ontwikkelopgave,
    teamondersteuning,
    teamopdracht,
    teamplan,
    zelforganisatie,
)
from sturing.analyses.analyse import Analyse

VAN_TEAMS: Mapping[str, Analyse] = MappingProxyType(
    {
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
