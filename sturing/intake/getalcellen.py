"""One cell -> one number by the description of its column: hours, euros, percentages, fte, years.

Owns: ranges, rounding and decimals of number columns. Must never look at another cell. Hours become
hundredths, euros cents, percentages stay as written (6.5 means 6.5%).
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import cast

from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.celuitkomst import Gelezen, toegestaan, weiger
from sturing.intake.codes import Code
from sturing.intake.getallen import (
    naar_honderdste,
    rond_zes,
    uit_excel,
    uit_tekst,
    uren_uit_duur,
    uren_uit_klok,
)
from sturing.intake.melding import Gebrek, waarde_tekst
from sturing.intake.schema import Kolom, Soort

_GETALLEN = (Celsoort.GETAL, Celsoort.PROCENT)
_NOOIT_ONDER_1 = ("aandeel_pct", "afwezig_pct")
"""Shares (Gebiedsagenda, Teamrollen, Afwezigheid): 0.2 is a mistake for 20, never a fifth of 1%."""


def _getal(kolom: Kolom, cel: Cel) -> Decimal | Gebrek:
    """The number in a cell as written, or what is wrong with it."""
    gelezen: Decimal | Gebrek
    if cel.soort in _GETALLEN:
        gelezen = uit_excel(cast(float, cel.waarde))
    elif cel.soort is Celsoort.DUUR and kolom.soort is Soort.UREN:
        gelezen = uren_uit_duur(cast(timedelta, cel.waarde))
    elif cel.soort is Celsoort.TEKST:
        tekst = cast(str, cel.waarde).strip()
        klok = uren_uit_klok(tekst) if kolom.soort is Soort.UREN else None
        gelezen = uit_tekst(tekst, euro=kolom.soort is Soort.EURO) if klok is None else klok
    else:
        soort = (
            "een datum of tijd"
            if cel.soort in (Celsoort.DAG, Celsoort.MAAND, Celsoort.DUUR)
            else "ja of nee"
        )
        gelezen = Gebrek(
            code=Code.GETAL_ONGELDIG,
            wat=f"'{waarde_tekst(cel.waarde)}' is {soort}, geen getal.",
        )
    if isinstance(gelezen, Gebrek):
        return gelezen if gelezen.mag else _met(gelezen, toegestaan(kolom))
    return gelezen


def _met(gebrek: Gebrek, mag: str) -> Gebrek:
    return Gebrek(code=gebrek.code, wat=gebrek.wat, mag=mag)


def _buiten_bereik(kolom: Kolom, getal: Decimal) -> Gebrek | None:
    onder, boven = kolom.minimum, kolom.maximum
    if (onder is None or getal >= onder) and (boven is None or getal <= boven):
        return None
    te = "klein" if onder is not None and getal < onder else "groot"
    grenzen = f"{_met_punten(onder)} tot en met {_met_punten(boven)}"
    return Gebrek(
        code=Code.GETAL_BUITEN_BEREIK,
        wat=f"{waarde_tekst(getal)} is te {te} voor kolom '{kolom.kolom}'.",
        mag=f"Toegestaan: {grenzen}.",
    )


def _met_punten(getal: Decimal | None) -> str:
    return "" if getal is None else f"{int(getal):,}".replace(",", ".")


def lees_geheel(kolom: Kolom, cel: Cel) -> Gelezen:
    """A whole number: jaar, rang, regel, inwoners."""
    getal = _getal(kolom, cel)
    if isinstance(getal, Gebrek):
        return Gelezen(None, (getal,))
    rond = rond_zes(getal)
    if rond != rond.to_integral_value():
        return weiger(
            Code.GETAL_NIET_HEEL, f"{waarde_tekst(rond)} is geen heel getal.", toegestaan(kolom)
        )
    buiten = _buiten_bereik(kolom, rond)
    return Gelezen(None, (buiten,)) if buiten else Gelezen(int(rond))


def lees_decimaal(kolom: Kolom, cel: Cel) -> Gelezen:
    """A number with at most six decimals: fte, waarden, hours per week."""
    getal = _getal(kolom, cel)
    if isinstance(getal, Gebrek):
        return Gelezen(None, (getal,))
    rond = rond_zes(getal)
    buiten = _buiten_bereik(kolom, rond)
    return Gelezen(None, (buiten,)) if buiten else Gelezen(rond)


def lees_honderdste(kolom: Kolom, cel: Cel) -> Gelezen:
    """Hours or euros in hundredths; more than two decimals is refused."""
    getal = _getal(kolom, cel)
    if isinstance(getal, Gebrek):
        return Gelezen(None, (getal,))
    buiten = _buiten_bereik(kolom, getal)
    if buiten:
        return Gelezen(None, (buiten,))
    honderdste = naar_honderdste(getal)
    if isinstance(honderdste, Gebrek):
        return Gelezen(None, (honderdste,))
    if honderdste < 0 and kolom.veld in ("uren_honderdste", "euro_cent"):
        gebrek = Gebrek(
            code=Code.CORRECTIE_ONDER_NUL,
            wat=f"{waarde_tekst(getal)} is kleiner dan 0. Wij lezen dit als een correctie.",
            mag="Klopt dit? Dan hoeft u niets te doen.",
        )
        return Gelezen(honderdste, (gebrek,))
    return Gelezen(honderdste)


def lees_percentage(kolom: Kolom, cel: Cel, procent_in_kop: bool) -> Gelezen:
    """A percentage as written: 20 for `20%` by format or text, or 20 under a heading with %."""
    met_teken = cel.soort is Celsoort.PROCENT
    if cel.soort is Celsoort.TEKST:
        tekst = cast(str, cel.waarde).strip()
        met_teken = tekst.endswith("%")
        cel = Cel(cel.kolom, cel.soort, tekst.removesuffix("%").rstrip())
    getal = _getal(kolom, cel)
    if isinstance(getal, Gebrek):
        return Gelezen(None, (getal,))
    rond = rond_zes(getal * 100 if cel.soort is Celsoort.PROCENT else getal)
    buiten = _buiten_bereik(kolom, rond)
    if buiten:
        return Gelezen(None, (buiten,))
    if not 0 < rond < 1:
        return Gelezen(rond)
    keer_honderd = waarde_tekst(rond * 100)
    wat = f"{waarde_tekst(rond)} is minder dan 1 procent."
    mag = f"Bedoelt u {keer_honderd}%? Typ dan {keer_honderd}."
    if kolom.veld in _NOOIT_ONDER_1 or not (met_teken or procent_in_kop):
        return weiger(Code.PERCENTAGE_ONDER_1, wat, f"Toegestaan: 0, of 1 tot en met 100. {mag}")
    if met_teken:
        return Gelezen(rond)
    return Gelezen(rond, (Gebrek(code=Code.PERCENTAGE_KLEIN, wat=wat, mag=mag),))
