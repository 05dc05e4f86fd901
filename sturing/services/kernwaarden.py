"""To work of which value the granted hours go, in words and parts, and one part opened.

Owns no numbers of its own. An opdracht is named only to who may see it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sturing.analyses.kernwaarde import (
    Hoogte,
    Kernwaarde,
    Kernwaarderegel,
    compute_kernwaarde,
    opdrachten_van,
)
from sturing.domain.codes import OpdrachtCode
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.namen import Namen
from sturing.services.programmasbeeld import (
    Kernwaardebeeld,
    Waardedeel,
    Waardeopdracht,
    Waardeopen,
)

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
        Waardedeel(
            sleutel=_sleutel(r.kernwaarde, r.hoogte),
            hoogte=r.hoogte.value,
            pct=pct[i],
            uren=uren[i],
            opdrachten=r.opdrachten,
        )
        for i, r in enumerate(regels)
    )


def _sleutel(kernwaarde: Kernwaarde, hoogte: Hoogte) -> str:
    return f"{kernwaarde.name}-{hoogte.name}".casefold()


def waarde_open(
    blik: Blik,
    namen: Namen,
    beelden: Sequence[Kernwaardebeeld],
    sleutel: str | None,
    alleen: Collection[OpdrachtCode] | None,
    zichtbaar: Collection[OpdrachtCode],
) -> Waardeopen | None:
    """The opdrachten of the part `sleutel` of what is shown; None for none or one that is not."""
    deel = next((d for b in beelden for d in b.delen if d.sleutel == sleutel), None)
    if deel is None:
        return None
    kernwaarde, hoogte = next(
        (k, h) for k in Kernwaarde for h in Hoogte if _sleutel(k, h) == deel.sleutel
    )
    regels = sorted(
        opdrachten_van(blik.uitkomst, kernwaarde, hoogte, alleen),
        key=lambda r: (-r.toegekend_honderdste, r.plaats),
    )
    uren = list(notatie.rond_op_totaal([r.toegekend_honderdste for r in regels]))
    # The parts of a kernwaarde were rounded together: the largest opdracht takes the odd hour.
    uren[0] += deel.uren - sum(uren)
    gezien = [(r, uur) for r, uur in zip(regels, uren, strict=True) if r.opdracht in zichtbaar]
    opdrachten = {o.opdracht: o for o in blik.basis.plan.opdrachten}
    return Waardeopen(
        sleutel=deel.sleutel,
        naam=f"{NAMEN[kernwaarde]}: {deel.hoogte}",
        opdrachten=tuple(
            Waardeopdracht(
                opdracht=r.opdracht,
                plaats=r.plaats,
                naam=opdrachten[r.opdracht].kort,
                opdrachtgever=namen.persoon_kort(opdrachten[r.opdracht].opdrachtgever),
                status=r.status,
                stand=r.status.value if r.status else "vraagt niets",
                uren=uur,
                dekking=notatie.pct(r.dekking),
            )
            for r, uur in gezien
        ),
        verborgen=len(regels) - len(gezien),
        verborgen_uren=deel.uren - sum(uur for _, uur in gezien),
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
