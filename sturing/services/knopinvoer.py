"""What a person types in the form of a knob, read strictly and told back as it was understood.

Owns which text of a form is a number, an amount, a month or a day, with the same parsers as a
workbook: a text that can mean two things is refused with both readings. Must never guess and never
know what the value is for. Hours become hundredths, euros cents, a percentage stays as written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sturing.domain.tijd import Maand
from sturing.errors import InvoerError
from sturing.intake.datums import moment_uit_tekst
from sturing.intake.getallen import naar_honderdste, uit_tekst, uren_uit_klok
from sturing.intake.melding import Gebrek, getal_tekst
from sturing.services import notatie

Invoer = Mapping[str, str | tuple[str, ...]]
"""What stands in the fields of a form, by the name of the field; a choice of several is a tuple."""

MEEST = Decimal(10) ** 9
"""A larger number is a slip of the finger."""
LANGSTE_REDEN = 500


class VeldError(InvoerError):
    """One field of a form cannot be read; `veld` names it, and nothing was changed."""

    def __init__(self, veld: str, title: str, hint: str = "") -> None:
        super().__init__(title, hint=hint)
        self.veld = veld


def tekst(invoer: Invoer, veld: str) -> str:
    """The text of a field without spaces around it; empty when it was not given."""
    waarde = invoer.get(veld, "")
    return waarde.strip() if isinstance(waarde, str) else ""


def lijst(invoer: Invoer, veld: str) -> tuple[str, ...]:
    """The choices of a field that takes several."""
    waarde = invoer.get(veld, ())
    return waarde if isinstance(waarde, tuple) else (waarde,) if waarde else ()


def getal(invoer: Invoer, veld: str, naam: str, *, euro: bool = False) -> Decimal:
    """A Dutch number. Raises VeldError when the field is empty, not a number, or ambiguous."""
    gegeven = tekst(invoer, veld)
    if not gegeven:
        raise VeldError(veld, f"Vul {naam} in.", "Bijvoorbeeld 12 of 12,5.")
    gelezen = uit_tekst(gegeven, euro=euro)
    if isinstance(gelezen, Gebrek):
        raise VeldError(veld, gelezen.wat, gelezen.mag or "Typ een getal, zoals 12 of 1250,5.")
    if abs(gelezen) > MEEST:
        raise VeldError(veld, f"'{gegeven}' is te groot.", "Typ een kleiner getal.")
    return gelezen


def procent(invoer: Invoer, veld: str, naam: str) -> Decimal:
    """A percentage as written (`80`, `80%`, `87,5`); not below 0."""
    kaal = {**invoer, veld: tekst(invoer, veld).removesuffix("%").strip()}
    waarde = getal(kaal, veld, naam)
    if waarde < 0:
        raise VeldError(veld, "Een percentage ligt niet onder 0.", "Typ 0 of meer.")
    return waarde


def uren(invoer: Invoer, veld: str, naam: str) -> int:
    """Hours (`120`, `-40,5`, `12:30`) as hundredths."""
    klok = uren_uit_klok(tekst(invoer, veld))
    return _honderdste(veld, klok if klok is not None else getal(invoer, veld, naam))


def bedrag(invoer: Invoer, veld: str, naam: str) -> int:
    """An amount (`€ 1.250.000`, `95,50`) in cents; not below 0."""
    cent = _honderdste(veld, getal(invoer, veld, naam, euro=True))
    if cent < 0:
        raise VeldError(veld, "Een bedrag ligt niet onder 0.", "Typ 0 of meer.")
    return cent


def fte(invoer: Invoer, veld: str) -> Decimal:
    """Fte, above 0 and with at most two decimals."""
    waarde = Decimal(_honderdste(veld, getal(invoer, veld, "het aantal fte"))) / 100
    if waarde <= 0:
        raise VeldError(veld, "Het aantal fte moet meer dan 0 zijn.", "Bijvoorbeeld 0,5 of 1.")
    return waarde


def heel(invoer: Invoer, veld: str, naam: str, *, minstens: int | None = None) -> int:
    """A whole number, also below 0 unless `minstens` forbids it."""
    waarde = getal(invoer, veld, naam)
    if waarde != waarde.to_integral_value():
        raise VeldError(veld, f"'{tekst(invoer, veld)}' is geen heel getal.", "Typ een heel getal.")
    if minstens is not None and waarde < minstens:
        raise VeldError(veld, f"{naam[0].upper()}{naam[1:]} is ten minste {minstens}.")
    return int(waarde)


def maand(invoer: Invoer, veld: str, naam: str) -> Maand:
    """A month (`apr 2027`, `2027-04`); a day is read as its month only when it is written out."""
    gelezen = moment_uit_tekst(tekst(invoer, veld))
    if gelezen is None or not gelezen.hele_maand:
        raise VeldError(
            veld, f"{naam[0].upper()}{naam[1:]} is geen maand.", "Schrijf een maand als apr 2027."
        )
    return Maand.van_dag(gelezen.dag)


def venster(invoer: Invoer) -> tuple[Maand, Maand]:
    """The months in the fields `van` and `tot`, the last one not before the first."""
    van, tot = maand(invoer, "van", "de eerste maand"), maand(invoer, "tot", "de laatste maand")
    if tot < van:
        raise VeldError(
            "tot", "De laatste maand ligt voor de eerste.", "Kies een maand die later is."
        )
    return van, tot


def dag(invoer: Invoer, veld: str, naam: str, *, einde: bool = False) -> date | None:
    """A day (`1-4-2027`, `1 april 2027`); a month counts as its first day, or its last one with
    `einde`; None when the field is empty."""
    gegeven = tekst(invoer, veld)
    if not gegeven:
        return None
    gelezen = moment_uit_tekst(gegeven)
    if gelezen is None:
        raise VeldError(
            veld, f"{naam[0].upper()}{naam[1:]} is geen datum.", "Schrijf een dag als 1-4-2027."
        )
    return gelezen.laatste_dag if einde else gelezen.dag


def reden(invoer: Invoer) -> str:
    """The reason; it must be given, because another one reads it later."""
    gegeven = " ".join(tekst(invoer, "reden").split())
    if not gegeven:
        raise VeldError("reden", "Schrijf kort waarom.", "Een ander leest dit later terug.")
    if len(gegeven) > LANGSTE_REDEN:
        raise VeldError(
            "reden", f"De reden is langer dan {LANGSTE_REDEN} letters.", "Kort haar in."
        )
    return gegeven


def keuze(invoer: Invoer, veld: str, mogelijk: Sequence[str], vraag: str) -> str:
    """A choice of a list; `vraag` asks for it when nothing (or something else) was chosen."""
    gekozen = tekst(invoer, veld)
    if gekozen not in mogelijk:
        raise VeldError(veld, vraag, "Kies er een uit de lijst.")
    return gekozen


def schrijf(waarde: Decimal | int | None) -> str:
    """A number as a person would type it in a field: `1250,5`; empty for unknown."""
    return "" if waarde is None else getal_tekst(waarde)


def schrijf_maand(waarde: Maand) -> str:
    """A month as a person would type it in a field: `apr 2027`."""
    return f"{notatie.maand_kort(waarde)} {waarde.jaar}"


def schrijf_dag(waarde: date | None) -> str:
    """A day as a person would type it in a field: `1-4-2027`; empty for none."""
    return "" if waarde is None else f"{waarde.day}-{waarde.month}-{waarde.year}"


def precies(waarde: Decimal) -> str:
    """A number with all decimals that it has and with thousands: `1.250,5`."""
    kaal = waarde.normalize()
    exponent = kaal.as_tuple().exponent
    return notatie.getal(waarde, max(0, -exponent) if isinstance(exponent, int) else 0)


def _honderdste(veld: str, waarde: Decimal) -> int:
    gelezen = naar_honderdste(waarde)
    if isinstance(gelezen, Gebrek):
        raise VeldError(veld, gelezen.wat, gelezen.mag)
    return gelezen
