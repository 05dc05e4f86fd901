"""What every reader says of a file that it cannot read, in the same words.

Owns: the refusal of a file for one of its sheets, and the finding at a number that is none. Must
never read anything.
"""

from __future__ import annotations

from sturing.domain.bevinding import Bevinding
from sturing.intake.cellen import Werkboek, adres
from sturing.intake.celscan import MAX_KOLOMMEN, MAX_RIJEN
from sturing.intake.codes import Code
from sturing.intake.melding import meld, meld_bestand

MAX_BLADEN = 50
MAX_CEL = 32_767
"""Letters in one cell; Excel cannot hold more either."""


def weiger_bestand(bestand: str, code: Code, wat: str = "") -> Werkboek:
    """The whole file refused for one reason, in the words of its code unless `wat` is given."""
    return Werkboek(bestand=bestand, bevindingen=(meld_bestand(code, bestand, wat),))


def afgekeurd_blad(code: Code, naam: str) -> str:
    """What is wrong with the sheet that made the file be refused; empty: as the code says."""
    match code:
        case Code.BESTAND_TE_VEEL_RIJEN:
            return f"blad '{naam}' heeft meer dan {MAX_RIJEN // 1000}.000 rijen."
        case Code.BESTAND_TE_VEEL_KOLOMMEN:
            return f"blad '{naam}' heeft meer dan {MAX_KOLOMMEN} kolommen."
        case Code.BESTAND_VERWIJZING:
            return f"blad '{naam}' bevat een cel die niet kan bestaan."
        case _:
            return ""


def cel_te_lang(cel: str) -> str:
    """What is wrong with a cell of more than MAX_CEL letters."""
    return f"cel {cel} heeft meer dan 32.767 letters."


def geen_getal(bestand: str, blad: str, plek: tuple[int, int], tekst: str) -> Bevinding:
    """The finding at a cell that the file calls a number while its text is none."""
    oneindig = tekst.lower().lstrip("+-") in ("nan", "inf", "infinity")
    return meld(
        Code.GETAL_NIET_EINDIG if oneindig else Code.GETAL_ONGELDIG,
        f"'{tekst}' is geen gewoon getal.",
        "Typ het getal opnieuw in de cel.",
        bestand=bestand,
        blad=blad,
        cel=adres(*plek),
        waarde=tekst,
    )
