"""To work of which value the granted hours go, in words and parts. Owns no numbers of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.kernwaarde import Hoogte, Kernwaarde, Kernwaarderegel, compute_kernwaarde
from sturing.domain.codes import OpdrachtCode
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.programmasbeeld import Kernwaardebeeld, Waardedeel

NAMEN = {
    Kernwaarde.MAATSCHAPPELIJK: "Maatschappelijke waarde",
    Kernwaarde.MEDEWERKERS: "Medewerkerswaarde",
    Kernwaarde.FINANCIEEL: "Financiële waarde",
}


def kernwaarden(
    uitkomst: Uitkomst, alleen: Collection[OpdrachtCode] | None
) -> tuple[Kernwaardebeeld, ...]:
    """The three kernwaarden with their parts; none when no hours were granted."""
    regels = compute_kernwaarde(uitkomst, alleen)
    per = {k: [r for r in regels if r.kernwaarde is k] for k in Kernwaarde}
    return tuple(
        Kernwaardebeeld(naam=NAMEN[kernwaarde], delen=_delen(eigen))
        for kernwaarde, eigen in per.items()
        if any(r.toegekend_honderdste for r in eigen)
    )


def _delen(regels: Sequence[Kernwaarderegel]) -> tuple[Waardedeel, ...]:
    uren = notatie.rond_op_totaal([r.toegekend_honderdste for r in regels])
    geheel = sum(r.toegekend_honderdste for r in regels)
    # Percentages in hundredths of a percent, so that the whole ones add up to 100.
    pct = notatie.rond_op_totaal([r.toegekend_honderdste * 100 for r in regels], geheel)
    return tuple(
        Waardedeel(hoogte=r.hoogte.value, pct=pct[i], uren=uren[i], opdrachten=r.opdrachten)
        for i, r in enumerate(regels)
    )


def kernwaardenzin(beelden: Sequence[Kernwaardebeeld]) -> str:
    """`53% van de toegekende uren gaat naar werk met een hoge maatschappelijke waarde, ...`."""
    if not beelden:
        return "Er zijn geen uren toegekend."
    delen = [
        f"{notatie.getal(_hoog(beeld))}% naar werk met een hoge "
        f"{beeld.naam[:1].casefold()}{beeld.naam[1:]}"
        for beeld in beelden
    ]
    return f"Van de toegekende uren gaat {notatie.opsomming(delen)}."


def _hoog(beeld: Kernwaardebeeld) -> int:
    return sum(deel.pct for deel in beeld.delen if deel.hoogte == Hoogte.HOOG)
