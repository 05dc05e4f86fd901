"""Sentences of findings: the only place where a Bevinding of an upload is made.

Owns: the pattern "Blad 'Inzet', cel E17: what is wrong. What is allowed. Er is niets opgeslagen."
(vertrouwen.md, Uploads), and masking: digits that can be a BSN never leave this module readable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.intake.codes import REGISTER, Code

_CIJFERS = re.compile(r"(?<![0-9])[0-9]{8,9}(?![0-9])")
_ACHT_CIJFERS = re.compile(r"[0-9]{8}")
_NIETS = " Er is niets opgeslagen."
_LANGSTE_WAARDE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebrek:
    """What is wrong with one value, before it is known where the value stands."""

    code: Code
    wat: str
    mag: str = ""


def is_bsn(cijfers: str) -> bool:
    """Does a text of 8 or 9 digits pass the test of a citizen service number?"""
    negen = cijfers.zfill(9)
    som = sum(int(teken) * (9 - plek) for plek, teken in enumerate(negen[:8])) - int(negen[8])
    return som % 11 == 0 and int(negen) > 0


def bsn_in(tekst: str) -> bool:
    """Does a run of exactly 8 or 9 digits in the text pass the BSN test?"""
    return any(is_bsn(vondst.group()) for vondst in _CIJFERS.finditer(tekst))


def masker(tekst: str) -> str:
    """The text with every possible BSN replaced by stars."""
    if _ACHT_CIJFERS.search(tekst) is None:
        return tekst
    return _CIJFERS.sub(
        lambda vondst: "*" * len(vondst.group()) if is_bsn(vondst.group()) else vondst.group(),
        tekst,
    )


def getal_tekst(getal: int | float | Decimal) -> str:
    """A number as a Dutch reader writes it, without thousands: 1234,5."""
    if isinstance(getal, int):
        return str(getal)  # exact: a format would go by way of a float, which loses digits
    if isinstance(getal, float):
        tekst = repr(getal).removesuffix(".0")
    else:
        tekst = format(getal, "f")
        if "." in tekst:
            tekst = tekst.rstrip("0").rstrip(".")
    return tekst.replace(".", ",")


def dag_tekst(dag: date) -> str:
    """A day as 31-12-2027."""
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}"


def waarde_tekst(waarde: object) -> str:
    """What stands in a cell, as text for a reader; masked and cut short."""
    match waarde:
        case None:
            tekst = ""
        case bool():
            tekst = "WAAR" if waarde else "ONWAAR"
        case int() | float() | Decimal():
            tekst = getal_tekst(waarde)
        case datetime():
            tekst = dag_tekst(waarde.date())
        case date():
            tekst = dag_tekst(waarde)
        case _:
            tekst = str(waarde)
            if not tekst.isprintable():
                tekst = "".join(teken if teken.isprintable() else "·" for teken in tekst)
    tekst = masker(tekst)
    return tekst if len(tekst) <= _LANGSTE_WAARDE else tekst[: _LANGSTE_WAARDE - 1] + "…"


def meld(
    code: Code,
    wat: str,
    mag: str = "",
    *,
    bestand: str | None = None,
    blad: str | None = None,
    cel: str | None = None,
    waarde: str | None = None,
) -> Bevinding:
    """A finding of `code` with its place, value, what is wrong and what is allowed."""
    ernst = REGISTER[code].ernst
    if blad and cel:
        plaats = f"Blad '{blad}', cel {cel}: "
    elif blad:
        plaats = f"Blad '{blad}': "
    else:
        plaats = f"Bestand '{bestand}': " if bestand else ""
    zin = f"{plaats}{wat} {mag}".rstrip()
    return Bevinding(
        code=code.value,
        ernst=ernst,
        blad=None if blad is None else masker(blad),
        cel=cel,
        waarde=None if waarde is None else masker(waarde),
        melding=masker(zin) + (_NIETS if ernst is Ernst.FOUT else ""),
        bestand=bestand,
        advies=masker(mag),
    )


def meld_bestand(code: Code, bestand: str, wat: str = "") -> Bevinding:
    """The refusal of a whole file; `wat` says it more exactly than the register does."""
    uitleg = REGISTER[code]
    return meld(code, wat or uitleg.wat, uitleg.doen, bestand=bestand)


def kern(bevinding: Bevinding) -> str:
    """The sentence without its place and "Er is niets opgeslagen", for a table of findings."""
    zin = bevinding.melding.removesuffix(_NIETS)
    for begin in (
        f"Blad '{bevinding.blad}', cel {bevinding.cel}: ",
        f"Blad '{bevinding.blad}': ",
        f"Bestand '{bevinding.bestand}': ",
    ):
        zin = zin.removeprefix(begin)
    return zin[:1].upper() + zin[1:]


def betekenis(bevinding: Bevinding) -> str:
    """What is wrong, without the place and without what to do about it."""
    zin = kern(bevinding)
    return zin.removesuffix(bevinding.advies).rstrip() if bevinding.advies else zin


def advies(bevinding: Bevinding) -> str:
    """What to do about it: of the finding itself, else what its code says."""
    return bevinding.advies or REGISTER[Code(bevinding.code)].doen


def opsomming(delen: list[str]) -> str:
    """`a, b of c` for a list of what is allowed."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} of {delen[-1]}"
