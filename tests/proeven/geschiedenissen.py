"""Ten months of overlapping uploads: nothing is lost and nothing doubled.

Every history is drawn from its own number, brought in through the services into a real database,
and after every levering all rows are compared with the plain model (vervangmodel.py).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import xlsxwriter

from sturing.domain.levering import Rij
from sturing.errors import ConflictError, InvoerError, SturingError
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.lezer import lees_bestand
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.services.terugdraaien import maak_ongedaan
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from tests.proeven.trekking import GEBIEDEN, TEAMS, Trekking
from tests.proeven.uitslag import Maat, Uitslag
from tests.proeven.vervangmodel import Maand, Stand, Upload, geraakt, hernoemd, stand_na

KORT = 12
VOL = 2_000
MAANDEN = 10

Bladen = dict[str, list[list[object]]]


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` histories; `map_` is not used, the databases are in memory."""
    del map_
    telling: Counter[str] = Counter()
    fouten: list[str] = []
    for zaad in range(1, aantal + 1):
        try:
            with Opslag.open(None) as opslag:
                Geschiedenis(opslag, zaad, telling).speel()
        except (AssertionError, SturingError) as fout:
            fouten.append(f"geschiedenis {zaad}: {type(fout).__name__} {fout}")
    gemeten = f"{len(fouten)}" + "".join(f"\n      {fout}" for fout in fouten[:5])
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
        self._gelezen: tuple[int, dict[str, tuple[Rij, ...]]] = (-1, {})

    def speel(self) -> None:
        """Ten months; in each an upload, at times two at once, at times one undone."""
        self._bewaar(self._keur({"vast.xlsx": _vast()}))
        self._breng(self.trekking.eerste(), "begin")
        for maand in range(1, MAANDEN + 1):
            self._breng(self.trekking.maand(maand, self._codes()), f"maand {maand}")
            if self.toeval.random() < 0.15:
                self._tegelijk(maand)
            if self.toeval.random() < 0.4:
                self._maak_ongedaan(f"maand {maand}")

    def _rijen(self) -> dict[str, tuple[Rij, ...]]:
        """All rows, read again after every write."""
        if self._gelezen[0] != self.opslag.geschreven:
            self._gelezen = (self.opslag.geschreven, lees_bladen(self.opslag))
        return self._gelezen[1]

    def _codes(self) -> list[str]:
        return sorted(self._model().opdrachten)

    def _model(self, zonder: int | None = None) -> Stand:
        return stand_na(
            g.upload
            for g in in_werking(self.gebeurd)
            if g.upload is not None and g.nummer != zonder
        )

    def _breng(self, upload: Upload, wanneer: str) -> None:
        nummer = self._bewaar(self._keur(_als_bestanden(upload)))
        self.gebeurd.append(Gebeurtenis(nummer, upload))
        self.telling["levering"] += 1
        _vergelijk(self._rijen(), self._model(), wanneer)

    def _keur(self, bestanden: Mapping[str, Bladen]) -> tuple[int, Beoordeling]:
        op_levering = self.omgeving.nummer()
        beoordeling = beoordeel(
            [Bestand(naam=naam, inhoud=_werkboek(bladen)) for naam, bladen in bestanden.items()],
            self._rijen(),
            {},
            lees=lees_bestand,
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
        gekeurd = self._keur(_als_bestanden(twee))
        self._breng(een, f"maand {maand}, de eerste van twee")
        try:
            self._bewaar(gekeurd)
        except ConflictError:
            self.telling["botsing"] += 1
        else:
            raise AssertionError("de tweede van twee werd opgeslagen over de eerste heen")
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
        """Undone already, nothing changed, or something later leans on it or touched the same."""
        nummer = gebeurtenis.nummer
        if gebeurtenis not in in_werking(self.gebeurd):
            return True
        eigen = self._geraakt(gebeurtenis)
        later = [g for g in in_werking(self.gebeurd) if g.nummer > nummer]
        if any(eigen & self._geraakt(g) for g in later):
            return True
        return gebeurtenis.upload is not None and self._model(zonder=nummer) == self._model()

    def _geraakt(self, gebeurtenis: Gebeurtenis) -> set[tuple[object, ...]]:
        while gebeurtenis.upload is None:
            doel = gebeurtenis.ongedaan
            gebeurtenis = next(g for g in self.gebeurd if g.nummer == doel)
        eerder = [g for g in in_werking(self.gebeurd) if g.nummer < gebeurtenis.nummer]
        voor = stand_na(g.upload for g in eerder if g.upload is not None)
        return geraakt(gebeurtenis.upload, voor)


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


def _vast() -> Bladen:
    """The teams and areas, which stay as they are."""
    return {
        "Teams": [
            ["team", "naam", "soort", "domein"],
            *([team, f"Ploeg {team[1:]}", "opgave", "ruimtelijk"] for team in TEAMS),
        ],
        "Gebieden": [
            ["gebied", "naam", "soort"],
            ["GEM", "Hele gemeente", "gemeentebreed"],
            *([gebied, f"Kern {gebied}", "kern"] for gebied in GEBIEDEN),
        ],
    }


def _als_bestanden(upload: Upload) -> dict[str, Bladen]:
    """The rows of a levering as sheets; hours and capacity in files of their own."""
    opdrachtkop: list[object] = ["opdracht", "naam", "soort werk", "status", "vorige code"]
    if upload.met_korte_naam:
        opdrachtkop.append("korte naam")
    een: Bladen = {
        "Opdrachten": [
            opdrachtkop,
            *(
                [r.opdracht, r.naam, "regulier", "lopend", r.vorige, r.korte_naam][
                    : len(opdrachtkop)
                ]
                for r in upload.opdrachten
            ),
        ],
        "Inzet": [
            ["opdracht", "team", "van", "tot", "uren"],
            *(
                [r.opdracht, r.team, _maand(r.van), _maand(r.tot), r.uren / 100]
                for r in upload.inzet
            ),
        ],
        "Teamplannen": [
            ["team", "jaar", "regel", "resultaat", "opdracht"],
            *([r.team, r.jaar, r.regel, r.resultaat, r.opdracht] for r in upload.teamplannen),
        ],
        "Gebiedsagenda": [
            ["gebied", "opdracht", "vraagstuk", "aandeel %"],
            *([r.gebied, r.opdracht, r.vraagstuk, r.aandeel] for r in upload.gebiedsagenda),
        ],
    }
    twee: Bladen = {
        "Capaciteit": [
            ["team", "van", "tot", "soort", "fte"],
            *(
                [r.team, _maand(r.van), _maand(r.tot), r.soort, float(r.fte)]
                for r in upload.capaciteit
            ),
        ],
        "Uren": [
            ["maand", "team", "opdracht", "uren"],
            *([_maand(r.maand), r.team, r.opdracht, r.uren / 100] for r in upload.uren),
        ],
        "Besteding": [
            ["opdracht", "maand", "euro"],
            *([r.opdracht, _maand(r.maand), r.euro / 100] for r in upload.besteding),
        ],
    }
    bestanden = {"een.xlsx": een, "twee.xlsx": twee}
    gevuld = {
        naam: {blad: rijen for blad, rijen in bladen.items() if len(rijen) > 1}
        for naam, bladen in bestanden.items()
    }
    return {naam: bladen for naam, bladen in gevuld.items() if bladen}


def _maand(maand: Maand) -> str:
    return f"{maand[0]}-{maand[1]:02d}"


def _werkboek(bladen: Bladen) -> bytes:
    uit = BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
        for naam, rijen in bladen.items():
            vel = boek.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                vel.write_row(nummer, 0, rij)
    return uit.getvalue()
