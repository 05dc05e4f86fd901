"""Hours and fte of teams and domains before and after: one block of four lines each.

Owns the figures of the table Voor, Na, Verschil, of an upload as of two earlier states. Fte is the
average over the months of the horizon of what is filled and hired; hours are net and asked
hundredths, shown whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sturing.domain.codes import TeamCode
from sturing.engine.effecten import Dimensie, Effectregel
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.namen import Namen

_NUL = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferpaar:
    """One figure before and after as texts; `richting` is 1 for more, -1 for less, 0 for equal."""

    naam: str
    voor: str
    na: str
    verschil: str
    richting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamverschil:
    """One team, domain or sum: four figures, `deel` is gevraagd as % of beschikbaar."""

    sleutel: str
    naam: str
    fte: Cijferpaar
    beschikbaar: Cijferpaar
    gevraagd: Cijferpaar
    deel: Cijferpaar

    @property
    def cijfers(self) -> tuple[Cijferpaar, ...]:
        """The lines of the block, in their order."""
        return (self.fte, self.beschikbaar, self.gevraagd, self.deel)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stand:
    fte: Fraction = _NUL
    aanbod: int = 0
    gevraagd: int = 0

    def plus(self, ander: _Stand) -> _Stand:
        return _Stand(
            fte=self.fte + ander.fte,
            aanbod=self.aanbod + ander.aanbod,
            gevraagd=self.gevraagd + ander.gevraagd,
        )


def teamverschillen(
    voor: Uitkomst,
    na: Uitkomst,
    namen: Namen,
    zichtbaar: Collection[TeamCode],
    *,
    alle: bool = False,
) -> tuple[Teamverschil, ...]:
    """Every visible team whose fte or hours change (or `alle`), by code; both of one horizon."""
    links, rechts = _per_team(voor), _per_team(na)
    jaar = str(voor.horizon.van.jaar)
    return tuple(
        _verschil(
            code, namen.team(code), links.get(code, _Stand()), rechts.get(code, _Stand()), jaar
        )
        for code in sorted(links | rechts)
        if code in zichtbaar and (alle or links.get(code, _Stand()) != rechts.get(code, _Stand()))
    )


def teams_samen(voor: Uitkomst, na: Uitkomst, codes: Collection[str]) -> Teamverschil | None:
    """The sum of these teams; None when there are fewer than two."""
    if len(codes) < 2:
        return None
    links, rechts = (
        _som(stand for code, stand in _per_team(uitkomst).items() if code in codes)
        for uitkomst in (voor, na)
    )
    return _verschil("", f"{len(codes)} teams samen", links, rechts, str(voor.horizon.van.jaar))


def domeinverschillen(voor: Uitkomst, na: Uitkomst) -> tuple[Teamverschil, ...]:
    """Every domain whose fte or hours change, in alphabetical order."""
    jaar = str(voor.horizon.van.jaar)
    links, rechts = _per_domein(voor), _per_domein(na)
    return tuple(
        _verschil(domein, domein, links.get(domein, _Stand()), rechts.get(domein, _Stand()), jaar)
        for domein in sorted(links | rechts)
        if links.get(domein, _Stand()) != rechts.get(domein, _Stand())
    )


def _per_team(uitkomst: Uitkomst) -> dict[TeamCode, _Stand]:
    maanden = len(uitkomst.horizon)
    return {
        TeamCode(regel.sleutel): _stand(
            regel,
            sum((k.fte for k in uitkomst.model.aanbod.keten(TeamCode(regel.sleutel))), _NUL)
            / maanden,
        )
        for regel in uitkomst.effecten.per[Dimensie.TEAM]
        if regel.sleutel is not None
    }


def _per_domein(uitkomst: Uitkomst) -> dict[str, _Stand]:
    fte: dict[str, Fraction] = {}
    per_team = _per_team(uitkomst)
    for team in uitkomst.stand.plan.teams:
        fte[team.domein] = fte.get(team.domein, _NUL) + per_team[team.team].fte
    return {
        regel.sleutel: _stand(regel, fte.get(regel.sleutel, _NUL))
        for regel in uitkomst.effecten.per[Dimensie.DOMEIN]
        if regel.sleutel is not None
    }


def _stand(regel: Effectregel, fte: Fraction) -> _Stand:
    return _Stand(fte=fte, aanbod=regel.aanbod_honderdste or 0, gevraagd=regel.gevraagd_honderdste)


def _som(standen: Iterable[_Stand]) -> _Stand:
    som = _Stand()
    for stand in standen:
        som = som.plus(stand)
    return som


def _verschil(sleutel: str, naam: str, voor: _Stand, na: _Stand, jaar: str) -> Teamverschil:
    return Teamverschil(
        sleutel=sleutel,
        naam=naam,
        fte=_fte(f"Fte, gemiddeld in {jaar}", voor.fte, na.fte),
        beschikbaar=_uren("Beschikbaar, uren", voor.aanbod, na.aanbod),
        gevraagd=_uren("Gevraagd, uren", voor.gevraagd, na.gevraagd),
        deel=_deel("Gevraagd als % van beschikbaar", voor, na),
    )


def _fte(naam: str, voor: Fraction, na: Fraction) -> Cijferpaar:
    """One decimal, two when one would hide the difference."""
    decimalen = 1 if voor == na or _rond(voor, 1) != _rond(na, 1) else 2
    verschil = _rond(na, decimalen) - _rond(voor, decimalen)
    return _paar(
        naam,
        notatie.getal(voor, decimalen),
        notatie.getal(na, decimalen),
        notatie.getal(verschil, decimalen, teken=True) if verschil else "0",
        verschil,
    )


def _uren(naam: str, voor: int, na: int) -> Cijferpaar:
    verschil = notatie.uren_heel(na) - notatie.uren_heel(voor)
    return _paar(
        naam,
        notatie.uren(voor),
        notatie.uren(na),
        notatie.getal(verschil, teken=True),
        verschil,
    )


def _deel(naam: str, voor: _Stand, na: _Stand) -> Cijferpaar:
    links, rechts = _pct(voor), _pct(na)
    tekst, punten = notatie.ONBEKEND, 0
    if links is not None and rechts is not None:
        punten = rechts - links
        woord = "punt" if abs(punten) == 1 else "punten"
        tekst = f"{notatie.getal(punten, teken=True)}{notatie.VAST}{woord}" if punten else "0"
    return _paar(naam, _pct_tekst(links), _pct_tekst(rechts), tekst, punten)


def _pct(stand: _Stand) -> int | None:
    return notatie.pct_heel(Fraction(stand.gevraagd, stand.aanbod)) if stand.aanbod else None


def _pct_tekst(heel: int | None) -> str:
    return notatie.ONBEKEND if heel is None else f"{notatie.getal(heel)}%"


def _paar(naam: str, voor: str, na: str, verschil: str, stap: Decimal | int) -> Cijferpaar:
    return Cijferpaar(
        naam=naam, voor=voor, na=na, verschil=verschil, richting=(stap > 0) - (stap < 0)
    )


def _rond(waarde: Fraction, decimalen: int) -> Decimal:
    deel = Decimal(waarde.numerator) / Decimal(waarde.denominator)
    return deel.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
