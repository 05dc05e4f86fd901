"""What the screen Claims shows, in words and whole hours. No I/O, no rights: made of what the
service hands over, which is already cut to what the acting user may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.engine.claims import Betwist, Claims
from sturing.engine.claimvoorstel import Voorstel, Voorstelsoort
from sturing.engine.effecten import Dimensie
from sturing.engine.uitkomst import Uitkomst
from sturing.services import notatie
from sturing.services.beelden import Keuze, Kop
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen

GROOTSTE_ANDEREN = 2
"""So many other opdrachten are named per team; the hours of the rest are one number."""
_TITEL = {
    Voorstelsoort.OM_DE_BEURT: "Om de beurt",
    Voorstelsoort.GELIJK: "Gelijke delen",
    Voorstelsoort.NAAR_SCORE: "Naar score",
}
_UITLEG = {
    Voorstelsoort.OM_DE_BEURT: "Ieder zet in zijn beurt zijn volgende opdracht op de hoogste vrije "
    "plaats van hen samen. {eerste} begint. Alle anderen houden hun plaats.",
    Voorstelsoort.GELIJK: "Van de uren die er voor hen zijn krijgt ieder evenveel, en nooit meer "
    "dan hij vraagt. Ieder vraagt zoveel minder van het team, verdeeld over zijn hele periode.",
    Voorstelsoort.NAAR_SCORE: "De uren die er voor hen zijn gaan naar de opgetelde score van de "
    "opdrachten. Ieder vraagt zoveel minder van het team, verdeeld over zijn hele periode.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimrij:
    """One team over its contested months, in whole hours. `gevraagd_uren` per chosen party, in
    their order; `anderen` are names with hours, `andere_uren` what the rest of the others asks."""

    team: str
    naam: str
    maanden: str
    gevraagd_uren: tuple[int, ...]
    beschikbaar_uren: int
    over_uren: int
    tekort_uren: int
    anderen: tuple[tuple[str, int], ...]
    andere_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagrij:
    """One opdracht of one party on one contested team, in whole hours of its contested months."""

    team: str
    partij: str
    opdracht: str
    opdrachtgever: str
    gevraagd_uren: int
    toegekend_uren: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Krijgt:
    """What one party gets in the plan year, now and by a proposal, in whole hours."""

    naam: str
    voor_uren: int
    na_uren: int

    @property
    def verschil_uren(self) -> int:
        return self.na_uren - self.voor_uren


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelbeeld:
    """One proposal: `wijzigingen` are the lines that a draft would hold; empty changes nothing."""

    soort: Voorstelsoort
    titel: str
    uitleg: str
    krijgen: tuple[Krijgt, ...]
    wijzigingen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimsbeeld:
    """The whole screen. `partijen` can be chosen, `gekozen` are; `verborgen` tells what is left out
    because the acting user may not see it, empty when nothing is. Between scenarios `vragers` says
    who asks what in which (`mag_exporteren`: also as a file), and `let_op` what does not go
    together. `wacht_op`: of so many opdrachten the proposals are made when asked for; else 0."""

    kop: Kop
    partijen: tuple[Keuze, ...]
    gekozen: tuple[Keuze, ...]
    rijen: tuple[Claimrij, ...]
    voorstellen: tuple[Voorstelbeeld, ...]
    verborgen: str
    mag_maken: bool
    waarom_niet: str
    wacht_op: int = 0
    vragers: tuple[Vraagrij, ...] = ()
    let_op: tuple[str, ...] = ()
    mag_exporteren: bool = False


def titelzin(
    gekozen: Sequence[Keuze],
    betwist: Sequence[Betwist],
    namen: Namen,
    *,
    deel: bool,
    wie: str = "opdrachtgevers",
) -> str:
    """The answer: how much too much they ask together, of how many teams, and where most.

    `deel`: not all teams were looked at, because the acting user may not see them. `wie` is the
    word for the parties.
    """
    if len(gekozen) < 2:
        return f"Kies twee of meer {wie} die u naast elkaar wilt leggen."
    samen = notatie.opsomming([keuze.naam for keuze in gekozen])
    if not betwist and deel:
        return f"{samen} zitten elkaar niet in de weg bij de teams die u mag zien."
    if not betwist:
        return f"{samen} zitten elkaar niet in de weg: samen vragen zij nergens te veel."
    per_team: dict[TeamCode, int] = defaultdict(int)
    for een in betwist:
        per_team[een.team] += een.tekort_honderdste
    meest = min(per_team, key=lambda team: (-per_team[team], team))
    uren = notatie.uren_met_eenheid(sum(per_team.values()))
    if len(per_team) == 1:
        return f"{samen} vragen samen {uren} te veel van {namen.team(meest)}."
    return (
        f"{samen} vragen samen {uren} te veel van {len(per_team)} teams, "
        f"het meest van {namen.team(meest)}."
    )


def claimrijen(
    betwist: Sequence[Betwist],
    gekozen: Sequence[Keuze],
    zichtbaar: Collection[OpdrachtCode],
    namen: Namen,
) -> tuple[Claimrij, ...]:
    """A row per contested team, most hours short first. Who may not be seen is in `andere_uren`."""
    per_team: dict[TeamCode, list[Betwist]] = defaultdict(list)
    for een in betwist:
        per_team[een.team].append(een)
    volgorde = sorted(
        per_team, key=lambda team: (-sum(b.tekort_honderdste for b in per_team[team]), team)
    )
    return tuple(_rij(per_team[team], gekozen, zichtbaar, namen) for team in volgorde)


def _rij(
    betwist: Sequence[Betwist],
    gekozen: Sequence[Keuze],
    zichtbaar: Collection[OpdrachtCode],
    namen: Namen,
) -> Claimrij:
    vraagt = {
        keuze.sleutel: sum(
            aandeel.gevraagd_honderdste
            for een in betwist
            for aandeel in een.aandelen
            if aandeel.partij == keuze.sleutel
        )
        for keuze in gekozen
    }
    anderen: dict[OpdrachtCode, int] = defaultdict(int)
    for een in betwist:
        for vrager in een.anderen:
            anderen[vrager.opdracht] += vrager.gevraagd_honderdste
    genoemd = sorted(
        (code for code in anderen if code in zichtbaar), key=lambda code: (-anderen[code], code)
    )[:GROOTSTE_ANDEREN]
    rest = sum(uren for code, uren in anderen.items() if code not in genoemd)
    maanden = sorted({een.maand for een in betwist})
    een_jaar = len({maand.jaar for maand in maanden}) == 1
    return Claimrij(
        team=betwist[0].team,
        naam=namen.team(betwist[0].team),
        maanden=notatie.maandreeks(maanden)
        if een_jaar
        else notatie.aantal(len(maanden), "maand", "maanden"),
        gevraagd_uren=tuple(notatie.uren_heel(uren) for uren in vraagt.values()),
        beschikbaar_uren=notatie.uren_heel(sum(een.aanbod_honderdste for een in betwist)),
        over_uren=notatie.uren_heel(sum(een.ruimte_honderdste for een in betwist)),
        tekort_uren=notatie.uren_heel(sum(een.tekort_honderdste for een in betwist)),
        anderen=tuple((namen.opdracht(c), notatie.uren_heel(anderen[c])) for c in genoemd),
        andere_uren=notatie.uren_heel(rest),
    )


def vraagrijen(
    claims: Claims, rijen: Sequence[Claimrij], partijnamen: Mapping[str, str], namen: Namen
) -> tuple[Vraagrij, ...]:
    """Who asks what, in the order of `rijen` and of the parties; most asked first."""
    opdrachtgever = {o.opdracht: o.opdrachtgever for o in claims.uitkomst.stand.plan.opdrachten}
    uren: dict[tuple[str, str, OpdrachtCode], list[int]] = defaultdict(lambda: [0, 0])
    for een in claims.betwist:
        for aandeel in een.aandelen:
            for vrager in aandeel.vragers:
                paar = uren[een.team, aandeel.partij, vrager.opdracht]
                paar[0] += vrager.gevraagd_honderdste
                paar[1] += vrager.toegekend_honderdste
    teams = {rij.team: (plek, rij.naam) for plek, rij in enumerate(rijen)}
    volgorde = sorted(uren, key=lambda s: (teams[s[0]][0], s[1], -uren[s][0], s[2]))
    return tuple(
        Vraagrij(
            team=teams[team][1],
            partij=partijnamen[partij],
            opdracht=namen.opdracht(code),
            opdrachtgever=namen.sleutel(Dimensie.OPDRACHTGEVER, opdrachtgever[code]),
            gevraagd_uren=notatie.uren_heel(uren[team, partij, code][0]),
            toegekend_uren=notatie.uren_heel(uren[team, partij, code][1]),
        )
        for team, partij, code in volgorde
    )


def voorstelbeeld(
    claims: Claims,
    voorstel: Voorstel,
    na: Uitkomst,
    gekozen: Mapping[str, str],
    namen: Namen,
) -> Voorstelbeeld:
    """One proposal with what every party would get: `gekozen` names the parties, `na` is the result
    with the changes of the proposal."""
    eerste = gekozen[claims.partijen[0].sleutel]
    return Voorstelbeeld(
        soort=voorstel.soort,
        titel=_TITEL[voorstel.soort],
        uitleg=_UITLEG[voorstel.soort].format(eerste=eerste),
        krijgen=tuple(
            Krijgt(
                naam=gekozen[partij.sleutel],
                voor_uren=_toegekend(claims.uitkomst, partij.opdrachten),
                na_uren=_toegekend(na, partij.opdrachten),
            )
            for partij in claims.partijen
        ),
        wijzigingen=tuple(wijzigingszin(x, namen) for x in voorstel.wijzigingen),
    )


def _toegekend(uitkomst: Uitkomst, opdrachten: Collection[OpdrachtCode]) -> int:
    return notatie.uren_heel(
        sum(
            regel.toegekend_honderdste
            for regel in uitkomst.effecten.opdrachten
            if regel.opdracht in opdrachten
        )
    )


def voorstelnaam(soort: Voorstelsoort, gekozen: Sequence[Keuze]) -> str:
    """The name of the draft that is made of a proposal."""
    return f"{_TITEL[soort]}: {notatie.opsomming([keuze.naam for keuze in gekozen])}"
