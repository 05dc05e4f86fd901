"""What the screen Afspraken shows, ready to draw. Hours are whole hours as shown."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.afspraak import Afspraak, Afspraakobject
from sturing.services.beelden import Keuze, Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakrij:
    """One rule in its group: how many objects keep to it of how many, and which do not in words.

    `punten` is None for a rule of which nothing could be tested; `verschil` is how many points more
    or less than in the plan in force, empty when that is looked at.
    """

    code: str
    titel: str
    ernst: str
    punten: int | None
    telling: str
    verschil: str
    uitzonderingen: str
    zin: str
    plek: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakgroepbeeld:
    naam: str
    rijen: tuple[Afspraakrij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redenregel:
    """What was said about a point, `wanneer` by whom and when; `geldt` when it counts now."""

    tekst: str
    wanneer: str
    geldt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntbeeld:
    """One object that does not keep to one rule, open or with a reason.

    `nu` is what is wrong, `herstel` what helps, `knop` the same in a verb, `naar` the screen for
    that, `proef` the change to try in a draft (empty for none, or for who has no draft) and `team`
    the team it opens on. `feiten` are what the person saw. `gevraagd` says why a
    reason is asked again.
    """

    sleutel: str
    afspraak: str
    titel: str
    ernst: str
    zin: str
    plek: str
    object: Afspraakobject
    waar: str
    nu: str
    wie: str
    herstel: str
    knop: str
    naar: str
    proef: str
    team: str | None
    feiten: tuple[str, ...]
    van_mij: bool
    mag_toelichten: bool
    mag_mee: bool
    reden: Redenregel | None
    gezegd: tuple[Redenregel, ...]
    gevraagd: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wettelijkrij:
    """One legal opdracht; hours are whole."""

    naam: str
    opdrachtgever: str
    status: str
    gevraagd_uren: int
    tekort_uren: int
    dekking: str
    knelpunt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wettelijkbeeld:
    """Legal work: whether it fits in words (empty when nothing is tested), and the opdrachten."""

    zin: str
    rijen: tuple[Wettelijkrij, ...]
    mag_mee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingrij:
    """One change of an afspraak, in words."""

    afspraak: str
    wat: str
    reden: str
    wanneer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbeeld:
    """One afspraak as it can be changed; `gezien` is how the person sees it now."""

    gezien: Afspraak
    titel: str
    geschiedenis: tuple[Wijzigingrij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afsprakenbeeld:
    """The whole screen. `keuzes` are the rules with open points, to look at one.

    `eigen` counts the first points that are of the reader. `uit` counts the rules that are off;
    `conceptversie` is the draft of the reader as it is now, 0 without one.
    """

    kop: Kop
    groepen: tuple[Afspraakgroepbeeld, ...]
    punten: tuple[Puntbeeld, ...]
    eigen: int
    met_reden: tuple[Puntbeeld, ...]
    keuzes: tuple[Keuze, ...]
    wettelijk: Wettelijkbeeld
    regels: tuple[Regelbeeld, ...]
    geschiedenis: tuple[Wijzigingrij, ...]
    mag_wijzigen: bool
    conceptversie: int
    uit: int
