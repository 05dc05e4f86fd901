"""An OpenDocument workbook (.ods) -> the same cells that the reader of Excel workbooks gives.

Owns: reading content.xml as a stream, once, with the number formats of its styles. Rows and columns
that the file repeats (up to a million empty ones behind a table) are counted, never made. Must
never judge what a cell means. A file whose writer marks errors (LibreOffice does) gives error cells
as such; of another file nobody can tell an error from an empty cell, and its sheets say so.

The stream is read here and not by calamine: that one forgets percentages, the day of a date and
errors, and aborts the process on some files. It is the yardstick of the tests.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import IO
from xml.parsers import expat
from xml.parsers.expat import errors

from sturing.domain.bevinding import Bevinding
from sturing.intake.cellen import (
    Bladvoortgang,
    Cel,
    Celsoort,
    Celwaarde,
    Werkblad,
    Werkboek,
)
from sturing.intake.celscan import MAX_KOLOMMEN, MAX_RIJEN
from sturing.intake.codes import Code
from sturing.intake.keuring_ods import keur_ods
from sturing.intake.leesfouten import MAX_BLADEN, afgekeurd_blad, geen_getal, weiger_bestand
from sturing.intake.ods_blad import Odsblad
from sturing.intake.ods_cel import GeenGetalError, celwaarde
from sturing.intake.ods_opmaak import CALCEXT, OFFICE, TABLE, TEXT, Opmaaklezer

MAX_HERHAALD = 1_000_000
"""Cells of one file that only exist because a row or cell is repeated."""

_MELD_NA = 1000
"""Rows between two reports of how far reading is."""
_INHOUD = "content.xml"
_STIJLEN = "styles.xml"
_TABEL, _RIJ = f"{TABLE} table", f"{TABLE} table-row"
_CELLEN = (f"{TABLE} table-cell", f"{TABLE} covered-table-cell")
_KOLOM = f"{TABLE} table-column"
_ALINEA = f"{TEXT} p"
_IN_ALINEA = {f"{TEXT} {naam}" for naam in ("span", "a", "ruby", "ruby-base", "meta", "meta-field")}
_WERKMAP = f"{OFFICE} spreadsheet"
_KOLOMMEN_HERHAALD = f"{TABLE} number-columns-repeated"
_RIJEN_HERHAALD = f"{TABLE} number-rows-repeated"
_STANDAARD = f"{TABLE} default-cell-style-name"
_STIJL = f"{TABLE} style-name"

_AANTAL = re.compile(r"[1-9][0-9]{0,7}")


def lees_ods(inhoud: bytes, bestand: str, voortgang: Bladvoortgang) -> Werkboek:
    """Read one .ods file. A file that cannot be read is refused with a finding.

    Raises MemoryError when it needs more memory than this process may have.
    """
    afgekeurd = keur_ods(inhoud, bestand)
    if afgekeurd is not None:
        return Werkboek(bestand=bestand, bevindingen=(afgekeurd,))
    lezing = _Lezing(bestand, voortgang)
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            if _STIJLEN in pakket.namelist():
                with pakket.open(_STIJLEN) as stroom:
                    lezing.lees(stroom, pakket.getinfo(_STIJLEN).file_size)
            with pakket.open(_INHOUD) as stroom:
                lezing.lees(stroom, pakket.getinfo(_INHOUD).file_size)
    except _AfgekeurdError as fout:
        return weiger_bestand(bestand, fout.code, fout.wat)
    except expat.ExpatError as fout:
        if fout.code == errors.codes[errors.XML_ERROR_NO_MEMORY]:
            raise MemoryError from fout
        return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
    except (ValueError, LookupError, OverflowError):
        return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
    if not lezing.is_werkmap or not lezing.bladen:
        return weiger_bestand(bestand, Code.BESTAND_ONLEESBAAR)
    if lezing.bevindingen:
        return Werkboek(bestand=bestand, bevindingen=tuple(lezing.bevindingen))
    return Werkboek(
        bestand=bestand,
        bladen=tuple(
            Werkblad(
                naam=blad.naam, rijen=tuple(blad.rijen), fout_lijkt_leeg=not lezing.kent_fouten
            )
            for blad in lezing.bladen
        ),
    )


class _AfgekeurdError(Exception):
    """Stops the reading at the first reason to refuse the file."""

    def __init__(self, code: Code, wat: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.wat = wat


class _Lezing:
    """State of one file; its methods are the handlers of the parser."""

    def __init__(self, bestand: str, voortgang: Bladvoortgang) -> None:
        self.bestand = bestand
        self._voortgang = voortgang
        self._deel: Callable[[], float] = float
        """Which part of the file was read, from 0 to 1."""
        self._bekend: dict[tuple[int, Celsoort, type, Celwaarde], Cel] = {}
        self.bladen: list[Odsblad] = []
        self.bevindingen: list[Bevinding] = []
        self.kent_fouten = False
        self.is_werkmap = False
        self._opmaak = Opmaaklezer()
        self._blad: Odsblad | None = None
        self._diep = 0
        """How deep inside an element whose text is no part of a cell."""
        self._kolom = 0
        self._cellen: list[Cel] = []
        self._rij: Mapping[str, str] = {}
        self._cel: Mapping[str, str] | None = None
        self._tekst: list[str] = []
        self._in_alinea = False
        self._herhaald = 0

    def lees(self, stroom: IO[bytes], grootte: int) -> None:
        """Read one part of `grootte` bytes, of styles or of cells."""
        parser = expat.ParserCreate(namespace_separator=" ")
        self._deel = lambda: parser.CurrentByteIndex / max(1, grootte)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._naamruimte
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._einde
        parser.CharacterDataHandler = self._letters
        parser.ParseFile(stroom)

    def _doctype(self, *_: object) -> None:
        raise _AfgekeurdError(Code.BESTAND_DOCTYPE)

    def _naamruimte(self, _naam: str | None, uri: str) -> None:
        self.kent_fouten = self.kent_fouten or uri == CALCEXT

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        if self._diep:
            self._diep += 1
        elif self._cel is not None:
            self._begin_in_cel(naam, kenmerken)
        elif naam in _CELLEN:
            if self._blad is not None:
                self._cel = kenmerken
                self._tekst.clear()
        elif naam == _RIJ:
            self._rij, self._kolom, self._cellen = kenmerken, 0, []
        elif naam == _KOLOM:
            self._begin_kolom(kenmerken)
        elif naam == _TABEL:
            self._begin_blad(kenmerken.get(f"{TABLE} name", ""))
        elif naam == _WERKMAP:
            self.is_werkmap = True
        elif naam in (f"{TABLE} shapes", f"{TABLE} tracked-changes", f"{OFFICE} forms"):
            self._diep = 1
        else:
            self._opmaak.begin(naam, kenmerken)

    def _begin_in_cel(self, naam: str, kenmerken: Mapping[str, str]) -> None:
        if naam == _ALINEA and not self._in_alinea:
            if self._tekst:
                self._tekst.append("\n")
            self._in_alinea = True
        elif self._in_alinea and naam == f"{TEXT} s":
            aantal = kenmerken.get(f"{TEXT} c", "1")
            self._tekst.append(" " * min(int(aantal), 1000))
        elif self._in_alinea and naam == f"{TEXT} tab":
            self._tekst.append("\t")
        elif self._in_alinea and naam == f"{TEXT} line-break":
            self._tekst.append("\n")
        elif not (self._in_alinea and naam in _IN_ALINEA):
            self._diep = 1

    def _letters(self, letters: str) -> None:
        if self._in_alinea and not self._diep:
            self._tekst.append(letters)

    def _einde(self, naam: str) -> None:
        if self._diep:
            self._diep -= 1
        elif self._cel is not None:
            if naam == _ALINEA:
                self._in_alinea = False
            elif naam in _CELLEN:
                kenmerken, self._cel = self._cel, None
                self._einde_cel(kenmerken)
        elif naam == _RIJ:
            self._einde_rij()
        elif naam == _TABEL:
            self._blad = None
        else:
            self._opmaak.einde(naam)

    def _begin_blad(self, naam: str) -> None:
        if "'#$" in naam:  # what LibreOffice keeps of another file
            self._diep = 1
            return
        self._blad = Odsblad(naam=naam)
        self.bladen.append(self._blad)
        if len(self.bladen) > MAX_BLADEN:
            raise _AfgekeurdError(
                Code.BESTAND_TE_VEEL_BLADEN, f"het bestand heeft meer dan {MAX_BLADEN} bladen."
            )

    def _begin_kolom(self, kenmerken: Mapping[str, str]) -> None:
        if self._blad is not None:
            self._blad.kolommen += self._aantal(kenmerken.get(_KOLOMMEN_HERHAALD))
            self._blad.stijlen.append((self._blad.kolommen, kenmerken.get(_STANDAARD, "")))

    def _aantal(self, tekst: str | None) -> int:
        if tekst is None:
            return 1
        if _AANTAL.fullmatch(tekst) is None:
            self._keur_af(Code.BESTAND_VERWIJZING)
        return int(tekst)

    def _keur_af(self, code: Code) -> None:
        raise _AfgekeurdError(code, afgekeurd_blad(code, self._blad.naam if self._blad else ""))

    def _einde_cel(self, kenmerken: Mapping[str, str]) -> None:
        aantal = self._aantal(kenmerken.get(_KOLOMMEN_HERHAALD))
        eerste = self._kolom + 1
        self._kolom += aantal
        waarde = self._waarde(kenmerken, eerste)
        if waarde is None:
            return
        if self._kolom > MAX_KOLOMMEN:
            self._keur_af(Code.BESTAND_TE_VEEL_KOLOMMEN)
        for kolom in range(eerste, self._kolom + 1):
            soort, inhoud = waarde
            sleutel = (kolom, soort, type(inhoud), inhoud)
            cel = self._bekend.get(sleutel)
            if cel is None:  # equal cells are one: they cross to the other process once
                cel = self._bekend[sleutel] = Cel(kolom, soort, inhoud)
            self._cellen.append(cel)

    def _einde_rij(self) -> None:
        blad = self._blad
        if blad is None:
            return
        aantal = self._aantal(self._rij.get(_RIJEN_HERHAALD))
        eerste = blad.rij + 1
        blad.rij += aantal
        if not self._cellen:
            return
        if blad.rij > MAX_RIJEN:
            self._keur_af(Code.BESTAND_TE_VEEL_RIJEN)
        self._herhaald += (aantal - 1) * len(self._cellen)
        if self._herhaald > MAX_HERHAALD:
            raise _AfgekeurdError(
                Code.BESTAND_VERHOUDING, f"blad '{blad.naam}' herhaalt een rij te vaak."
            )
        cellen = tuple(self._cellen)
        if len(blad.rijen) % _MELD_NA == 0:
            self._voortgang(blad.naam, self._deel())
        blad.rijen += ((rij, cellen) for rij in range(eerste, blad.rij + 1))

    def _waarde(
        self, kenmerken: Mapping[str, str], kolom: int
    ) -> tuple[Celsoort, Celwaarde] | None:
        try:
            tekst = "".join(self._tekst)
            return celwaarde(kenmerken, tekst, self._stijl(kenmerken, kolom), self._opmaak)
        except GeenGetalError as fout:
            blad = self._blad.naam if self._blad else ""
            rij = (self._blad.rij if self._blad else 0) + 1
            self.bevindingen.append(geen_getal(self.bestand, blad, (rij, kolom), fout.tekst))
            return None

    def _stijl(self, kenmerken: Mapping[str, str], kolom: int) -> str:
        return (
            kenmerken.get(_STIJL)
            or self._rij.get(_STANDAARD)
            or (self._blad.stijl_van(kolom) if self._blad else "")
        )
