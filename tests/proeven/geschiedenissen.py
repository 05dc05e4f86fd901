"""Ten months of overlapping uploads: nothing is lost and nothing doubled.

Every history is drawn from its own number, brought in through the services into a real database,
and after every levering all rows are compared with the plain model (vervangmodel.py).
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from sturing.domain.levering import Rij
from sturing.errors import ConflictError, InvoerError
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.cellen import Bladvoortgang, Werkboek
from sturing.intake.lezer import lees_bestand
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.terugdraaien import maak_ongedaan
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from sturing.store.tabellen import BLADNAMEN
from tests.proeven.bladen import Bladen, als_bestanden, cellen, excel, lees_cellen, vast
from tests.proeven.trekking import Trekking
from tests.proeven.uitslag import Maat, Uitslag
from tests.proeven.vervangmodel import (
    Stand,
    Upload,
    codes_van_vervallen,
    geraakt,
    hernoemd,
    stand_na,
)

KORT = 7
VOL = 2_000
MAANDEN = 10
PROCESSEN = 2
DEEL = 20
"""Histories that a process takes at a time."""
EXCEL_OM = 10
"""Every so many histories one is brought in as real Excel bytes; the others as the same cells."""
GEBRUIKT = frozenset(
    {
        "Teams",
        "Gebieden",
        "Opdrachten",
        "Inzet",
        "Capaciteit",
        "Teamplannen",
        "Uren",
        "Besteding",
        "Gebiedsagenda",
    }
)
"""The sheets that an upload here can hold; the other ones stay empty, looked at in the end."""


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` histories; `map_` is not used, the databases are in memory.

    The short version plays them here, a longer one in two processes, with its progress on stderr.
    """
    del map_
    if aantal <= KORT:
        return _uitslag(aantal, *speel(range(1, aantal + 1)))
    telling: Counter[str] = Counter()
    fouten: list[str] = []
    delen = [range(n, min(n + DEEL, aantal + 1)) for n in range(1, aantal + 1, DEEL)]
    gedaan, begin = 0, time.monotonic()
    with ProcessPoolExecutor(PROCESSEN, mp_context=get_context("spawn")) as processen:
        werk = {processen.submit(speel, deel): deel for deel in delen}
        for klaar in as_completed(werk):
            geteld, gevonden = klaar.result()
            telling += geteld
            fouten += gevonden
            gedaan += len(werk[klaar])
            verstreken = time.monotonic() - begin
            regels = [f"{gedaan} van {aantal} geschiedenissen, {verstreken:.0f} s", *gevonden]
            print("\n".join(regels), file=sys.stderr, flush=True)
    return _uitslag(aantal, telling, fouten)


def speel(zaden: Sequence[int]) -> tuple[Counter[str], list[str]]:
    """Play the histories of these seeds: what was counted, and every difference."""
    telling: Counter[str] = Counter()
    fouten: list[str] = []
    for zaad in zaden:
        try:
            with Opslag.open(None) as opslag:
                Geschiedenis(opslag, zaad, telling).speel()
            telling["gespeeld"] += 1
        except Exception as fout:  # whatever breaks it is a finding, and the others go on
            fouten.append(f"geschiedenis {zaad}: {type(fout).__name__} {fout}")
    return telling, fouten


def _uitslag(aantal: int, telling: Counter[str], fouten: Sequence[str]) -> Uitslag:
    gemeten = f"{len(fouten)}" + "".join(f"\n      {fout}" for fout in fouten[:5])
    bytes_, gespeeld = telling["van bytes"], telling["gespeeld"]
    return Uitslag(
        naam="geschiedenissen",
        aantal=aantal,
        maten=(
            Maat(
                wat=f"verschillen met het model in {telling['levering']} leveringen, "
                f"{telling['ongedaan']} keer ongedaan gemaakt, {telling['geweigerd']} keer terecht "
                f"geweigerd, {telling['botsing']} keer tegelijk",
                gemeten=gemeten,
                eis="0",
                gehaald=not fouten,
            ),
            Maat(
                wat=f"geschiedenissen van echte Excel-bytes ({telling['werkboek']} werkboeken, hun "
                f"cellen gelijk aan die van de andere weg); de andere {gespeeld - bytes_} kregen "
                "hun cellen zonder Excel",
                gemeten=str(bytes_),
                eis=f"{aantal // EXCEL_OM}, en alle {aantal} gespeeld",
                gehaald=bytes_ == aantal // EXCEL_OM and gespeeld == aantal,
            ),
        ),
    )


@dataclass(frozen=True)
class Gebeurtenis:
    """One levering of a history: an upload, or the undoing of levering `ongedaan`."""

    nummer: int
    upload: Upload | None
    ongedaan: int | None = None


class Geschiedenis:
    """One history in one database, and beside it what the model says."""

    def __init__(self, opslag: Opslag, zaad: int, telling: Counter[str]) -> None:
        self.opslag = opslag
        self.omgeving = Omgeving(opslag=opslag, demo=False)
        self.trekking = Trekking(zaad)
        self.toeval = random.Random(zaad)
        self.telling = telling
        self.gebeurd: list[Gebeurtenis] = []
        self.excel = zaad % EXCEL_OM == 0
        self._gelezen: tuple[int, dict[str, tuple[Rij, ...]]] = (-1, {})
        self._gerekend: tuple[tuple[int, int | None], Stand] = ((-1, None), Stand())

    def speel(self) -> None:
        """Ten months; in each an upload, at times two at once, at times one undone."""
        self._bewaar(self._keur({"vast.xlsx": vast()}))
        self._breng(self.trekking.eerste(), "begin")
        for maand in range(1, MAANDEN + 1):
            self._breng(self.trekking.maand(maand, self._codes()), f"maand {maand}")
            if self.toeval.random() < 0.15:
                self._tegelijk(maand)
            if self.toeval.random() < 0.4:
                self._maak_ongedaan(f"maand {maand}")
        # All seventeen sheets: those that nobody brought must have stayed empty.
        assert lees_bladen(self.opslag) == self._rijen(), "een blad dat niemand bracht, heeft rijen"
        self.telling["van bytes"] += self.excel

    def _rijen(self) -> dict[str, tuple[Rij, ...]]:
        """All rows, read again after every write; () for the sheets that nobody brings."""
        if self._gelezen[0] != self.opslag.geschreven:
            gelezen = lees_bladen(self.opslag, GEBRUIKT)
            alle = {blad: gelezen.get(blad, ()) for blad in BLADNAMEN}
            self._gelezen = (self.opslag.geschreven, alle)
        return self._gelezen[1]

    def _codes(self) -> list[str]:
        return sorted(self._model().opdrachten)

    def _model(self, zonder: int | None = None) -> Stand:
        """The model after all that happened, from nothing; kept until something happens."""
        vraag = (len(self.gebeurd), zonder)
        if self._gerekend[0] != vraag:
            uploads = (
                g.upload
                for g in in_werking(self.gebeurd)
                if g.upload is not None and g.nummer != zonder
            )
            self._gerekend = (vraag, stand_na(uploads))
        return self._gerekend[1]

    def _breng(self, upload: Upload, wanneer: str) -> None:
        nummer = self._bewaar(self._keur(als_bestanden(upload)))
        self.gebeurd.append(Gebeurtenis(nummer, upload))
        self.telling["levering"] += 1
        _vergelijk(self._rijen(), self._model(), wanneer)

    def _keur(self, bestanden: Mapping[str, Bladen]) -> tuple[int, Beoordeling]:
        op_levering = self.omgeving.nummer()

        def lees(inhoud: bytes, bestand: str, voortgang: Bladvoortgang) -> Werkboek:
            if not self.excel:
                return lees_cellen(inhoud, bestand, voortgang)
            werkboek = lees_bestand(inhoud, bestand, voortgang)
            zelfde = lees_cellen(cellen(bestanden[bestand]), bestand, voortgang)
            assert werkboek == zelfde, f"{bestand}: Excel geeft andere cellen"
            self.telling["werkboek"] += 1
            return werkboek

        beoordeling = beoordeel(
            [
                Bestand(naam=naam, inhoud=excel(bladen) if self.excel else cellen(bladen))
                for naam, bladen in bestanden.items()
            ],
            self._rijen(),
            {},
            lees=lees,
        )
        assert not beoordeling.fouten, [b.melding for b in beoordeling.fouten]
        return op_levering, beoordeling

    def _bewaar(self, gekeurd: tuple[int, Beoordeling]) -> int:
        op_levering, beoordeling = gekeurd
        return bewaar(
            self.omgeving,
            LOKAAL,
            bestanden=beoordeling.bestanden,
            mutaties=beoordeling.mutaties,
            verschil=beoordeling.verschil,
            bereiken=beoordeling.bereiken,
            op_levering=op_levering,
        ).nummer

    def _tegelijk(self, maand: int) -> None:
        """Two people judge on the same levering; the second is refused and judges again."""
        codes = self._codes()
        een, twee = self.trekking.maand(maand, codes), self.trekking.maand(maand, codes)
        gekeurd = self._keur(als_bestanden(twee))
        self._breng(een, f"maand {maand}, de eerste van twee")
        try:
            self._bewaar(gekeurd)
        except ConflictError:
            self.telling["botsing"] += 1
        else:
            raise AssertionError("de tweede van twee werd opgeslagen over de eerste heen")
        self._gelezen = (-1, {})
        _vergelijk(self._rijen(), self._model(), f"maand {maand}, na de weigering")
        if {r.opdracht for r in een.opdrachten} <= set(codes) and not hernoemd(een):
            self._breng(twee, f"maand {maand}, de tweede van twee")

    def _maak_ongedaan(self, wanneer: str) -> None:
        gebeurtenis = self.toeval.choice(self.gebeurd[-4:])
        nummer, voor = gebeurtenis.nummer, self._rijen()
        weigering, nieuw = "", 0
        try:
            nieuw = maak_ongedaan(self.omgeving, LOKAAL, nummer, self.omgeving.nummer()).nummer
        except (ConflictError, InvoerError) as fout:
            weigering = str(fout)
        if weigering:
            assert lees_bladen(self.opslag) == voor, f"{wanneer}: geweigerd en toch veranderd"
            assert self._mag_weigeren(gebeurtenis), f"{wanneer}: {nummer} onterecht: {weigering}"
            self.telling["geweigerd"] += 1
            return
        self.gebeurd.append(Gebeurtenis(nieuw, None, nummer))
        self.telling["ongedaan"] += 1
        _vergelijk(self._rijen(), self._model(), f"{wanneer}, {nummer} ongedaan gemaakt")

    def _mag_weigeren(self, gebeurtenis: Gebeurtenis) -> bool:
        """Undone already, nothing changed, something later leans on it or touched the same, or a
        row that would come back names an opdracht that got another code since."""
        nummer = gebeurtenis.nummer
        if gebeurtenis not in in_werking(self.gebeurd):
            return True
        eigen = self._geraakt(gebeurtenis)
        later = [g for g in in_werking(self.gebeurd) if g.nummer > nummer]
        if any(eigen & self._geraakt(g) for g in later):
            return True
        nodig = codes_van_vervallen(*self._upload_en_ervoor(gebeurtenis))
        for g in later:
            if nodig & {r.vorige for r in self._upload_en_ervoor(g)[0].opdrachten}:
                return True
        return gebeurtenis.upload is not None and self._model(zonder=nummer) == self._model()

    def _geraakt(self, gebeurtenis: Gebeurtenis) -> set[tuple[object, ...]]:
        return geraakt(*self._upload_en_ervoor(gebeurtenis))

    def _upload_en_ervoor(self, gebeurtenis: Gebeurtenis) -> tuple[Upload, Stand]:
        """The upload behind a levering, and the model before it."""
        while gebeurtenis.upload is None:
            doel = gebeurtenis.ongedaan
            gebeurtenis = next(g for g in self.gebeurd if g.nummer == doel)
        eerder = [g for g in in_werking(self.gebeurd) if g.nummer < gebeurtenis.nummer]
        return gebeurtenis.upload, stand_na(g.upload for g in eerder if g.upload is not None)


def in_werking(gebeurd: Sequence[Gebeurtenis]) -> list[Gebeurtenis]:
    """The leveringen that count: without those undone, and without the undoing of them."""
    weg: set[int] = set()
    for gebeurtenis in reversed(gebeurd):
        if gebeurtenis.ongedaan is not None and gebeurtenis.nummer not in weg:
            weg |= {gebeurtenis.nummer, gebeurtenis.ongedaan}
    return [g for g in gebeurd if g.nummer not in weg]


def _vergelijk(rijen: Mapping[str, Sequence[Rij]], model: Stand, wanneer: str) -> None:
    for blad, velden, verwacht in (
        ("Inzet", ("opdracht", "team", "van", "tot", "uren_honderdste"), model.inzet),
        ("Capaciteit", ("team", "soort", "van", "tot", "fte"), model.capaciteit),
        ("Teamplannen", ("team", "jaar", "regel", "resultaat", "opdracht"), model.teamplannen),
        ("Uren", ("maand", "team", "opdracht", "uren_honderdste"), model.uren),
        ("Besteding", ("opdracht", "maand", "euro_cent"), model.besteding),
        ("Gebiedsagenda", ("gebied", "opdracht", "vraagstuk", "aandeel_pct"), model.gebiedsagenda),
        (
            "Opdrachten",
            ("opdracht", "naam", "korte_naam"),
            [(code, *waarden) for code, waarden in model.opdrachten.items()],
        ),
    ):
        heeft = Counter(tuple(rij[veld] for veld in velden) for rij in rijen[blad])
        moet = Counter(verwacht)
        assert heeft == moet, (
            f"{wanneer}, blad {blad}: te veel {list((heeft - moet).elements())}, "
            f"te weinig {list((moet - heeft).elements())}"
        )
