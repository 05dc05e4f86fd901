"""The small form with which a team raises a signal: what can be chosen, and the hours short.

Owns the figures that the form is filled with (from the calculation of the plan in force) and the
reading of what a person typed. Hours are hundredths; months those of the plan year.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.samenspel import Richting
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Wie
from sturing.intake.getallen import naar_honderdste, uit_tekst
from sturing.intake.melding import Gebrek
from sturing.rights import samenspel as recht
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.berichten import Uitslag
from sturing.services.melden import Knelpunt, Wens, meld_knelpunt, stel_voor
from sturing.services.namen import teams_op_naam
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.regels import verdeelregels

MEESTE_UREN_HONDERDSTE = 100_000_000
"""A million hours; a larger number is a slip of the keyboard."""
HOOGSTE_PLAATS = 999_999
ZONDER_OPDRACHT = ""
"""The key of the choice to name no opdracht."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalformulier:
    """What `wie` can raise: bottlenecks of `teams`, proposals on `opdrachten`; months in order."""

    teams: tuple[Keuze, ...]
    opdrachten: tuple[Keuze, ...]
    maanden: tuple[Keuze, ...]

    def __bool__(self) -> bool:
        return bool(self.teams or self.opdrachten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekort:
    """What the calculation says: the hours short as they are typed, the months from the first to
    the last with too little, and a sentence about it."""

    uren: str
    van: str
    tot: str
    zin: str


def formulier(omgeving: Omgeving, wie: Wie, horizon: Horizon | None = None) -> Signaalformulier:
    """Everything that can be chosen; empty for who may raise nothing."""
    basis = omgeving.basis(horizon)
    teams = [
        Keuze(sleutel=code, naam=naam)
        for code, naam in teams_op_naam(basis.plan)
        if recht.mag_melden(wie, basis.index, code)
    ]
    voorstellen = [
        code
        for code in zichtbare_opdrachten(wie, basis.index, _met_plaats(basis))
        if recht.mag_voorstellen(wie, basis.index, code)
    ]
    return Signaalformulier(
        teams=tuple(teams),
        opdrachten=_op_naam(basis, voorstellen),
        maanden=tuple(
            Keuze(sleutel=str(maand), naam=notatie.maand_lang(maand))
            for maand in basis.uitkomst.horizon.maanden
        ),
    )


def opdrachten_van_team(
    omgeving: Omgeving, wie: Wie, team: str, horizon: Horizon | None = None
) -> tuple[Keuze, ...]:
    """The opdrachten that ask hours of this team and that `wie` may see, by name."""
    basis = omgeving.basis(horizon)
    index = basis.index
    codes = [
        code
        for code in _met_plaats(basis)
        if TeamCode(team) in index.teams_opdracht.get(code, frozenset())
    ]
    return _op_naam(basis, list(zichtbare_opdrachten(wie, index, codes)))


def _met_plaats(basis: Basis) -> list[OpdrachtCode]:
    return [r.opdracht for r in basis.uitkomst.effecten.opdrachten]


def _op_naam(basis: Basis, codes: list[OpdrachtCode]) -> tuple[Keuze, ...]:
    paren = sorted((basis.namen.opdracht(code).casefold(), code) for code in codes)
    return tuple(Keuze(sleutel=code, naam=basis.namen.opdracht(code)) for _, code in paren)


def tekort(
    omgeving: Omgeving,
    wie: Wie,
    team: str,
    opdracht: str = ZONDER_OPDRACHT,
    van: str = "",
    tot: str = "",
    horizon: Horizon | None = None,
) -> Tekort:
    """The hours short of a team (of one opdracht when named) from `van` to `tot`; without those
    from the first to the last month with a shortage. Nothing for a team that is not own."""
    basis = omgeving.basis(horizon)
    maanden = basis.uitkomst.horizon.maanden
    per_maand = dict.fromkeys(maanden, 0)
    if recht.mag_melden(wie, basis.index, TeamCode(team)):
        for regel in verdeelregels(basis.uitkomst):
            if regel.team == team and opdracht in (ZONDER_OPDRACHT, regel.opdracht):
                per_maand[regel.maand] += regel.gevraagd_honderdste - regel.toegekend_honderdste
    krap = [maand for maand, tekort_ in per_maand.items() if tekort_]
    eerste = _gekozen(van, maanden) or (krap or maanden)[0]
    laatste = _gekozen(tot, maanden) or (krap or maanden)[-1]
    som = sum(tekort_ for maand, tekort_ in per_maand.items() if eerste <= maand <= laatste)
    return Tekort(
        uren=notatie.getal(notatie.uren_heel(som)).replace(".", ""),
        van=str(eerste),
        tot=str(laatste),
        zin=f"Volgens de berekening is er in deze maanden {notatie.uren_met_eenheid(som)} tekort.",
    )


def _gekozen(maand: str, maanden: tuple[Maand, ...]) -> Maand | None:
    return next((m for m in maanden if str(m) == maand), None)


def meld(
    omgeving: Omgeving,
    wie: Wie,
    *,
    team: str,
    opdracht: str,
    van: str,
    tot: str,
    uren: str,
    tekst: str,
) -> Uitslag:
    """Raise a bottleneck as it was filled in; hours that are no Dutch number are refused in words.
    Raises as `meld_knelpunt`."""
    gelezen = lees_uren(uren)
    if isinstance(gelezen, str):
        return Uitslag(geweigerd=gelezen)
    knelpunt = Knelpunt(
        team=TeamCode(team),
        opdracht=OpdrachtCode(opdracht) if opdracht else None,
        van=Maand.van_tekst(van),
        tot=Maand.van_tekst(tot),
        uren_honderdste=gelezen,
    )
    return meld_knelpunt(omgeving, wie, knelpunt, tekst)


def lees_uren(tekst: str) -> int | str | None:
    """Typed hours as hundredths; None when empty; a Dutch sentence when it is no number."""
    if not tekst.strip():
        return None
    getal = uit_tekst(tekst)
    honderdste = getal if isinstance(getal, Gebrek) else naar_honderdste(getal)
    if isinstance(honderdste, Gebrek):
        return f"{honderdste.wat} {honderdste.mag}".strip()
    if not 0 <= honderdste <= MEESTE_UREN_HONDERDSTE:
        return "Uren tekort liggen tussen 0 en 1.000.000."
    return honderdste


def _plaats(tekst: str) -> int | None:
    """A place from 1; None for anything else."""
    heel = int(tekst) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 10 else 0
    return heel if 1 <= heel <= HOOGSTE_PLAATS else None


def stel_in_woorden_voor(
    omgeving: Omgeving,
    wie: Wie,
    *,
    opdracht: str,
    richting: str,
    plaats: str,
    waarom: str,
) -> Uitslag:
    """Propose a priority as it was filled in; a place that is no whole number is refused in words.
    It comes from the own team that works on the opdracht, when there is one. Raises as
    `stel_voor`."""
    index = omgeving.basis().index
    code = OpdrachtCode(opdracht)
    gekozen = Richting(richting)
    nummer = None
    if gekozen is Richting.PLAATS:
        nummer = _plaats(plaats.strip())
        if nummer is None:
            return Uitslag(geweigerd=f"'{plaats}' is geen plaats. Typ een heel getal, zoals 12.")
    teams = sorted(
        team
        for team in index.teams_opdracht.get(code, frozenset())
        if recht.mag_melden(wie, index, team)
    )
    wens = Wens(opdracht=code, richting=gekozen, plaats=nummer, team=teams[0] if teams else None)
    return stel_voor(omgeving, wie, wens, waarom)
