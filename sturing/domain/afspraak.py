"""The afspraken of the sturingskader as rules, how they were changed, and the exceptions.

"Dit sturingskader moet nog gaan leven; het is nog niet af": a rule is data that the organisation
may change. Frozen records; a change and a reason are only ever added. Times are UTC; the unit of
`drempel` is the word in `eenheid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sturing.domain.bevinding import Ernst
from sturing.domain.codes import DoelCode, GebiedCode, OpdrachtCode, PersoonCode, TeamCode


class Afspraakgroep(StrEnum):
    """Under which head an afspraak stands, in the order of the screen."""

    OPDRACHTGEVERS = "Opdrachtgevers"
    DELEGEREN = "Delegeren"
    DOELEN_EN_PLANNEN = "Doelen en plannen"
    GEBIEDEN = "Gebieden"
    TEAMS = "Teams"
    BESTUUR = "Samenspel met het bestuur"
    LOPEND_WERK = "Werk dat loopt"


class Afspraakveld(StrEnum):
    """What the organisation may change of an afspraak."""

    TITEL = "titel"
    ERNST = "ernst"
    AAN = "aan"
    DREMPEL = "drempel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """One rule: `zin` is the exact sentence of the sturingskader, `plek` the part it stands in.

    `ernst` `let op` means that an exception with a reason is allowed, `fout` that it is not. A rule
    that is not `aan` is not tested. `drempel` is None for a rule without a threshold.
    """

    code: str
    groep: Afspraakgroep
    titel: str
    ernst: Ernst
    aan: bool
    drempel: int | None
    eenheid: str
    plek: str
    zin: str

    @property
    def kop(self) -> str:
        """The title with its threshold filled in."""
        return self.titel.replace("{drempel}", str(self.drempel))


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakwijziging:
    """One field of one afspraak that was changed: who, when, from what to what, and why.

    `oud` and `nieuw` are the words of the field: `ja` or `nee`, `fout` or `let op`, a number.
    """

    volgnummer: int
    afspraak: str
    veld: Afspraakveld
    oud: str
    nieuw: str
    reden: str
    account: str
    naam: str
    tijdstip: datetime


class Objectsoort(StrEnum):
    """What an afspraak is about."""

    OPDRACHT = "opdracht"
    TEAM = "team"
    GEBIED = "gebied"
    AGENDAPUNT = "agendapunt"
    PERSOON = "persoon"
    DOEL = "doel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakobject:
    """One thing that keeps an afspraak or not; the codes that its `soort` asks for are filled.

    An agendapunt has its gebied, and its opdracht or its vraagstuk or both.
    """

    soort: Objectsoort
    opdracht: OpdrachtCode | None = None
    team: TeamCode | None = None
    gebied: GebiedCode | None = None
    persoon: PersoonCode | None = None
    doel: DoelCode | None = None
    vraagstuk: str | None = None

    @property
    def sleutel(self) -> str:
        """The codes as one text, for tables and files; `vraagstuk` stands last."""
        delen = (self.gebied, self.opdracht, self.team, self.persoon, self.doel, self.vraagstuk)
        return " / ".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakreden:
    """Why one object may differ from one afspraak: given, or (`ingetrokken`) taken back.

    `feiten` are the facts it was given for: when those are others, it says nothing any more.
    """

    volgnummer: int
    afspraak: str
    object: Afspraakobject
    feiten: tuple[str, ...]
    ingetrokken: bool
    tekst: str
    account: str
    naam: str
    tijdstip: datetime
