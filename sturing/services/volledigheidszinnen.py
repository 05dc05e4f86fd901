"""The sentences of the completeness view: how many teams are complete, what is missing, what comes.

Owns those sentences. Counts are teams and sheets; a date is the last day on which something is in
time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sturing.analyses.volledigheid import Bladregel, Leverstand, is_compleet
from sturing.services import notatie
from sturing.services.volledigheidsbeeld import (
    MEERVOUDIG,
    Leverregel,
    enkele,
)

Teams = Mapping[str, Sequence[Bladregel]]
"""The sheets of every team, by its code."""

_NAMEN_IN_KOP = 2
_LEVERINGEN = 3
"""So many deliveries of the first date by name."""


def titel(teams: Teams, geteld: Teams, te_laat: int, jaar: int, *, uw: bool) -> str:
    """How many teams are complete, what is missing, and how many sheets are late.

    `teams` are those seen apart, `geteld` those that are counted only. With `uw` the teams are
    those of the reader, and there are others.
    """
    if not teams:
        return anderen(geteld, jaar, ook_eigen=False) or f"Er zijn geen teams in {jaar}."
    klaar = sum(is_compleet(regels) for regels in teams.values())
    aantal = notatie.getal(len(teams))
    if len(teams) == 1:
        wat = "compleet" if klaar else "nog niet compleet"
        zin = f"{'Uw' if uw else 'Het'} team is {wat} voor {jaar}"
    elif klaar == len(teams):
        zin = f"{f'Uw {aantal}' if uw else f'Alle {aantal}'} teams zijn compleet voor {jaar}"
    else:
        van = f"uw {aantal}" if uw else f"de {aantal}"
        werkwoord = "is" if klaar == 1 else "zijn"
        zin = f"{notatie.getal(klaar)} van {van} teams {werkwoord} compleet voor {jaar}"
    if klaar < len(teams):
        zin += _wat_ontbreekt(teams)
    if te_laat:
        zin += f". {notatie.aantal(te_laat, 'blad is', 'bladen zijn')} te laat"
    return f"{zin}."


def _wat_ontbreekt(teams: Teams) -> str:
    """The sheet that most teams miss, with the first of them by name."""
    per_blad: dict[str, list[str]] = {}
    deels: set[str] = set()
    for regels in teams.values():
        for regel in regels:
            if regel.stand in (Leverstand.ONTBREEKT, Leverstand.DEELS):
                per_blad.setdefault(regel.blad, []).append(regel.naam)
            if regel.stand is Leverstand.DEELS:
                deels.add(regel.blad)
    blad, namen = max(per_blad.items(), key=lambda b: len(b[1]))
    meer = blad in MEERVOUDIG
    if blad in deels:
        wat = "zijn niet compleet" if meer else "is niet compleet"
    else:
        wat = "ontbreken" if meer else "ontbreekt"
    if len(namen) == len(teams) > 1:
        return f"; {blad} {wat} bij alle teams"
    rest = sum(not is_compleet(regels) for regels in teams.values()) - len(set(namen))
    ook = f", en een ander blad bij {notatie.aantal(rest, 'team', 'teams')}" if rest else ""
    return f"; {blad} {wat} bij {enkele(sorted(namen, key=str.casefold), _NAMEN_IN_KOP)}{ook}"


def eerst(regels: Sequence[Leverregel]) -> str:
    """The first date that comes, and who then delivers what."""
    komend = [regel for regel in regels if regel.dag is not None and not regel.te_laat]
    if not komend:
        return ""
    dag = min(regel.dag for regel in komend if regel.dag is not None)
    per_wie: dict[str, list[str]] = {}
    for regel in komend:
        if regel.dag == dag and regel.wat not in per_wie.setdefault(regel.wie, []):
            per_wie[regel.wie].append(regel.wat)
    delen = [f"{notatie.opsomming(wat)} van {wie}" for wie, wat in per_wie.items()]
    return f"Uiterlijk {notatie.datum_zin(dag)}: {enkele(delen, _LEVERINGEN)}."


def anderen(teams: Teams, jaar: int, *, ook_eigen: bool) -> str:
    """How many of the teams that one may not see apart are complete."""
    if not teams:
        return ""
    klaar = sum(is_compleet(regels) for regels in teams.values())
    ander = "andere " if ook_eigen else ""
    if len(teams) == 1:
        return f"Het {ander}team is {'' if klaar else 'nog niet '}compleet voor {jaar}."
    werkwoord = "is" if klaar == 1 else "zijn"
    return (
        f"Van de {notatie.getal(len(teams))} {ander}teams {werkwoord} er {notatie.getal(klaar)} "
        f"compleet voor {jaar}."
    )


def ander_jaar(zichtbaar: Sequence[Bladregel], dag: date) -> str:
    """What is open in the year that runs, for who looks at another plan year."""
    plichten = [p for regel in zichtbaar for p in regel.plichten]
    te_laat = sum(p.te_laat for p in plichten)
    komend = [p.laatste_dag for p in plichten if p.laatste_dag and p.laatste_dag >= dag]
    delen = []
    if te_laat:
        delen.append(f"{notatie.aantal(te_laat, 'blad is', 'bladen zijn')} te laat")
    if komend:
        delen.append(f"de volgende datum is {notatie.datum_zin(min(komend))}")
    if not delen:
        return ""
    return f"Ook voor {dag.year} wordt nog iets gevraagd: {notatie.opsomming(delen)}."
