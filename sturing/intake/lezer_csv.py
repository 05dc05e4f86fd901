"""A text file with semicolons (.csv) -> the same cells that the reader of Excel workbooks gives.

Owns: the encoding (UTF-8, or cp1252 when that gives whole Dutch words), the separator, the limits,
and which sheet the only table of the file is. Every cell is text; what it means is judged as for
any other file. Must never show damaged letters: a file that cannot be read for certain is refused.
"""

from __future__ import annotations

import csv
import re
from io import StringIO

from sturing.domain.bevinding import Bevinding
from sturing.intake.cellen import Cel, Celsoort, Werkblad, Werkboek, adres
from sturing.intake.celscan import MAX_KOLOMMEN, MAX_RIJEN
from sturing.intake.codes import Code
from sturing.intake.keuring import Afkeuring, meld_afkeuring
from sturing.intake.leesfouten import MAX_CEL, afgekeurd_blad, cel_te_lang
from sturing.intake.melding import meld, waarde_tekst

UITWEG_CSV = (
    "Open het in Excel, kies Opslaan als en kies CSV UTF-8 (met puntkomma's) of Excel-werkmap "
    "(.xlsx)."
)
_TE_BREED: Afkeuring = (
    Code.BESTAND_TE_VEEL_KOLOMMEN,
    afgekeurd_blad(Code.BESTAND_TE_VEEL_KOLOMMEN, "csv"),
    "Haal kolommen weg die niet nodig zijn.",
)
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SCHEIDING = ";"
_KIJK = 10
"""So many filled lines tell which separator a file has."""
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)

# Signs that cp1252 text of another encoding (DOS, Mac) shows in the middle of a word.
_VREEMD = re.compile(
    "[^\\W\\d_][‚„†‡ˆ‰‹›•˜¡¢£¤¥¦¨ª¬¯¶¸¹º¿×÷ƒ]|[a-z][ŠŒŽ][a-z ]|[^\\W\\d_][‘“”…][^\\W\\d_]"
)
_DUBBEL = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")
_WOORD = re.compile(r"\w*[^\x00-\x7f]+\w*")
_FOUTCEL = re.compile(
    r"#(?:N/A|N/B|DIV/0!|DEEL/0!|VALUE!|WAARDE!|REF!|VERW!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!"
    r"|SPILL!|OVERLOOP!|CALC!|BEREKENEN!)"
)


def lees_csv(inhoud: bytes, bestand: str) -> Werkboek:
    """Read one .csv file as a workbook of one sheet, which has the name of the file for now."""
    tekst, let_op = _ontcijfer(inhoud, bestand)
    if not isinstance(tekst, str):
        return _weiger(bestand, tekst)
    overslaan, gebrek = _scheiding(tekst)
    if gebrek is not None:
        return _weiger(bestand, gebrek)
    rijen: list[tuple[int, tuple[Cel, ...]]] = []
    nummer = 0
    bekend: dict[tuple[int, str], Cel] = {}  # equal cells are one: they cross to judging once
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=_SCHEIDING, strict=True)
    try:
        for nummer, velden in enumerate(lezer, start=1):
            if not velden:
                continue
            if any(velden[MAX_KOLOMMEN:]):  # before a cell is made of each of them
                return _weiger(bestand, _TE_BREED)
            cellen = tuple(
                bekend.get((kolom, veld)) or bekend.setdefault((kolom, veld), _cel(kolom, veld))
                for kolom, veld in enumerate(velden, start=1)
                if veld
            )
            rij = nummer - overslaan  # as Excel shows it
            if not cellen or rij < 1:
                continue
            gebrek = _te_veel(rij, cellen)
            if gebrek is not None:
                return _weiger(bestand, gebrek)
            rijen.append((rij, cellen))
    except csv.Error:
        wat = f"in rij {nummer + 1} staat een aanhalingsteken te veel of te weinig."
        return _weiger(bestand, (Code.BESTAND_ONLEESBAAR, wat, UITWEG_CSV))
    blad = Werkblad(naam=bladnaam(bestand), rijen=tuple(rijen))
    return Werkboek(bestand=bestand, bladen=(blad,), let_op=let_op)


def _cel(kolom: int, veld: str) -> Cel:
    return Cel(kolom, Celsoort.FOUT if _FOUTCEL.fullmatch(veld) else Celsoort.TEKST, veld)


def bladnaam(bestand: str) -> str:
    """The name of the file without its ending, which is the name of its only sheet."""
    return bestand.rpartition(".")[0] or bestand


def _weiger(bestand: str, gebrek: Afkeuring) -> Werkboek:
    return Werkboek(bestand=bestand, bevindingen=(meld_afkeuring(gebrek, bestand),))


def _te_veel(nummer: int, cellen: tuple[Cel, ...]) -> Afkeuring | None:
    if nummer > MAX_RIJEN:
        code = Code.BESTAND_TE_VEEL_RIJEN
        return (code, afgekeurd_blad(code, "csv"), "Verdeel de rijen over meer bestanden.")
    for cel in cellen:
        if len(str(cel.waarde)) > MAX_CEL:
            return (
                Code.BESTAND_CEL_TE_LANG,
                cel_te_lang(adres(nummer, cel.kolom)),
                "Staat er ergens een aanhalingsteken te veel? Haal het weg, of kort de tekst in.",
            )
    return None


def _ontcijfer(inhoud: bytes, bestand: str) -> tuple[str | Afkeuring, tuple[Bevinding, ...]]:
    """The text of the file, or why it cannot be read for certain; with what to look at."""
    if inhoud.startswith(_UTF16):
        return (Code.BESTAND_GEEN_CSV, "de letters staan er in UTF-16.", UITWEG_CSV), ()
    if b"\0" in inhoud:
        return (Code.BESTAND_GEEN_CSV, "dit is geen tekstbestand.", UITWEG_CSV), ()
    let_op: tuple[Bevinding, ...] = ()
    try:
        tekst = inhoud.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        if inhoud.startswith(_BOM):
            return (Code.BESTAND_GEEN_CSV, "niet alle letters zijn UTF-8.", UITWEG_CSV), ()
        try:
            tekst = inhoud.decode("cp1252")
        except UnicodeDecodeError:
            return (Code.BESTAND_GEEN_CSV, "de letters zijn niet te herkennen.", UITWEG_CSV), ()
        vreemd = _VREEMD.search(tekst)
        if vreemd:
            return _beschadigd(tekst, vreemd), ()
        woord = _WOORD.search(tekst)
        voorbeeld = waarde_tekst(woord.group()) if woord else ""
        let_op = (
            meld(
                Code.BESTAND_CP1252,
                f"wij lezen de letters zoals Windows ze schrijft, bijvoorbeeld '{voorbeeld}'.",
                "Klopt dit? Dan hoeft u niets te doen.",
                bestand=bestand,
                waarde=voorbeeld,
            ),
        )
    dubbel = next((v for v in _DUBBEL.finditer(tekst) if _twee_keer(v.group())), None)
    if dubbel is None and "\ufffd" in tekst:
        dubbel = re.search("\ufffd", tekst)
    if dubbel is not None:
        return _beschadigd(tekst, dubbel), ()
    return tekst, let_op


def _twee_keer(stuk: str) -> bool:
    """Were these letters UTF-8 that was once read as Windows text?"""
    for lengte in range(2, len(stuk) + 1):
        try:
            stuk[:lengte].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False


def _beschadigd(tekst: str, vondst: re.Match[str]) -> Afkeuring:
    begin, eind = vondst.span()
    rondom = re.split(r"[;\s]", tekst[max(0, begin - 20) : begin])[-1]
    rondom += vondst.group() + re.split(r"[;\s]", tekst[eind : eind + 20])[0]
    wat = f"letters zijn beschadigd, zoals in '{waarde_tekst(rondom)}'."
    return (Code.BESTAND_GEEN_CSV, wat, UITWEG_CSV)


def _scheiding(tekst: str) -> tuple[int, Afkeuring | None]:
    """How many lines to skip (a first line `sep=;`), or why this is no file with semicolons."""
    regels = [regel for regel in tekst.splitlines()[:1000] if regel.strip()][:_KIJK]
    vondst = _SEP.fullmatch(regels[0].strip().strip('"')) if regels else None
    if vondst:
        if vondst.group(1) == _SCHEIDING:
            return 1, None
        return 0, _andere(vondst.group(1))
    if regels and not any(_SCHEIDING in regel for regel in regels):
        for teken in ("\t", ",", "|"):
            if any(teken in regel for regel in regels):
                return 0, _andere(teken)
    return 0, None


def _andere(teken: str) -> Afkeuring:
    naam = {"\t": "tabs", ",": "komma's", "|": "streepjes"}.get(teken, f"het teken '{teken}'")
    return (
        Code.BESTAND_GEEN_CSV,
        f"tussen de kolommen staan {naam}, geen puntkomma's.",
        "Met een ander teken is '1,5' niet zeker te lezen. " + UITWEG_CSV,
    )
