"""Small drawn organisations as a person would type them, and the real workbook of each.

A plan is a map of sheet -> rows of column heading -> value (date, Decimal, int, str, None), valid
by the workbook contract. Same seed, same plan. Scarce on purpose: most teams get asked too much.
"""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import xlsxwriter

from .orakel_aanbod import laatste_dag, werkdagen

Boek = dict[str, list[dict[str, Any]]]
Maand = tuple[int, int]
PERSONEN = ("P1", "P10", "P2")


class Trekking:
    """One drawn plan with its horizon."""

    def __init__(self, zaad: int) -> None:
        self.kans = Random(zaad)
        kans = self.kans
        jaar = kans.randint(2023, 2028)
        begin = jaar * 12 + kans.choice([0, 0, kans.randint(0, 11)])
        eind = begin + kans.choice([0, 2, 5, 11, 11, 13])
        self.van, self.tot = ((n // 12, n % 12 + 1) for n in (begin, eind))
        self.jaren = (jaar - kans.randint(0, 1), self.tot[0] + kans.randint(0, 1))
        self.teams = kans.sample(["T1", "T2", "T10", "0.10"], kans.randint(1, 3))
        self.opdrachten = kans.sample(["O1", "O10", "O2", "o3", "007", "A.1"], kans.randint(3, 6))
        self.programmas = kans.sample(["1", "8", "10"], kans.choice([0, 1, 1, 2]))
        self.gebieden = ["GEM", *kans.sample(["A", "B", "Z"], kans.randint(0, 3))]
        self.boek: Boek = self._basis() | self._aanbod() | self._werk()

    def _soms(self, waarde: Any, kans: float = 0.5) -> Any:
        return waarde if self.kans.random() < kans else None

    def _getal(self, laag: int, hoog: int, decimalen: int) -> Decimal:
        return Decimal(self.kans.randint(laag, hoog)).scaleb(-decimalen)

    def _venster(self, *, maanden: bool = False) -> tuple[date, date]:
        """A window with at least one working day, often cut by a year end."""
        kans = self.kans
        while True:
            begin = date(self.jaren[0], 1, 1)
            breedte = (date(self.jaren[1], 12, 31) - begin).days
            een, twee = sorted(begin + timedelta(kans.randint(0, breedte)) for _ in "ab")
            if maanden or kans.random() < 0.5:
                een, twee = een.replace(day=1), laatste_dag((twee.year, twee.month))
            if werkdagen(een, twee):
                return een, twee

    def _open(self) -> dict[str, date | None]:
        van, tot = self._venster()
        # Both ends of the first working day on: one end alone never leaves a window without work.
        return {"van": self._soms(van), "tot": self._soms(max(tot, date(self.jaren[0], 2, 1)))}

    def _basis(self) -> Boek:
        kans = self.kans
        begroting = []
        for programma in self.programmas:
            for jaar in range(self.jaren[0], self.jaren[1] + 1):
                for taakveld in kans.choice([[], [None], [None], ["8.1", "8.3"]]):
                    kop = {"programma": programma, "jaar": jaar, "taakveld": taakveld, "lasten": 1}
                    begroting.append(
                        kop | {"beschikbaar": self._soms(self._getal(0, 9**7, 2), 0.8)}
                    )
        return {
            "Personen": [{"persoon": p, "naam": p, "rol": "portefeuillehouder"} for p in PERSONEN],
            "Programmas": [{"programma": p, "naam": f"Programma {p}"} for p in self.programmas],
            "Begroting": begroting,
            "Gebieden": [
                {
                    "gebied": g,
                    "naam": f"Gebied {g}",
                    "soort": "kern" if nummer else "gemeentebreed",
                    "valt onder": kans.choice(self.gebieden[:nummer]) if nummer else None,
                }
                for nummer, g in enumerate(self.gebieden)
            ],
        }

    def _aanbod(self) -> Boek:
        kans, jaren = self.kans, range(self.jaren[0], self.jaren[1] + 1)
        begin, eind = date(self.jaren[0], 1, 1), date(self.jaren[1], 12, 31)
        teams, capaciteit = [], []
        for team in self.teams:
            soort = {"naam": f"Ploeg {team}", "soort": "opgave", "domein": "sociaal"}
            grens = self._open() if kans.random() < 0.2 else {"van": None, "tot": None}
            teams.append({"team": team} | soort | grens)
            vensters = [(begin, eind), self._venster(maanden=True), self._venster(maanden=True)]
            for (van, tot), soort in zip(
                vensters, ["bezetting", "inhuur", "vacature"], strict=True
            ):
                if kans.random() < 0.7:
                    venster = {"team": team, "van": van, "tot": tot, "soort": soort}
                    capaciteit.append(venster | {"fte": self._getal(0, 1_500_000, 6)})
        normen = [
            {"jaar": jaar, "team": team}
            | {"voltijd uren per week": self._soms(self._getal(320, 400, 1))}
            | {"verlofuren": self._soms(self._getal(0, 2500, 1))}
            | {
                v: self._soms(self._getal(100, 2000, 2))
                for v in ("verzuim %", "indirect %", "ruimte %")
            }
            for jaar in jaren
            for team in [None, *self.teams]
            if kans.random() < 0.4
        ]
        mensen = [
            {"medewerker": f"M{n}", "uren per week": self._getal(80, 400, 1)} | self._open()
            for n in range(kans.randint(0, 3))
        ]
        rollen, afwezig = [], []
        for mens in mensen:
            for team in self.teams:
                rol = {"medewerker": mens["medewerker"], "team": team, "rol": None}
                rollen.append(rol | {"aandeel %": self._getal(100, 10_000, 2)} | self._open())
            for _ in range(kans.randint(0, 2)):
                van, tot = self._venster()
                deel = self._soms(self._getal(100, 10_000, 2), 0.8)
                venster = {"medewerker": mens["medewerker"], "van": van, "tot": tot}
                afwezig.append(venster | {"afwezig %": deel})
        return {
            "Teams": teams,
            "Capaciteit": capaciteit,
            "Normen": normen,
            "Medewerkers": mensen,
            "Teamrollen": rollen,
            "Afwezigheid": afwezig,
        }

    def _werk(self) -> Boek:
        kans = self.kans
        opdrachten, inzet, agenda = [], [], []
        for code in self.opdrachten:
            houders = "; ".join(kans.sample(PERSONEN, kans.randint(0, 3)))
            opdrachten.append(
                {
                    "opdracht": code,
                    "naam": f"Opdracht {code}",
                    "soort werk": kans.choice(["regulier", "strategische agenda"]),
                    "opdrachtgever": self._soms(kans.choice(PERSONEN)),
                    "portefeuillehouders": houders or None,
                    "programma": self._soms(kans.choice([*self.programmas, None]), 0.9),
                    "wettelijk": kans.choice(["ja", "nee", None, None]),
                    "rang": self._soms(kans.randint(1, 3)),
                    "status": kans.choice(["gepland", "lopend"] * 3 + ["parkeerplaats"]),
                    "budget": self._soms(self._getal(0, 9**8, 2), 0.7),
                    "maatschappelijke waarde": self._soms(kans.randint(0, 5)),
                    "medewerkerswaarde": self._soms(self._getal(0, 50, 1)),
                    "financiele waarde": self._soms(kans.randint(0, 5)),
                    "waarde": self._soms(kans.randint(0, 9), 0.2),
                }
                | self._open()
            )
            vensters = [self._venster() for _ in range(kans.choice([0, 2, 3, 4]))]
            for team, (van, tot) in dict.fromkeys((kans.choice(self.teams), v) for v in vensters):
                # Almost no hours in two years: parts that cannot be told apart. Those stay in one.
                klein = Decimal(kans.choice(["0", "0.01", "0.07"]) if van.year == tot.year else 30)
                uren = kans.choice([klein, self._getal(10_000, 150_000, 2)])
                rij = {"opdracht": code, "team": team, "van": van, "tot": tot}
                inzet.append(rij | {"uren": uren})
            for gebied in self.gebieden[: kans.randint(0, 4)]:
                deel = kans.choice([None, Decimal("12.5"), Decimal("16.67"), Decimal(25)])
                agenda.append({"gebied": gebied, "opdracht": code, "aandeel %": deel})
        return {"Opdrachten": opdrachten, "Inzet": inzet, "Gebiedsagenda": agenda}

    def werkboek(self) -> bytes:
        """The plan as an .xlsx file, rows shuffled, percentages and days in more than one form."""
        uit = io.BytesIO()
        with xlsxwriter.Workbook(uit, {"in_memory": True}) as boek:
            dag = boek.add_format({"num_format": "dd-mm-yyyy"})
            procent = boek.add_format({"num_format": "0.00%"})
            for naam, rijen in self.boek.items():
                if not rijen:
                    continue
                blad = boek.add_worksheet(naam)
                blad.write_row(0, 0, list(rijen[0]))
                for r, rij in enumerate(self.kans.sample(rijen, len(rijen)), 1):
                    for k, (kop, waarde) in enumerate(rij.items()):
                        if isinstance(waarde, date):
                            blad.write_datetime(r, k, datetime(*waarde.timetuple()[:3]), dag)
                        elif kop.endswith("%") and waarde is not None and self.kans.random() < 0.5:
                            blad.write_number(r, k, float(waarde / 100), procent)
                        elif isinstance(waarde, Decimal | int):
                            blad.write_number(r, k, float(waarde))
                        elif waarde is not None:
                            blad.write_string(r, k, waarde)
        return uit.getvalue()
