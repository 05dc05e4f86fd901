"""Which themes cross the areas, and does every area have an opdracht for them?

"Als er thema's of opgaven zijn, die de gebieden overstijgen of die voor elk gebied gelden, dan
vindt afstemming plaats tussen de gebieden" (sturingskader). Items of the gebiedsagenda belong to
one theme when they share an opdracht or name the same vraagstuk; a theme crosses areas when one of
its items says overstijgend, or when one opdracht stands in several areas. Hours are hundredths, of
the areas on whose agenda it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sturing.analyses.gebiedsagenda import Agendaregel, compute_gebiedsagenda
from sturing.analyses.kolom import UREN, kolommen
from sturing.analyses.teamopdracht import compute_teamopdracht
from sturing.analyses.urencijfers import Urencijfers
from sturing.domain.codes import GebiedCode, OpdrachtCode, TeamCode
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Themaregel(Urencijfers):
    """One theme; `team` asks most hours of these opdrachten as a whole, ties to the lower code.

    `zonder_opdracht` counts the items that have no opdracht.
    """

    thema: str
    gebieden: tuple[GebiedCode, ...]
    opdrachten: tuple[OpdrachtCode, ...]
    overstijgend: bool
    zonder_opdracht: int
    team: TeamCode | None

    @property
    def aantal_gebieden(self) -> int:
        return len(self.gebieden)


KOLOMMEN = (
    *kolommen(
        thema="thema",
        gebieden="gebieden",
        aantal_gebieden="aantal gebieden",
        opdrachten="opdrachten",
        overstijgend="overstijgend",
        zonder_opdracht="zonder opdracht (onderwerpen)",
    ),
    *UREN,
    *kolommen(team="team dat het meeste doet"),
)


def compute_gebiedsthema(
    uitkomst: Uitkomst, agenda: Sequence[Agendaregel] | None = None
) -> tuple[Themaregel, ...]:
    """Most areas first, then by name. `agenda` are the items of this result when they are known."""
    regels = compute_gebiedsagenda(uitkomst) if agenda is None else agenda
    per_team = _gevraagd_per_team(uitkomst)
    themas = [
        _thema(groep, per_team)
        for groep in _groepen(regels)
        if any(regel.overstijgend for regel in groep) or _een_opdracht_in_meer_gebieden(groep)
    ]
    return tuple(sorted(themas, key=lambda t: (-len(t.gebieden), t.thema.casefold())))


def _groepen(regels: Sequence[Agendaregel]) -> list[list[Agendaregel]]:
    """Items that share an opdracht or a vraagstuk, in the order of the agenda."""
    groepen: list[list[int]] = []
    van: dict[str, int] = {}
    for plek, regel in enumerate(regels):
        sleutels = []
        if regel.opdracht:
            sleutels.append(f"opdracht {regel.opdracht}")
        if regel.vraagstuk:
            sleutels.append(f"vraagstuk {' '.join(regel.vraagstuk.casefold().split())}")
        bekend = sorted({van[sleutel] for sleutel in sleutels if sleutel in van})
        doel = bekend[0] if bekend else len(groepen)
        if not bekend:
            groepen.append([])
        groepen[doel].append(plek)
        for ander in bekend[1:]:
            groepen[doel] += groepen[ander]
            groepen[ander] = []
            van.update({sleutel: doel for sleutel, nummer in van.items() if nummer == ander})
        van.update(dict.fromkeys(sleutels, doel))
    return [[regels[plek] for plek in sorted(groep)] for groep in groepen if groep]


def _een_opdracht_in_meer_gebieden(groep: Sequence[Agendaregel]) -> bool:
    gebieden: dict[OpdrachtCode, set[GebiedCode]] = defaultdict(set)
    for regel in groep:
        if regel.opdracht:
            gebieden[regel.opdracht].add(regel.gebied)
    return any(len(van_opdracht) > 1 for van_opdracht in gebieden.values())


def _thema(
    groep: Sequence[Agendaregel], per_team: dict[OpdrachtCode, Counter[TeamCode]]
) -> Themaregel:
    genoemd = Counter(r.vraagstuk for r in groep if r.vraagstuk)
    naam = genoemd.most_common(1)[0][0] if genoemd else groep[0].opdracht_naam
    opdrachten = tuple(dict.fromkeys(r.opdracht for r in groep if r.opdracht))
    teams: Counter[TeamCode] = Counter()
    for opdracht in opdrachten:
        teams.update(per_team.get(opdracht, Counter()))
    meeste = sorted(teams.items(), key=lambda paar: (-paar[1], paar[0]))
    return Themaregel(
        thema=naam or "",
        gebieden=tuple(dict.fromkeys(r.gebied for r in groep)),
        opdrachten=opdrachten,
        overstijgend=any(r.overstijgend for r in groep),
        zonder_opdracht=sum(r.zonder_opdracht for r in groep),
        gevraagd_honderdste=sum(r.gevraagd_honderdste for r in groep),
        toegekend_honderdste=sum(r.toegekend_honderdste for r in groep),
        team=meeste[0][0] if meeste else None,
    )


def _gevraagd_per_team(uitkomst: Uitkomst) -> dict[OpdrachtCode, Counter[TeamCode]]:
    uit: dict[OpdrachtCode, Counter[TeamCode]] = defaultdict(Counter)
    for regel in compute_teamopdracht(uitkomst):
        uit[regel.opdracht][regel.team] += regel.gevraagd_honderdste
    return uit
