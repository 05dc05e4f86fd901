"""Which sheet and which column is meant: names of a workbook against names of the contract.

Owns: matching of sheet and column names, the header row, and the notices about them. Must never
read a value under a heading. Rows and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from sturing.domain.bevinding import Bevinding
from sturing.intake.cellen import Cel, Celsoort, Werkblad, adres
from sturing.intake.codes import Code
from sturing.intake.eigen_bladen import is_eigen_blad
from sturing.intake.melding import meld, opsomming, waarde_tekst
from sturing.intake.schema import BLADEN, Blad, Kolom, normaal

KOP_BINNEN = 10
"""The header row is one of the first ten rows."""

_EIGEN = frozenset(normaal(blad.naam) for blad in BLADEN)
_ALLE = opsomming([blad.naam for blad in BLADEN])
_NAMEN: Mapping[str, Blad] = MappingProxyType(
    {
        **{normaal(naam): blad for blad in BLADEN for naam in blad.synoniemen},
        **{normaal(blad.naam): blad for blad in BLADEN},
    }
)


def blad_van(naam: str) -> Blad | None:
    """The sheet of the contract with this name or synonym."""
    return _NAMEN.get(normaal(naam))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The header row of one sheet: which column number holds which column of the contract."""

    rij: int
    kolommen: Mapping[int, Kolom]
    met_procent: frozenset[int]
    """Columns whose heading ends in a percent sign."""
    gekopt: frozenset[int]
    """All columns with a heading, also unknown ones."""
    plekken: Mapping[int, int] = field(default_factory=dict)
    """Column number -> where the column stands in the person's own file, when that is elsewhere."""

    def plek(self, kolom: int) -> int:
        """The column number in the person's own file."""
        return self.plekken.get(kolom, kolom)


@dataclass(frozen=True, slots=True, kw_only=True)
class HerkendBlad:
    """A sheet of the contract found in a file."""

    blad: Blad
    werkblad: Werkblad
    naam: str | None = None
    """The sheet as the person's own file calls it, when findings are to name that."""
    kenmerk: str | None = None
    """Of the export that this sheet is, see domain.koppeling."""


Herkenning = tuple[HerkendBlad, Kop | None, list[Bevinding]]
"""A sheet, its header row (None when it has none) and what is to be said about both."""


def herken_bladen(
    bestand: str, werkbladen: Sequence[Werkblad], *, nog_andere: bool = False
) -> tuple[list[Herkenning], list[Bevinding]]:
    """The sheets of the contract in one file, and what is to be said about the other ones.

    `nog_andere`: the file has other sheets, which are read as exports of another program.

    The name itself goes before a synonym of it, and a sheet with a synonym as its name counts only
    when it has the columns: a scratch sheet called Agenda is no Gebiedsagenda.
    """
    bevindingen: list[Bevinding] = []
    gevonden: dict[str, Herkenning] = {}
    for werkblad in sorted(werkbladen, key=lambda w: normaal(w.naam) not in _EIGEN):
        naam = normaal(werkblad.naam)
        blad = _NAMEN.get(naam)
        if is_eigen_blad(werkblad):
            continue
        if blad is not None and naam in _EIGEN:
            if blad.naam in gevonden:
                bevindingen.append(_dubbel(bestand, gevonden[blad.naam][0], werkblad))
                continue
            herkend = HerkendBlad(blad=blad, werkblad=werkblad)
            gevonden[blad.naam] = (herkend, *zoek_kop(bestand, herkend))
            continue
        if blad is not None and blad.naam not in gevonden:
            herkend = HerkendBlad(blad=blad, werkblad=werkblad)
            kop, over_kop = zoek_kop(bestand, herkend)
            if kop is not None:
                melding = _synoniem(bestand, herkend)
                gevonden[blad.naam] = (herkend, kop, [melding, *over_kop])
                continue
        bevindingen.append(
            meld(
                Code.BLAD_ONBEKEND,
                "dit blad kennen wij niet. Wij slaan het over.",
                f"Toegestaan: {_ALLE}.",
                bestand=bestand,
                blad=werkblad.naam,
            )
        )
    if not gevonden and not nog_andere:
        bevindingen.append(
            meld(
                Code.BESTAND_ZONDER_BLAD,
                "dit bestand heeft geen enkel blad dat wij kennen.",
                f"Toegestaan: {_ALLE}. Gebruik het sjabloon.",
                bestand=bestand,
            )
        )
    return list(gevonden.values()), bevindingen


def _dubbel(bestand: str, eerder: HerkendBlad, werkblad: Werkblad) -> Bevinding:
    blad = eerder.blad.naam
    return meld(
        Code.BLAD_DUBBEL,
        f"de bladen '{eerder.werkblad.naam}' en '{werkblad.naam}' zijn allebei '{blad}'.",
        "Zet de rijen bij elkaar op één blad.",
        bestand=bestand,
        blad=blad,
        waarde=werkblad.naam,
    )


def _synoniem(bestand: str, herkend: HerkendBlad) -> Bevinding:
    return meld(
        Code.BLAD_SYNONIEM,
        f"blad '{herkend.werkblad.naam}' gelezen als '{herkend.blad.naam}'.",
        "Klopt dit? Dan hoeft u niets te doen.",
        bestand=bestand,
        blad=herkend.blad.naam,
        waarde=herkend.werkblad.naam,
    )


@cache
def _kolomnamen(blad_naam: str) -> tuple[Mapping[str, Kolom], Mapping[str, Kolom]]:
    """Normalised names and synonyms of the columns of a sheet."""
    blad = _NAMEN[normaal(blad_naam)]
    eigen = {normaal(kolom.kolom): kolom for kolom in blad.kolommen}
    anders = {normaal(naam): kolom for kolom in blad.kolommen for naam in kolom.synoniemen}
    return eigen, anders


def zoek_kop(bestand: str, herkend: HerkendBlad) -> tuple[Kop | None, list[Bevinding]]:
    """The first of the first ten rows that holds all required columns, with its notices.

    Without one: a fout per column that the best row lacks; an empty sheet gives a notice.
    """
    blad, werkblad = herkend.blad, herkend.werkblad
    if not werkblad.rijen:
        bevinding = meld(
            Code.BLAD_LEEG,
            "dit blad is leeg. Wij slaan het over.",
            "U hoeft niets te doen.",
            bestand=bestand,
            blad=blad.naam,
        )
        return None, [bevinding]
    nodig = {kolom.veld for kolom in blad.verplicht}
    beste: set[str] = set()
    for nummer, cellen in werkblad.rijen:
        if nummer > KOP_BINNEN:
            break
        velden = {kolom.veld for cel in cellen if (kolom := _kolom_van(blad, cel)) is not None}
        if nodig <= velden:
            return _maak_kop(bestand, herkend, nummer, cellen)
        if len(velden & nodig) > len(beste & nodig):
            beste = velden
    ontbreekt = [kolom.kolom for kolom in blad.verplicht if kolom.veld not in beste]
    return None, [
        meld(
            Code.KOLOM_ONTBREEKT,
            f"kolom '{kolom}' ontbreekt in de eerste tien rijen.",
            f"Nodig: {opsomming([k.kolom for k in blad.verplicht]).replace(' of ', ' en ')}.",
            bestand=bestand,
            blad=blad.naam,
        )
        for kolom in ontbreekt
    ]


def _kolom_van(blad: Blad, cel: Cel) -> Kolom | None:
    if cel.soort is not Celsoort.TEKST:
        return None
    eigen, anders = _kolomnamen(blad.naam)
    naam = normaal(str(cel.waarde))
    return eigen.get(naam) or anders.get(naam)


def _maak_kop(
    bestand: str, herkend: HerkendBlad, rij: int, cellen: Sequence[Cel]
) -> tuple[Kop, list[Bevinding]]:
    blad = herkend.blad
    eigen, _ = _kolomnamen(blad.naam)
    bevindingen: list[Bevinding] = []
    per_veld: dict[str, Cel] = {}
    gekopt = [cel for cel in cellen if waarde_tekst(cel.waarde).strip()]
    # Exact names first: a synonym never takes the place of the column itself.
    for cel in sorted(gekopt, key=lambda cel: normaal(str(cel.waarde)) not in eigen):
        tekst = waarde_tekst(cel.waarde).strip()
        kolom = _kolom_van(blad, cel)
        code, wat, mag = None, "", ""
        if kolom is None:
            code = Code.KOLOM_ONBEKEND
            wat = f"kolom '{tekst}' kennen wij niet. Wij slaan hem over."
            mag = "Moet de kolom meedoen? Geef hem dan een naam uit het sjabloon."
        elif kolom.veld in per_veld:
            eerder = per_veld[kolom.veld]
            if _is_eigen(eigen, eerder) and not _is_eigen(eigen, cel):
                code = Code.KOLOM_ONBEKEND
                wat = f"kolom '{tekst}' slaan wij over, want kolom '{kolom.kolom}' is er ook."
                mag = f"Hoort de waarde in '{kolom.kolom}'? Zet haar dan in die kolom."
            else:
                code = Code.KOLOM_DUBBEL
                wat = (
                    f"kolom '{kolom.kolom}' staat er twee keer in: in "
                    f"{adres(rij, eerder.kolom)} en {adres(rij, cel.kolom)}."
                )
                mag = "Haal één van beide weg."
        else:
            per_veld[kolom.veld] = cel
            if not _is_eigen(eigen, cel):
                code = Code.KOLOM_SYNONIEM
                wat = f"kolom '{tekst}' gelezen als '{kolom.kolom}'."
                mag = "Klopt dit? Dan hoeft u niets te doen."
        if code is not None:
            bevindingen.append(
                meld(
                    code,
                    wat,
                    mag,
                    bestand=bestand,
                    blad=blad.naam,
                    cel=adres(rij, cel.kolom),
                    waarde=tekst,
                )
            )
    kop = Kop(
        rij=rij,
        kolommen={cel.kolom: blad.per_veld[veld] for veld, cel in per_veld.items()},
        met_procent=frozenset(
            cel.kolom for cel in gekopt if str(cel.waarde).strip().rstrip("*: ").endswith("%")
        ),
        gekopt=frozenset(cel.kolom for cel in gekopt),
    )
    return kop, bevindingen


def _is_eigen(eigen: Mapping[str, Kolom], cel: Cel) -> bool:
    return normaal(str(cel.waarde)) in eigen
