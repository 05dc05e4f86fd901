"""The template: an empty or filled workbook that reads back to exactly the rows it was made of.

Owns: which sheets a template has, its first sheet with explanation and its last one with the known
codes. Text stays text (no formulas, no links), and the same rows give the same bytes. Must never
leave a column out or give it another name than the contract. Units as in levering.Rij.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from sturing.domain.levering import Rij
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.eigen_bladen import CODEKOP, CODELIJST, UITLEG
from sturing.intake.schema import BLADEN, Blad
from sturing.intake.sjabloonblad import (
    BEHALVE_DE_KOPPEN,
    Stijl,
    bereik_van_codes,
    bereik_van_lijst,
    schrijf_blad,
)

Codes = Mapping[str, Sequence[tuple[str, str]]]
"""Per sheet that defines codes: the known codes with their names."""

_GEMAAKT = datetime(2026, 1, 1)

_UITLEGREGELS = (
    "Sturing: werkboek voor teams, opdrachten en uren",
    "Elk blad heeft één soort gegevens. Vul alleen de bladen die u nodig hebt.",
    "Ga op een kop staan voor uitleg. Donkere koppen zijn verplicht. Cellen met een lijst: kies.",
    "De koppen zitten op slot, zonder wachtwoord (Controleren, Beveiliging blad opheffen).",
    "Codes zijn tekst: T01 blijft T01. Gebruik overal precies dezelfde code.",
    "Schrijf getallen met een komma: 1234,5. Uren mogen ook als 58:30.",
    "Een periode schrijft u als maand (mrt 2027) of als dag (31-12-2027). Een maand telt helemaal.",
    "Capaciteit, Inzet en Teamplannen zijn volledig per team en jaar: wat u weglaat, vervalt.",
    "Op andere bladen blijft een rij die u weglaat meestal staan. U ziet het verschil vooraf.",
    "Zet geen namen van medewerkers, geen bsn en geen reden van afwezigheid in dit bestand.",
)


def maak_sjabloon(
    rijen: Mapping[str, Sequence[Rij]] | None = None,
    bladen: Iterable[str] | None = None,
    codes: Codes | None = None,
) -> bytes:
    """A workbook with the sheets of the contract, filled with `rijen` (sheet name -> rows).

    `bladen` limits the sheets, in the order of the contract whatever its own order; None is all.
    With `codes` the last sheet lists the known codes, and columns offer them; without, a column
    offers the codes that stand in the same workbook. Stored parts (with volgnr) are joined to the
    rows a person gave. Byte-identical when made twice.
    """
    namen = None if bladen is None else set(bladen)
    gekozen = [blad for blad in BLADEN if namen is None or blad.naam in namen]
    bekend = _bekende_codes(gekozen, codes or {})
    uit = BytesIO()
    with xlsxwriter.Workbook(
        uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as boek:
        boek.set_properties({"title": "Sturing", "created": _GEMAAKT})
        stijl = Stijl(boek)
        _schrijf_uitleg(boek.add_worksheet(UITLEG), stijl)
        lijsten = {
            **{b.naam: bereik_van_codes(b.naam) for b in gekozen if b.codekolom is not None},
            **{
                naam: bereik_van_lijst(CODELIJST, 2 * plek, len(lijst))
                for plek, (naam, lijst) in enumerate(bekend.items())
            },
        }
        for blad in gekozen:
            inhoud = voeg_aaneen(blad.naam, (rijen or {}).get(blad.naam, ()))
            schrijf_blad(boek.add_worksheet(blad.naam), blad, inhoud, stijl, lijsten)
        if bekend:
            _schrijf_codelijst(boek.add_worksheet(CODELIJST), bekend, stijl)
    return uit.getvalue()


def _bekende_codes(gekozen: Sequence[Blad], codes: Codes) -> Codes:
    """The lists that a column of the chosen sheets refers to, in the order of the contract."""
    nodig = {kolom.verwijst_naar for blad in gekozen for kolom in blad.kolommen}
    return {
        blad.naam: codes[blad.naam]
        for blad in BLADEN
        if blad.naam in nodig and codes.get(blad.naam)
    }


def _schrijf_uitleg(vel: Worksheet, stijl: Stijl) -> None:
    vel.set_column(0, 0, 100)
    vel.set_paper(9)
    vel.fit_to_pages(1, 0)
    for nummer, regel in enumerate(_UITLEGREGELS):
        vel.write_string(nummer, 0, regel, stijl.titel if nummer == 0 else None)


def _schrijf_codelijst(vel: Worksheet, codes: Codes, stijl: Stijl) -> None:
    vel.freeze_panes(1, 0)
    vel.protect("", BEHALVE_DE_KOPPEN)
    for plek, (naam, lijst) in enumerate(codes.items()):
        kolom = 2 * plek
        vel.set_column(kolom, kolom, 18, stijl.vast)
        vel.set_column(kolom + 1, kolom + 1, 40, stijl.vast)
        vel.write_string(0, kolom, f"{naam}{CODEKOP}", stijl.verplicht)
        vel.write_string(0, kolom + 1, f"{naam}: naam", stijl.optie)
        for rij, (code, tekst) in enumerate(lijst, start=1):
            vel.write_string(rij, kolom, code, stijl.vast)
            vel.write_string(rij, kolom + 1, tekst, stijl.vast)
