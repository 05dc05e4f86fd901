"""Ten months of overlapping uploads: nothing is lost and nothing doubled.

Every history is drawn from its own number, brought in through the services into a real database,
and after every levering all rows are compared with the plain model (vervangmodel.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import xlsxwriter

from sturing.errors import SturingError
from sturing.intake.beoordeling import Bestand, beoordeel
from sturing.services.bewaren import bewaar
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store.opslag import Opslag
from sturing.store.rijen import lees_bladen
from tests.proeven.trekking import GEBIEDEN, TEAMS, Trekking
from tests.proeven.uitslag import Maat, Uitslag
from tests.proeven.vervangmodel import Maand, Stand, Upload, stand_na

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
            _geschiedenis(zaad, telling)
        except (AssertionError, SturingError) as fout:
            fouten.append(f"geschiedenis {zaad}: {type(fout).__name__} {fout}")
    gemeten = f"{len(fouten)}" + "".join(f"\n      {fout}" for fout in fouten[:5])
    return Uitslag(
        naam="geschiedenissen",
        aantal=aantal,
        maten=(
            Maat(
                wat=f"verschillen met het model in {telling['leveringen']} leveringen",
                gemeten=gemeten,
                eis="0",
                gehaald=not fouten,
            ),
        ),
    )


def _geschiedenis(zaad: int, telling: Counter[str]) -> None:
    trekking = Trekking(zaad)
    with Opslag.open(None) as opslag:
        omgeving = Omgeving(opslag=opslag, demo=False)
        _breng(omgeving, {"vast.xlsx": _vast()})
        gebracht: list[Upload] = []
        for maand in range(MAANDEN + 1):
            stand = stand_na(gebracht)
            codes = sorted(stand.opdrachten)
            upload = trekking.maand(maand, codes) if maand else trekking.eerste()
            _breng(omgeving, _als_bestanden(upload))
            gebracht.append(upload)
            telling["leveringen"] += 1
            _vergelijk(opslag, stand_na(gebracht), f"maand {maand}")


def _breng(omgeving: Omgeving, bestanden: Mapping[str, Bladen]) -> None:
    op_levering = omgeving.nummer()
    beoordeling = beoordeel(
        [Bestand(naam=naam, inhoud=_werkboek(bladen)) for naam, bladen in bestanden.items()],
        lees_bladen(omgeving.opslag),
        {},
    )
    assert not beoordeling.fouten, [b.melding for b in beoordeling.fouten]
    bewaar(
        omgeving,
        LOKAAL,
        bestanden=beoordeling.bestanden,
        mutaties=beoordeling.mutaties,
        verschil=beoordeling.verschil,
        op_levering=op_levering,
    )


def _vergelijk(opslag: Opslag, model: Stand, wanneer: str) -> None:
    rijen = lees_bladen(opslag)
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
