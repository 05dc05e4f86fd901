"""For which gebied are the hours, alone and with everything below it?

Each area counts without its children, so that the rows add up; the tree adds them as a second pair
("gebiedsgericht werken", sturingskader). Hours are hundredths; per 1,000 inhabitants they are
exact hours, of the area with everything below it, None where the number of inhabitants is unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sturing.analyses.effectcijfers import Effectcijfers
from sturing.analyses.kolom import AANTALLEN, UREN, kolommen
from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.organisatie import Gebied, gebiedsketen
from sturing.engine.effecten import Dimensie, Effectregel, Paar
from sturing.engine.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebiedregel(Effectcijfers):
    """`niveau` 0 is the top of the tree; `gebied` None is what belongs to no area."""

    gebied: GebiedCode | None
    naam: str | None
    soort: GebiedSoort | None
    valt_onder: GebiedCode | None
    niveau: int
    inwoners: int | None
    met_onderliggend: Paar

    @property
    def totaal_gevraagd_honderdste(self) -> int:
        return self.met_onderliggend.gevraagd_honderdste

    @property
    def totaal_toegekend_honderdste(self) -> int:
        return self.met_onderliggend.toegekend_honderdste

    @property
    def totaal_tekort_honderdste(self) -> int:
        return self.met_onderliggend.tekort_honderdste

    @property
    def gevraagd_uren_per_1000_inwoners(self) -> Fraction | None:
        return self._per_1000(self.met_onderliggend.gevraagd_honderdste)

    @property
    def toegekend_uren_per_1000_inwoners(self) -> Fraction | None:
        return self._per_1000(self.met_onderliggend.toegekend_honderdste)

    def _per_1000(self, honderdste: int) -> Fraction | None:
        return Fraction(honderdste * 10, self.inwoners) if self.inwoners else None


KOLOMMEN = (
    *kolommen(
        gebied="gebied",
        naam="naam",
        soort="soort",
        valt_onder="valt onder",
        niveau="niveau in de boom",
        inwoners="inwoners",
    ),
    *UREN,
    *AANTALLEN,
    *kolommen(
        totaal_gevraagd_honderdste="gevraagd met onderliggend (uur)",
        totaal_toegekend_honderdste="toegekend met onderliggend (uur)",
        totaal_tekort_honderdste="tekort met onderliggend (uur)",
        gevraagd_uren_per_1000_inwoners="gevraagd met onderliggend (uur per 1.000 inwoners)",
        toegekend_uren_per_1000_inwoners="toegekend met onderliggend (uur per 1.000 inwoners)",
    ),
)


def compute_gebied(uitkomst: Uitkomst) -> tuple[Gebiedregel, ...]:
    """Every area in the order of the tree (each under its parent, by code), no area last."""
    gebieden = {gebied.gebied: gebied for gebied in uitkomst.stand.plan.gebieden}
    effecten = {regel.sleutel: regel for regel in uitkomst.effecten.per[Dimensie.GEBIED]}
    rijen = []
    for code, niveau in _boom(tuple(gebieden.values())):
        if (effect := effecten.pop(code, None)) is not None:
            rijen.append(_regel(effect, gebieden[code], niveau))
    rijen.extend(_regel(effect, None, 0) for effect in effecten.values())
    return tuple(rijen)


def gebieden_in_volgorde(gebieden: Sequence[Gebied]) -> tuple[GebiedCode, ...]:
    """Every area once in the order of the tree: each under its parent, by code."""
    return tuple(code for code, _ in _boom(gebieden))


def onder(gebieden: Sequence[Gebied], gebied: GebiedCode) -> frozenset[GebiedCode]:
    """The area itself and every area below it."""
    bekend = {g.gebied: g for g in gebieden}
    return frozenset({gebied} | {code for code in bekend if gebied in gebiedsketen(code, bekend)})


def _regel(effect: Effectregel, gebied: Gebied | None, niveau: int) -> Gebiedregel:
    eigen = Paar(
        gevraagd_honderdste=effect.gevraagd_honderdste,
        toegekend_honderdste=effect.toegekend_honderdste,
    )
    return Gebiedregel(
        effect=effect,
        gebied=GebiedCode(effect.sleutel) if effect.sleutel else None,
        naam=gebied.naam if gebied else None,
        soort=gebied.soort if gebied else None,
        valt_onder=gebied.valt_onder if gebied else None,
        niveau=niveau,
        inwoners=gebied.inwoners if gebied else None,
        met_onderliggend=effect.met_onderliggend or eigen,
    )


def _boom(gebieden: Sequence[Gebied]) -> Iterator[tuple[GebiedCode, int]]:
    """Every area once with its depth; what hangs in a circle follows at the end as a top."""
    bekend = {gebied.gebied for gebied in gebieden}
    kinderen: dict[GebiedCode | None, list[GebiedCode]] = defaultdict(list)
    for gebied in gebieden:
        kinderen[gebied.valt_onder if gebied.valt_onder in bekend else None].append(gebied.gebied)
    gezien: set[GebiedCode] = set()

    def loop(code: GebiedCode, niveau: int) -> Iterator[tuple[GebiedCode, int]]:
        if code in gezien:
            return
        gezien.add(code)
        yield code, niveau
        for kind in sorted(kinderen[code]):
            yield from loop(kind, niveau + 1)

    for top in sorted(kinderen[None]):
        yield from loop(top, 0)
    for rest in sorted(bekend):
        yield from loop(rest, 0)
