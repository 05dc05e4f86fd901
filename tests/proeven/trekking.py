"""Draws what teams bring in ten months: overlapping, corrected, renamed, two teams in one file.

Everything follows from one seed. A drawn upload is always sound, so that what is tested is what it
replaces, not what it is refused for.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

from tests.proeven.vervangmodel import (
    Agendapunt,
    Besteed,
    Capaciteit,
    Geboekt,
    Inzet,
    Maand,
    Opdrachtregel,
    Planregel,
    Upload,
)

TEAMS = ("T1", "T2", "T3")
GEBIEDEN = ("BIL", "DEB")
JAREN = (2026, 2027, 2028)
SOORTEN = ("bezetting", "inhuur", "vacature")


class Trekking:
    """Draws the uploads of one history."""

    def __init__(self, zaad: int) -> None:
        self.toeval = random.Random(zaad)
        self._volgende = 1

    def eerste(self) -> Upload:
        """The opdrachten that everything else speaks of."""
        return Upload(opdrachten=tuple(self._opdracht() for _ in range(4)))

    def _opdracht(self) -> Opdrachtregel:
        nummer = self._volgende
        self._volgende += 1
        return Opdrachtregel(f"O{nummer}", f"Werk nummer {nummer}", self._kort())

    def _kort(self) -> str | None:
        return self.toeval.choice([None, "kort", "korter", "anders"])

    def maand(self, nummer: int, codes: Sequence[str]) -> Upload:
        """What comes in during month `nummer` (1..10) when these opdrachten exist."""
        soort = self.toeval.choice(
            ["inzet", "inzet", "team", "team", "twee teams", "uren", "opdrachten", "agenda"]
        )
        match soort:
            case "inzet":
                return Upload(inzet=self._inzet(self.toeval.sample(TEAMS, 1), codes))
            case "team" | "twee teams":
                teams = self.toeval.sample(TEAMS, 1 if soort == "team" else 2)
                return Upload(
                    inzet=self._inzet(teams, codes),
                    capaciteit=self._capaciteit(teams),
                    teamplannen=self._plannen(teams, codes),
                )
            case "uren":
                return self._geboekt(nummer, codes)
            case "opdrachten":
                return self._opdrachten(codes)
            case _:
                return Upload(gebiedsagenda=self._agenda(codes))

    def _venster(self) -> tuple[Maand, Maand]:
        """Half of the windows lie in one year, the others cross one or two year ends."""
        jaar = self.toeval.choice(JAREN)
        van = (jaar, self.toeval.randint(1, 12))
        if self.toeval.random() < 0.5:
            return van, (jaar, self.toeval.randint(van[1], 12))
        eind = jaar + self.toeval.choice([1, 1, 2])
        return van, (eind, self.toeval.randint(1, 12))

    def _inzet(self, teams: Sequence[str], codes: Sequence[str]) -> tuple[Inzet, ...]:
        rijen: dict[tuple[object, ...], Inzet] = {}
        for team in teams:
            for _ in range(self.toeval.randint(1, 4)):
                van, tot = self._venster()
                uren = self.toeval.choice([0, 1, 5, 12_345, 40_000, self.toeval.randint(1, 99_999)])
                rij = Inzet(self.toeval.choice(codes), team, van, tot, uren)
                rijen[rij.opdracht, team, van, tot] = rij
        return tuple(rijen.values())

    def _capaciteit(self, teams: Sequence[str]) -> tuple[Capaciteit, ...]:
        rijen: dict[tuple[object, ...], Capaciteit] = {}
        for team in teams:
            for _ in range(self.toeval.randint(0, 3)):
                van, tot = self._venster()
                soort = self.toeval.choice(SOORTEN)
                fte = Decimal(self.toeval.choice(["0", "0.5", "4", "4.25"]))
                rijen[team, van, tot, soort] = Capaciteit(team, van, tot, soort, fte)
        return tuple(rijen.values())

    def _plannen(self, teams: Sequence[str], codes: Sequence[str]) -> tuple[Planregel, ...]:
        return tuple(
            Planregel(team, jaar, regel, self._resultaat(), self.toeval.choice([None, *codes]))
            for team in teams
            for jaar in self.toeval.sample(JAREN, self.toeval.randint(0, 2))
            for regel in range(1, self.toeval.randint(2, 4))
        )

    def _resultaat(self) -> str:
        return self.toeval.choice(["Plan vastgesteld", "Loket open", "Wachttijd korter"])

    def _geboekt(self, nummer: int, codes: Sequence[str]) -> Upload:
        """Hours and euros of this month, or a correction of an earlier one."""
        maand = (2026, self.toeval.randint(max(1, nummer - 2), nummer))
        teams = self.toeval.sample(TEAMS, self.toeval.randint(1, 2))
        gekozen = self.toeval.sample(list(codes), min(len(codes), 2))
        return Upload(
            uren=tuple(
                Geboekt(maand, team, code, self.toeval.randint(0, 9_999))
                for team in teams
                for code in gekozen
            ),
            besteding=tuple(
                Besteed(code, maand, self.toeval.randint(0, 99_999))
                for code in gekozen[: self.toeval.randint(0, 2)]
            ),
        )

    def _agenda(self, codes: Sequence[str]) -> tuple[Agendapunt, ...]:
        gebied = self.toeval.choice(GEBIEDEN)
        gekozen = self.toeval.sample(list(codes), min(len(codes), self.toeval.randint(1, 3)))
        punten = [Agendapunt(gebied, c, None, self.toeval.choice([None, 10, 40])) for c in gekozen]
        if self.toeval.random() < 0.5:
            punten.append(Agendapunt(gebied, None, "Te hard rijden", None))
        return tuple(punten)

    def _opdrachten(self, codes: Sequence[str]) -> Upload:
        """A new opdracht, changed ones, and at times one under a new code."""
        gekozen = self.toeval.sample(list(codes), self.toeval.randint(1, min(3, len(codes))))
        rijen = [Opdrachtregel(c, self._naam(c), self._kort()) for c in gekozen]
        if self.toeval.random() < 0.5:
            oud = rijen.pop().opdracht
            nieuw = self._opdracht()
            rijen.append(Opdrachtregel(nieuw.opdracht, self._naam(oud), self._kort(), vorige=oud))
        if self.toeval.random() < 0.4:
            rijen.append(self._opdracht())
        return Upload(opdrachten=tuple(rijen), met_korte_naam=self.toeval.random() < 0.7)

    def _naam(self, code: str) -> str:
        return f"Werk nummer {code[1:]}{self.toeval.choice(['', ' fase A', ' fase B'])}"
