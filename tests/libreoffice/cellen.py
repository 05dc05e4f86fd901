"""Every kind of cell, twice: as a source for LibreOffice and as a library for Excel writes it.

In the source the numbers come from formulas, so that LibreOffice calculates and stores a result.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tests.intake.bouwer import Opmaak, goed, koppen

_STIJLEN = """
<number:date-style style:name="N-maand"><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="N-dag"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<number:percentage-style style:name="N-procent"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:time-style style:name="N-duur" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<number:number-style style:name="N-nullen"><number:number number:decimal-places="0" number:min-integer-digits="3"/></number:number-style>
<number:boolean-style style:name="N-janee"><number:boolean/></number:boolean-style>
<style:style style:name="janee" style:family="table-cell" style:data-style-name="N-janee"/>
<style:style style:name="maand" style:family="table-cell" style:data-style-name="N-maand"/>
<style:style style:name="dag" style:family="table-cell" style:data-style-name="N-dag"/>
<style:style style:name="procent" style:family="table-cell" style:data-style-name="N-procent"/>
<style:style style:name="duur" style:family="table-cell" style:data-style-name="N-duur"/>
<style:style style:name="nullen" style:family="table-cell" style:data-style-name="N-nullen"/>
"""  # noqa: E501


def _tekst(waarde: str) -> str:
    veilig = waarde.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<table:table-cell office:value-type="string"><text:p>{veilig}</text:p></table:table-cell>'
    )


def _getal(waarde: float, stijl: str = "", soort: str = "float") -> str:
    opmaak = f' table:style-name="{stijl}"' if stijl else ""
    return f'<table:table-cell{opmaak} office:value-type="{soort}" office:value="{waarde}"/>'


def _dag(waarde: date, stijl: str) -> str:
    return (
        f'<table:table-cell table:style-name="{stijl}" office:value-type="date" '
        f'office:date-value="{waarde.isoformat()}"/>'
    )


def _duur(uren: int, minuten: int) -> str:
    return (
        '<table:table-cell table:style-name="duur" office:value-type="time" '
        f'office:time-value="PT{uren:02d}H{minuten:02d}M00S"/>'
    )


def _janee(waarde: bool) -> str:
    return (
        '<table:table-cell table:style-name="janee" office:value-type="boolean" '
        f'office:boolean-value="{"true" if waarde else "false"}"/>'
    )


def _formule(formule: str) -> str:
    return f'<table:table-cell table:formula="of:={formule}" office:value-type="float"/>'


LEEG = "<table:table-cell/>"


def _blad(naam: str, rijen: Sequence[Sequence[str]]) -> str:
    inhoud = "".join(f"<table:table-row>{''.join(rij)}</table:table-row>" for rij in rijen)
    return f'<table:table table:name="{naam}">{inhoud}</table:table>'


def _kop(blad: str, *namen: str) -> list[str]:
    return [_tekst(naam) for naam in namen or map(str, koppen(blad))]


_JAN, _FEB, _DEC = date(2027, 1, 1), date(2027, 2, 1), date(2027, 12, 31)
_GAAF = 4
"""The header and the first rows of Inzet are sound; those after it hold mistakes."""
_INZET_FODS = [
    _kop("Inzet"),
    [
        _tekst("O1"),
        _tekst("T01"),
        _dag(_JAN, "maand"),
        _dag(date(2027, 6, 1), "maand"),
        _duur(58, 30),
    ],
    [
        _tekst("O1"),
        _tekst("T01"),
        _dag(date(2027, 7, 5), "dag"),
        _dag(_DEC, "dag"),
        _formule("100*2"),
    ],
    [_tekst("O2"), _tekst("T01"), _tekst("mrt 2027"), _tekst("2027-11"), _tekst("1.234,5")],
    [_tekst("O2"), _tekst("T02"), _dag(_JAN, "maand"), _dag(_DEC, "maand"), _formule("1/0")],
    [_tekst("O2"), _tekst("T02"), _dag(_FEB, "dag"), _dag(_DEC, "dag"), _formule("NA()")],
    [
        _tekst("O1"),
        _tekst("T02"),
        _dag(_JAN, "dag"),
        _dag(date(2027, 12, 1), "dag"),
        _tekst("1.480"),
    ],
]
_INZET = [
    koppen("Inzet"),
    ["O1", "T01", Opmaak(_JAN, "mmm yyyy"), Opmaak(date(2027, 6, 1), "mmm yyyy"),
     Opmaak(timedelta(hours=58, minutes=30), "[h]:mm")],
    ["O1", "T01", Opmaak(date(2027, 7, 5), "dd-mm-yyyy"), Opmaak(_DEC, "dd-mm-yyyy"), 200],
    ["O2", "T01", "mrt 2027", "2027-11", "1.234,5"],
    ["O2", "T02", Opmaak(_JAN, "mmm yyyy"), Opmaak(_DEC, "mmm yyyy"), "#DIV/0!"],
    ["O2", "T02", Opmaak(_FEB, "dd-mm-yyyy"), Opmaak(_DEC, "dd-mm-yyyy"), "#N/A"],
    ["O1", "T02", Opmaak(_JAN, "dd-mm-yyyy"), Opmaak(date(2027, 12, 1), "dd-mm-yyyy"), "1.480"],
]  # fmt: skip
_BEGROTING_FODS = [
    _kop("Begroting", "programma", "jaar", "taakveld", "lasten"),
    [_tekst("8"), _formule("2026+1"), _getal(8, "nullen"), _getal(12500.75)],
    [_tekst("8"), _getal(2027), _tekst("0.10"), _getal(0.1 + 0.2)],
]
_BEGROTING = [
    ["programma", "jaar", "taakveld", "lasten"],
    ["8", 2027, Opmaak(8, "000"), 12500.75],
    ["8", 2027, "0.10", 0.1 + 0.2],
]
_AGENDA_FODS = [
    _kop("Gebiedsagenda", "gebied", "opdracht", "aandeel", "overstijgend"),
    [_tekst("BIL"), _tekst("O1"), _getal(0.205, "procent", "percentage"), _janee(True)],
    [_tekst("BIL"), _tekst("O2"), _getal(40), _janee(False)],
]
_AGENDA = [
    ["gebied", "opdracht", "aandeel", "overstijgend"],
    ["BIL", "O1", Opmaak(0.205, "0.0%"), True],
    ["BIL", "O2", 40, False],
]
_OVERIG = {
    blad: goed()[blad]
    for blad in ("Teams", "Personen", "Gebieden", "Programmas", "Doelen", "Opdrachten")
}


def _als_cel(waarde: object) -> str:
    match waarde:
        case None:
            return LEEG
        case int() | float():
            return _getal(float(waarde))
        case _:
            return _tekst(str(waarde))


def _excel(inzet: list[list[object]]) -> dict[str, list[list[object]]]:
    return {**_OVERIG, "Gebiedsagenda": _AGENDA, "Begroting": _BEGROTING, "Inzet": inzet}


def _fods(inzet: Sequence[Sequence[str]]) -> str:
    overig = {
        naam: [[_als_cel(w) for w in rij] for rij in rijen] for naam, rijen in _OVERIG.items()
    }
    bladen = {
        **overig,
        "Gebiedsagenda": _AGENDA_FODS,
        "Begroting": _BEGROTING_FODS,
        "Inzet": inzet,
    }
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>{_STIJLEN}</office:automatic-styles>
<office:body><office:spreadsheet>
{"".join(_blad(naam, rijen) for naam, rijen in bladen.items())}
</office:spreadsheet></office:body></office:document>
"""


ZELFDE_CELLEN = {"gaaf": _excel(_INZET[:_GAAF]), "fout": _excel(_INZET)}
"""What the sources say, written by a library for Excel: results instead of formulas."""

FODS = {"gaaf": _fods(_INZET_FODS[:_GAAF]), "fout": _fods(_INZET_FODS)}
"""Flat OpenDocument sheets: LibreOffice reads and calculates them and saves them as workbooks."""
