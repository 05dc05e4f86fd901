"""Codes that nobody knows, and which known one the person says was meant.

Owns: what can be offered for an unknown code (`zoek_bedoelingen`), and putting a choice in the
place of what was typed (`pas_keuzes_toe`), in this upload only. Must never choose by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding
from sturing.intake.codes import Code
from sturing.intake.controle_codes import Bekend, alle_bekend, codes_in
from sturing.intake.melding import bsn_in
from sturing.intake.ontleden import Regel
from sturing.intake.pseudo import pseudo_soort
from sturing.intake.schema import PER_BLAD, Kolom, Soort
from sturing.intake.stand import Regels

Keuzes = Mapping[tuple[str, str], str]
"""(sheet that defines the codes, what was typed) -> the code that is meant; '' leaves rows out."""

OVERSLAAN = ""
MAX_BEDOELINGEN = 50
"""Unknown codes of one upload that are offered a known one; the findings name them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedoeling:
    """One unknown code: where it stands first, and the known ones that it may be.

    `nabij` are (code, name), nearest first, the name empty when there is none; no pairs when no
    known code resembles it. `kenmerk` is that of
    the export it stands in, None for a workbook. `pseudo` says what it seems to be when it is no
    opdracht at all (verlof, overleg).
    """

    blad: str
    veld: str
    waarde: str
    plaats: str
    rijen: int
    nabij: tuple[tuple[str, str], ...]
    pseudo: str | None
    mag_overslaan: bool
    kenmerk: str | None


def pas_keuzes_toe(regels: dict[str, list[Regel]], keuzes: Keuzes) -> list[Bevinding]:
    """Put the chosen codes in their place; rows that are left out are counted in a notice."""
    bevindingen: list[Bevinding] = []
    if not keuzes:
        return bevindingen
    for naam, lijst in regels.items():
        gekozen: dict[tuple[str, str, str], list[Regel]] = {}
        weg: set[int] = set()
        for regel in lijst:
            for kolom, waarde in _verwijzingen(regel):
                keuze = keuzes.get((str(kolom.verwijst_naar), waarde))
                if keuze is None:
                    continue
                if keuze == OVERSLAAN:
                    weg.add(id(regel))
                else:
                    _vervang(regel, kolom, waarde, keuze)
                gekozen.setdefault((kolom.veld, waarde, keuze), []).append(regel)
        regels[naam] = [regel for regel in lijst if id(regel) not in weg]
        bevindingen += (_gekozen(plek, rijen) for plek, rijen in gekozen.items())
    return bevindingen


def _verwijzingen(regel: Regel) -> Iterator[tuple[Kolom, str]]:
    for kolom in regel.tabel.blad.verwijzingen:
        waarde = regel.waarden.get(kolom.veld)
        if isinstance(waarde, str):
            for code in codes_in(kolom, waarde):
                yield kolom, code


def _vervang(regel: Regel, kolom: Kolom, waarde: str, keuze: str) -> None:
    oud = str(regel.waarden[kolom.veld]).split("; ") if kolom.soort is Soort.CODES else [waarde]
    nieuw = dict.fromkeys(keuze if code == waarde else code for code in oud)
    regel.waarden[kolom.veld] = "; ".join(nieuw)


def _gekozen(plek: tuple[str, str, str], rijen: list[Regel]) -> Bevinding:
    veld, waarde, keuze = plek
    aantal = f"{len(rijen)} {'rij' if len(rijen) == 1 else 'rijen'}"
    if keuze == OVERSLAAN:
        code, wat = Code.RIJ_TELT_NIET, f"{aantal} met '{waarde}' tellen niet mee, zoals u koos."
        if len(rijen) == 1:
            wat = f"{aantal} met '{waarde}' telt niet mee, zoals u koos."
    else:
        code, wat = (
            Code.CODE_GEKOZEN,
            f"'{waarde}' gelezen als '{keuze}' in {aantal}, zoals u koos.",
        )
    return rijen[0].meld(code, wat, "Klopt dit? Dan hoeft u niets te doen.", veld)


def zoek_bedoelingen(
    regels: Regels, bekend: Mapping[str, Bekend], ongelezen: Set[str]
) -> tuple[Bedoeling, ...]:
    """The unknown codes of an upload, in order of sheet and row, with what each may be."""
    gevonden: dict[tuple[str, str, str | None], tuple[Regel, Kolom, int]] = {}
    for naam, lijst in regels.items():
        kolommen = PER_BLAD[naam].verwijzingen
        if all(alle_bekend(kolom, lijst, bekend) for kolom in kolommen):
            continue
        for regel in lijst:
            for kolom, waarde in _verwijzingen(regel):
                naar = str(kolom.verwijst_naar)
                if naar in ongelezen or waarde in bekend[naar].codes or bsn_in(waarde):
                    continue
                plek = (naar, waarde, regel.tabel.kenmerk)
                eerste, eigen, aantal = gevonden.get(plek, (regel, kolom, 0))
                if aantal or len(gevonden) < MAX_BEDOELINGEN:
                    gevonden[plek] = (eerste, eigen, aantal + 1)
    return tuple(
        _bedoeling(plek, regel, kolom, aantal, bekend[plek[0]])
        for plek, (regel, kolom, aantal) in gevonden.items()
        if bekend[plek[0]].codes
    )


def _bedoeling(
    plek: tuple[str, str, str | None], regel: Regel, kolom: Kolom, aantal: int, bekend: Bekend
) -> Bedoeling:
    naar, waarde, kenmerk = plek
    anders = bekend.anders_geschreven(waarde)
    codes = bekend.gelijkend(waarde)
    if anders is not None:
        codes = (anders, *(code for code in codes if code != anders))
    return Bedoeling(
        blad=naar,
        veld=kolom.veld,
        waarde=waarde,
        plaats=f"{regel.tabel.naam}!{regel.cel(kolom.veld)}",
        rijen=aantal,
        nabij=tuple((code, bekend.namen.get(code, "")) for code in codes),
        pseudo=pseudo_soort(waarde) if naar == "Opdrachten" else None,
        mag_overslaan=kolom.sleutel and naar in PER_BLAD and kolom.soort is not Soort.CODES,
        kenmerk=kenmerk,
    )
