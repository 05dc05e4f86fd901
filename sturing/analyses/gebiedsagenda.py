"""What stands on each gebiedsagenda, and what does it lack: opdracht, opdrachtgever or hours?

"In de gebiedsagenda wordt ook opgenomen wie de rol van ambtelijk opdrachtgever op zich neemt"
(sturingskader, Principe afspraken). The hours are the part of the opdracht that is for this area;
several items of one opdracht in one area share them by their aandeel, largest remainder, first
item first, and granted hours follow the asked ones. Hours are hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sturing.analyses.gebied import gebieden_in_volgorde
from sturing.analyses.gebiedsuren import uren_per_opdracht
from sturing.analyses.kolom import UREN, kolommen
from sturing.domain.codes import GebiedCode, OpdrachtCode, PersoonCode
from sturing.domain.keuzes import AgendaSoort, GebiedSoort, Haalbaarheid, Initiatief, Status
from sturing.domain.werk import Agendapunt
from sturing.engine.effecten import Paar
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitkomst import Uitkomst

_GEEN = Paar(gevraagd_honderdste=0, toegekend_honderdste=0)
_MILJOENSTE_PCT = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendaregel:
    """One item. `stand` is that of the whole opdracht, None when it asks nothing now; the hours are
    those of this area."""

    gebied: GebiedCode
    gebied_naam: str
    gebiedsmakelaar: PersoonCode | None
    vraagstuk: str | None
    soort: AgendaSoort | None
    initiatief: Initiatief | None
    bijdrage_gemeente: str | None
    bijdrage_partners: str | None
    overstijgend: bool
    aandeel_pct: Decimal | None
    opdracht: OpdrachtCode | None
    opdracht_naam: str | None
    opdrachtgever: PersoonCode | None
    gedelegeerd_aan: PersoonCode | None
    status: Status | None
    stand: Haalbaarheid | None
    uren: Paar

    @property
    def gevraagd_honderdste(self) -> int:
        return self.uren.gevraagd_honderdste

    @property
    def toegekend_honderdste(self) -> int:
        return self.uren.toegekend_honderdste

    @property
    def tekort_honderdste(self) -> int:
        return self.uren.tekort_honderdste

    @property
    def dekking_ratio(self) -> Fraction | None:
        return self.uren.dekking

    @property
    def voorbij(self) -> bool:
        """Its opdracht was finished or stopped: it lacks nothing any more."""
        return self.status is not None and self.status.voorbij

    @property
    def zonder_opdracht(self) -> bool:
        return self.opdracht is None

    @property
    def zonder_opdrachtgever(self) -> bool:
        """Nobody steers it; an item without opdracht has no opdrachtgever either."""
        return self.opdrachtgever is None and not self.voorbij

    @property
    def zonder_vraag(self) -> bool:
        """No hours are asked for it in this period."""
        return not self.gevraagd_honderdste and not self.voorbij

    @property
    def krijgt_niets(self) -> bool:
        """Hours are asked and none are granted."""
        return self.gevraagd_honderdste > 0 and not self.toegekend_honderdste


KOLOMMEN = (
    *kolommen(
        gebied="gebied",
        gebied_naam="naam gebied",
        gebiedsmakelaar="gebiedsmakelaar",
        vraagstuk="vraagstuk",
        soort="soort",
        initiatief="initiatief",
        bijdrage_gemeente="bijdrage gemeente",
        bijdrage_partners="bijdrage partners",
        overstijgend="overstijgend",
        aandeel_pct="aandeel (%)",
        opdracht="opdracht",
        opdracht_naam="naam opdracht",
        opdrachtgever="opdrachtgever",
        gedelegeerd_aan="gedelegeerd aan",
        status="status",
        stand="stand",
    ),
    *UREN,
    *kolommen(
        zonder_opdracht="zonder opdracht",
        zonder_opdrachtgever="zonder opdrachtgever",
        zonder_vraag="zonder gevraagde uren",
        krijgt_niets="krijgt geen uren",
    ),
)


def compute_gebiedsagenda(uitkomst: Uitkomst) -> tuple[Agendaregel, ...]:
    """Every item, by area in the order of the tree; in an area those with an opdracht first, by
    code, then by vraagstuk."""
    plan = uitkomst.stand.plan
    opdrachten = {o.opdracht: o for o in plan.opdrachten}
    stand = {r.opdracht: r.status for r in uitkomst.effecten.opdrachten}
    uren = _uren_per_punt(uitkomst)
    plek = {code: nummer for nummer, code in enumerate(gebieden_in_volgorde(plan.gebieden))}
    namen = {g.gebied: g for g in plan.gebieden}

    def sleutel(punt: Agendapunt) -> tuple[int, str, bool, str, str]:
        return (
            plek.get(punt.gebied, len(plek)),
            punt.gebied,
            punt.opdracht is None,
            punt.opdracht or "",
            punt.vraagstuk or "",
        )

    regels = []
    for punt in sorted(plan.gebiedsagenda, key=sleutel):
        gebied = namen.get(punt.gebied)
        opdracht = opdrachten.get(punt.opdracht) if punt.opdracht else None
        regels.append(
            Agendaregel(
                gebied=punt.gebied,
                gebied_naam=gebied.naam if gebied else punt.gebied,
                gebiedsmakelaar=gebied.gebiedsmakelaar if gebied else None,
                vraagstuk=punt.vraagstuk,
                soort=punt.soort,
                initiatief=punt.initiatief,
                bijdrage_gemeente=punt.bijdrage_gemeente,
                bijdrage_partners=punt.bijdrage_partners,
                overstijgend=bool(punt.overstijgend),
                aandeel_pct=punt.aandeel_pct,
                opdracht=punt.opdracht,
                opdracht_naam=opdracht.kort if opdracht else punt.opdracht,
                stand=stand.get(punt.opdracht) if punt.opdracht else None,
                uren=uren.get(punt, _GEEN),
                opdrachtgever=opdracht.opdrachtgever if opdracht else None,
                gedelegeerd_aan=opdracht.gedelegeerd_aan if opdracht else None,
                status=opdracht.status if opdracht else None,
            )
        )
    return tuple(regels)


def _uren_per_punt(uitkomst: Uitkomst) -> dict[Agendapunt, Paar]:
    """The hours of every item with an opdracht and an aandeel above 0."""
    plan = uitkomst.stand.plan
    per_opdracht = uren_per_opdracht(uitkomst)
    gemeentebreed = {g.gebied for g in plan.gebieden if g.soort is GebiedSoort.GEMEENTEBREED}
    samen: dict[tuple[OpdrachtCode, GebiedCode], list[Agendapunt]] = defaultdict(list)
    alle: dict[OpdrachtCode, Decimal] = defaultdict(Decimal)
    for punt in plan.gebiedsagenda:
        if punt.opdracht is not None and punt.aandeel_pct:
            samen[punt.opdracht, punt.gebied].append(punt)
            alle[punt.opdracht] += punt.aandeel_pct
    uit: dict[Agendapunt, Paar] = {}
    for (opdracht, gebied), punten in samen.items():
        paar = per_opdracht.get((opdracht, gebied))
        if paar is None:
            continue
        punten.sort(key=lambda punt: punt.vraagstuk or "")
        rest = max(Decimal(100) - alle[opdracht], Decimal(0)) if gebied in gemeentebreed else 0
        gewichten = [int((punt.aandeel_pct or 0) * _MILJOENSTE_PCT) for punt in punten] + [
            int(rest * _MILJOENSTE_PCT)
        ]
        gevraagd = grootste_rest(paar.gevraagd_honderdste, gewichten)
        toegekend = grootste_rest(paar.toegekend_honderdste, gevraagd)
        for punt, vraagt, krijgt in zip(punten, gevraagd, toegekend, strict=False):
            uit[punt] = Paar(gevraagd_honderdste=vraagt, toegekend_honderdste=krijgt)
    return uit
