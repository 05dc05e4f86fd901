"""Three proposals for a fair split of contested hours, each as changes of a draft to talk about.

- om de beurt: the parties in turn, lower key first, each puts its next opdracht, in its own order,
  on the highest free place among the places that their opdrachten hold now. Everyone else keeps his
  place, and legal work and other work each divide their own places.
- gelijk: of what is left for the parties in a contested team-month each gets as much as the others,
  and never more than it asks; what one does not need goes to the others.
- naar score: the same, in proportion to the summed scores of the opdrachten that they claim there.

The two splits become hours less asked of that team (`InzetWijziging`): in a party by what each of
its opdrachten asks there, largest remainder in hundredths, ties to the lower code. A draft can
change hours per team, not per month: what a party gives up is taken from its rows in proportion, so
over the horizon the parties together ask of the team no more than is left for them in the contested
months and what they asked already in the others. Legal work that goes first gives nothing up; it is
served before the rest is divided. Exact; must never apply a change. Hours in hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import lcm

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Inzetregel
from sturing.domain.wijziging import InzetWijziging, Rang, Wijziging
from sturing.engine.claims import Betwist, Claims
from sturing.engine.feiten import samengevoegd
from sturing.engine.spreiding import grootste_rest, spreid_maanden
from sturing.engine.volgorde import groep, plaatsen, score, verplaats, vragers, zet_onder


class Voorstelsoort(StrEnum):
    OM_DE_BEURT = "om de beurt"
    GELIJK = "gelijk"
    NAAR_SCORE = "naar score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What a draft would hold, after the changes of the result itself; empty: nothing to change."""

    soort: Voorstelsoort
    wijzigingen: tuple[Wijziging, ...]


def voorstellen(claims: Claims) -> tuple[Voorstel, ...]:
    """The three, in the order of Voorstelsoort."""
    return (
        Voorstel(soort=Voorstelsoort.OM_DE_BEURT, wijzigingen=om_de_beurt(claims)),
        Voorstel(soort=Voorstelsoort.GELIJK, wijzigingen=naar_verhouding(claims, op_score=False)),
        Voorstel(
            soort=Voorstelsoort.NAAR_SCORE, wijzigingen=naar_verhouding(claims, op_score=True)
        ),
    )


def om_de_beurt(claims: Claims) -> tuple[Wijziging, ...]:
    """The moves that give every party in turn its best place, in the order to make them."""
    plan, volgorde = claims.uitkomst.stand.plan, claims.uitkomst.stand.volgorde
    nu = vragers(plan, volgorde)
    doel = _om_de_beurt(claims, nu)
    groepen = {opdracht.opdracht: groep(plan, opdracht) for opdracht in plan.opdrachten}
    uit: list[Wijziging] = []
    for plek, code in enumerate(doel):
        if code == nu[plek]:
            continue
        boven = doel[plek - 1] if plek else None
        onder = boven if boven is not None and groepen[boven] == groepen[code] else None
        staat = plaatsen(plan, volgorde)
        oud = staat[code]
        if oud == (plek + 1 if onder is None else staat[onder] + 1):
            continue  # an earlier move brought it here
        if onder is None:
            volgorde, _, _ = verplaats(plan, volgorde, code, plek + 1)
        else:
            volgorde = zet_onder(plan, volgorde, code, onder)
        uit.append(Rang(opdracht=code, oude_plaats=oud, plaats=plek + 1, onder=onder))
    return tuple(uit)


def _om_de_beurt(claims: Claims, nu: Sequence[OpdrachtCode]) -> list[OpdrachtCode]:
    """The claiming opdrachten in the new order."""
    plan = claims.uitkomst.stand.plan
    groepen = {opdracht.opdracht: groep(plan, opdracht) for opdracht in plan.opdrachten}
    doel = list(nu)
    for nummer in sorted(set(groepen.values())):
        rijen = [
            [code for code in nu if code in partij.opdrachten and groepen[code] == nummer]
            for partij in claims.partijen
        ]
        alle = {code for rij in rijen for code in rij}
        plekken = [plek for plek, code in enumerate(nu) if code in alle]
        for plek, code in zip(plekken, _beurten(rijen), strict=True):
            doel[plek] = code
    return doel


def _beurten(rijen: Sequence[Sequence[OpdrachtCode]]) -> Iterable[OpdrachtCode]:
    """One of each row in turn; a row that is empty is passed over."""
    langste = max((len(rij) for rij in rijen), default=0)
    return [rij[beurt] for beurt in range(langste) for rij in rijen if beurt < len(rij)]


def verdeel_ruimte(
    ruimte: int, gevraagd: Mapping[str, int], gewichten: Mapping[str, Fraction]
) -> dict[str, int]:
    """Hours per party: by weight, never more than asked; what one leaves goes to the others.

    The shares add up to the least of `ruimte` and what is asked. Remainders by largest remainder,
    ties to the lower key. Parties without weight share, equally, what the others leave.
    """
    krijgt = dict.fromkeys(sorted(gevraagd), 0)
    dicht = [sleutel for sleutel in krijgt if gewichten[sleutel] <= 0]
    for rest in ([s for s in krijgt if s not in dicht], dicht):
        over = ruimte - sum(krijgt.values())
        weegt = {s: gewichten[s] if rest is not dicht else Fraction(1) for s in rest}
        krijgt |= _naar_gewicht(over, {s: gevraagd[s] for s in rest}, weegt)
    return krijgt


def _naar_gewicht(
    over: int, gevraagd: Mapping[str, int], gewichten: Mapping[str, Fraction]
) -> dict[str, int]:
    krijgt: dict[str, int] = {}
    rest = list(gevraagd)
    while rest:
        totaal = sum((gewichten[s] for s in rest), Fraction(0))
        vol = [s for s in rest if gevraagd[s] * totaal <= over * gewichten[s]]
        if not vol:
            noemer = lcm(*(gewichten[s].denominator for s in rest))
            delen = grootste_rest(over, [int(gewichten[s] * noemer) for s in rest])
            return krijgt | dict(zip(rest, delen, strict=True))
        # All that fit in this round fit together: each asks at most its share of `over`.
        krijgt |= {s: gevraagd[s] for s in vol}
        over -= sum(gevraagd[s] for s in vol)
        rest = [s for s in rest if s not in krijgt]
    return krijgt


def naar_verhouding(claims: Claims, *, op_score: bool) -> tuple[Wijziging, ...]:
    """Hours less asked, by opdracht and team: equal shares, or shares by summed score."""
    plan, horizon = claims.uitkomst.stand.plan, claims.uitkomst.horizon
    opdrachten = {opdracht.opdracht: opdracht for opdracht in plan.opdrachten}
    scores = {
        code: score(opdrachten[code], plan.instellingen.gewichten)
        for partij in claims.partijen
        for code in partij.opdrachten
        if code in opdrachten
    }
    eraf: dict[tuple[TeamCode, OpdrachtCode], int] = defaultdict(int)
    for betwist in claims.betwist:
        for code, minder in _minder(betwist, scores if op_score else None).items():
            eraf[betwist.team, code] += minder
    per: dict[tuple[TeamCode, OpdrachtCode], list[Inzetregel]] = defaultdict(list)
    for rij in plan.inzet:
        per[rij.team, rij.opdracht].append(rij)
    uit: list[Wijziging] = []
    for (team, code), minder in sorted(eraf.items()):
        eigen = sorted(per[team, code], key=lambda r: (r.van, r.tot, r.uren_honderdste))
        rijen = samengevoegd(eigen)
        weg = _ook_buiten_de_horizon(rijen, minder, horizon)
        if weg:
            totaal = sum(rij.uren_honderdste for rij in rijen)
            uit.append(
                InzetWijziging(
                    opdracht=code, team=team, uren_honderdste=-weg, oude_uren_honderdste=totaal
                )
            )
    return tuple(uit)


def _minder(
    betwist: Betwist, scores: Mapping[OpdrachtCode, Fraction] | None
) -> dict[OpdrachtCode, int]:
    """What every opdracht of the parties asks less in this team-month."""
    vrij = {a.partij: [v for v in a.vragers if not v.beschermd] for a in betwist.aandelen}
    wettelijk = sum(
        v.toegekend_honderdste for a in betwist.aandelen for v in a.vragers if v.beschermd
    )
    gevraagd = {s: sum(v.gevraagd_honderdste for v in rij) for s, rij in vrij.items() if rij}
    gewichten = {
        s: Fraction(1)
        if scores is None
        else sum((scores[v.opdracht] for v in vrij[s]), Fraction(0))
        for s in gevraagd
    }
    ruimte = max(betwist.ruimte_honderdste - wettelijk, 0)
    krijgt = verdeel_ruimte(ruimte, gevraagd, gewichten)
    minder: dict[OpdrachtCode, int] = {}
    for sleutel, rij in vrij.items():
        if rij:
            delen = grootste_rest(
                gevraagd[sleutel] - krijgt[sleutel], [v.gevraagd_honderdste for v in rij]
            )
            minder |= dict(zip((v.opdracht for v in rij), delen, strict=True))
    return minder


def _ook_buiten_de_horizon(rijen: Sequence[Inzetregel], minder: int, horizon: Horizon) -> int:
    """What must go off all rows so that at least `minder` goes off inside the horizon.

    A change takes from rows in proportion, also from the part of them outside the horizon.
    """
    uren = [rij.uren_honderdste for rij in rijen]
    nu, totaal = _binnen(rijen, uren, horizon), sum(uren)
    if not minder or nu == totaal:
        return minder
    weg = min(-(-minder * totaal // nu), totaal)
    while weg < totaal:
        delen = grootste_rest(weg, uren)
        over = [uur - deel for uur, deel in zip(uren, delen, strict=True)]
        if nu - _binnen(rijen, over, horizon) >= minder:
            break
        weg += 1
    return weg


def _binnen(rijen: Sequence[Inzetregel], uren: Sequence[int], horizon: Horizon) -> int:
    """Hundredths of the rows, with `uren` instead of their own, that lie inside the horizon."""
    maanden = set(horizon.maanden)
    return sum(
        deel
        for rij, aantal in zip(rijen, uren, strict=True)
        for maand, deel in spreid_maanden(aantal, rij.van, rij.tot)
        if maand in maanden
    )
