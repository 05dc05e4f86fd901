"""Texts and codes of a workbook: trimmed, and refused when they hide something.

Owns: invisible characters, numbers that may be a BSN, scripts that do not belong together, and the
name of a file as it is shown and stored. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sturing.intake.codes import Code
from sturing.intake.melding import Gebrek, bsn_in

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STUUR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ONZICHTBAAR = re.compile("[\t\n\r\u00ad\u200b-\u200d\u2060\ufeff]")
_SCHRIFTEN = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW", "ARABIC", "CHEROKEE", "COPTIC")


_LANGSTE_NAAM = 200
_STAART = 40


def leesbare_naam(naam: str) -> str:
    """The name of a file without folders, at most 200 signs, and no sign that is not seen.

    A sign that turns or hides text, or that no database takes (half of one, of a disk with other
    letters), becomes a dot.
    """
    kaal = naam.replace("\\", "/").rstrip("/").rpartition("/")[2]
    zichtbaar = "".join(teken if teken.isprintable() else "·" for teken in kaal)
    if len(zichtbaar) <= _LANGSTE_NAAM:
        return zichtbaar
    return f"{zichtbaar[: _LANGSTE_NAAM - _STAART - 1]}…{zichtbaar[-_STAART:]}"


def gebreken_van_tekst(tekst: str, *, code: bool) -> tuple[Gebrek, ...]:
    """What must not stand in a text, or in a code (where nothing invisible may stand)."""
    if tekst.isascii() and tekst.isprintable():
        return (_BSN,) if bsn_in(tekst) else ()
    gebreken = []
    if _BIDI.search(tekst) or _STUUR.search(tekst) or (code and _ONZICHTBAAR.search(tekst)):
        gebreken.append(
            Gebrek(
                code=Code.TEKST_STUURTEKEN,
                wat="in deze tekst staat een onzichtbaar teken dat de tekst kan omdraaien of "
                "verbergen.",
                mag="Toegestaan: gewone letters, cijfers en leestekens. Typ de tekst opnieuw.",
            )
        )
    if bsn_in(tekst):
        gebreken.append(_BSN)
    return tuple(gebreken)


_BSN = Gebrek(
    code=Code.TEKST_BSN,
    wat="hier staat een getal dat een burgerservicenummer (bsn) kan zijn.",
    mag="Toegestaan: geen bsn. Haal het nummer weg.",
)


def gemengd_schrift(naam: str) -> bool:
    """Does one word of the name mix letters of two scripts, such as Latin and Cyrillic?"""
    if naam.isascii():
        return False
    return any(len(_schriften(woord)) > 1 for woord in re.split(r"[\s/\-(),.&]+", naam))


@lru_cache(maxsize=4096)
def _schriften(woord: str) -> frozenset[str]:
    namen = (unicodedata.name(teken, "") for teken in woord if teken.isalpha())
    return frozenset(
        schrift for naam in namen for schrift in _SCHRIFTEN if naam.startswith(schrift + " ")
    )
