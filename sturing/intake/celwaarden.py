"""One cell -> one typed value, or what is wrong with it, by the description of its column.

Owns: the checks that need nothing but the cell and its column. Must never look at another cell.
Values are as levering.Rij stores them: hundredths, cents, percentages as written, first and last
days of windows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.celuitkomst import Gelezen, toegestaan, weiger
from sturing.intake.codes import Code
from sturing.intake.datums import Moment, einde_van_maand, moment_uit_tekst
from sturing.intake.getalcellen import (
    lees_decimaal,
    lees_geheel,
    lees_honderdste,
    lees_percentage,
)
from sturing.intake.getallen import uit_excel
from sturing.intake.melding import Gebrek, getal_tekst, waarde_tekst
from sturing.intake.schema import Kolom, Soort, normaal
from sturing.intake.teksten import gebreken_van_tekst, gemengd_schrift

_DATUMS = (Celsoort.DAG, Celsoort.MAAND)
_GETALLEN = (Celsoort.GETAL, Celsoort.PROCENT)
_NAMEN = ("naam", "korte_naam")
_JA = ("ja", "j", "yes", "waar", "true")
_NEE = ("nee", "n", "no", "onwaar", "false")
FORMULETEKST = "#FORMULE!"
"""How a file that is given back with remarks shows a formula without a result."""
_FOUTTEKSTEN = frozenset(
    {
        *("#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!"),
        *("#N/B", "#LEEG!", "#DEEL/0!", "#WAARDE!", "#VERW!", "#NAAM?", "#GETAL!", "#OVERLOOP!"),
    }
)
"""Errors of Excel, in English and Dutch, that reached the file as text."""
_GROOTSTE_CODE = 10**15
"""Excel keeps fifteen digits of a number; a longer code was already changed."""


def lees_cel(kolom: Kolom, cel: Cel, *, procent_in_kop: bool) -> Gelezen:
    """Read one filled cell of a column. `procent_in_kop`: the heading ends in a percent sign."""
    if cel.soort is Celsoort.FOUT or (cel.soort is Celsoort.TEKST and cel.waarde in _FOUTTEKSTEN):
        return weiger(
            Code.FOUTCEL, f"in deze cel staat de Excel-fout {cel.waarde}.", toegestaan(kolom)
        )
    if cel.soort is Celsoort.FORMULE or cel.waarde == FORMULETEKST:
        return weiger(
            Code.FORMULE_ZONDER_UITKOMST,
            "in deze cel staat een formule zonder opgeslagen uitkomst.",
            "Open het bestand in Excel en sla het op, of typ de waarde zelf.",
        )
    if kolom.soort is Soort.PERCENTAGE:
        return lees_percentage(kolom, cel, procent_in_kop)
    return _LEZERS[kolom.soort](kolom, cel)


def _code(kolom: Kolom, cel: Cel) -> Gelezen:
    if cel.soort is Celsoort.TEKST:
        tekst = cast(str, cel.waarde).strip()
        return Gelezen(tekst, gebreken_van_tekst(tekst, code=True))
    if cel.soort in _GETALLEN:
        return _code_van_getal(kolom, cast(float, cel.waarde))
    soort = "datum" if cel.soort in _DATUMS else "andere waarde"
    return weiger(
        Code.CODE_ALS_GETAL,
        f"Excel heeft van deze code een {soort} gemaakt: '{waarde_tekst(cel.waarde)}'.",
        "Maak de cel op als tekst en typ de code opnieuw.",
    )


def _code_van_getal(kolom: Kolom, getal: float) -> Gelezen:
    if getal == getal // 1 and abs(getal) < _GROOTSTE_CODE:
        tekst = str(int(getal))
        return Gelezen(tekst, gebreken_van_tekst(tekst, code=True))
    tekst = repr(getal)
    heel, _, breuk = tekst.partition(".")
    if kolom.soort is Soort.TAAKVELD and heel.isdecimal() and breuk.isdecimal():
        if len(breuk) > 1:
            return Gelezen(tekst)
        return weiger(
            Code.TAAKVELD_DUBBELZINNIG,
            f"het getal '{waarde_tekst(getal)}' kan taakveld {tekst} zijn of {tekst}0.",
            f"Maak de cel op als tekst en typ {tekst} of {tekst}0.",
        )
    return weiger(
        Code.CODE_ALS_GETAL,
        f"het getal '{waarde_tekst(getal)}' is geen code.",
        "Maak de cel op als tekst en typ de code opnieuw.",
    )


def _codes(kolom: Kolom, cel: Cel) -> Gelezen:
    if cel.soort is not Celsoort.TEKST:
        return _code(kolom, cel)
    delen = (deel.strip() for deel in cast(str, cel.waarde).split(";"))
    tekst = "; ".join(dict.fromkeys(deel for deel in delen if deel))
    return Gelezen(tekst or None, gebreken_van_tekst(tekst, code=True))


def _tekst(kolom: Kolom, cel: Cel) -> Gelezen:
    if cel.soort is not Celsoort.TEKST:
        tekst = waarde_tekst(cel.waarde)
        if cel.soort in _GETALLEN:
            gelezen = uit_excel(cast(float, cel.waarde))
            if isinstance(gelezen, Gebrek):  # 1e400: what was typed is lost, so it is no text
                return Gelezen(None, (gelezen,))
            # unmasked, so that the BSN test sees every digit
            tekst = getal_tekst(cast(float, cel.waarde))
        return Gelezen(tekst, gebreken_van_tekst(tekst, code=False))
    tekst = cast(str, cel.waarde).strip()
    gebreken = gebreken_van_tekst(tekst, code=False)
    if kolom.veld in _NAMEN and gemengd_schrift(tekst):
        gebrek = Gebrek(
            code=Code.SCHRIFT_GEMENGD,
            wat=f"in de naam '{waarde_tekst(tekst)}' staan letters van verschillende schriften.",
            mag="Klopt dit? Dan hoeft u niets te doen.",
        )
        gebreken = (*gebreken, gebrek)
    return Gelezen(tekst, gebreken)


def _keuze(kolom: Kolom, cel: Cel) -> Gelezen:
    tekst = waarde_tekst(cel.waarde).strip()
    genormaliseerd = normaal(tekst)
    keuze = kolom.waarde_synoniemen.get(genormaliseerd)
    if keuze is None:
        return weiger(
            Code.WAARDE_BUITEN_LIJST,
            f"'{tekst}' staat niet in de lijst van kolom '{kolom.kolom}'.",
            toegestaan(kolom),
        )
    if genormaliseerd == normaal(keuze):
        return Gelezen(keuze)
    gebrek = Gebrek(
        code=Code.WAARDE_SYNONIEM,
        wat=f"'{tekst}' gelezen als '{keuze}'.",
        mag="Klopt dit? Dan hoeft u niets te doen.",
    )
    return Gelezen(keuze, (gebrek,))


def _janee(kolom: Kolom, cel: Cel) -> Gelezen:
    if cel.soort is Celsoort.JANEE:
        return Gelezen(bool(cel.waarde))
    tekst = waarde_tekst(cel.waarde).strip()
    if cel.soort is Celsoort.TEKST and normaal(tekst) in (*_JA, *_NEE):
        return Gelezen(normaal(tekst) in _JA)
    return weiger(
        Code.WAARDE_BUITEN_LIJST,
        f"'{tekst}' is geen ja of nee.",
        toegestaan(kolom),
    )


def _moment(kolom: Kolom, cel: Cel) -> Moment | Gebrek:
    moment: Moment | None = None
    if cel.soort in _DATUMS:
        dag = cast(date, cel.waarde)
        hele_maand = cel.soort is Celsoort.MAAND
        moment = Moment(dag=dag.replace(day=1) if hele_maand else dag, hele_maand=hele_maand)
    elif cel.soort is Celsoort.TEKST:
        moment = moment_uit_tekst(cast(str, cel.waarde))
    if moment is None:
        soort = "dag" if kolom.soort is Soort.DAG else kolom.eenheid
        return Gebrek(
            code=Code.DATUM_ONGELDIG,
            wat=f"'{waarde_tekst(cel.waarde)}' is geen {soort}.",
            mag=toegestaan(kolom),
        )
    onder, boven = int(kolom.minimum or 1900), int(kolom.maximum or 2100)
    if not onder <= moment.dag.year <= boven:
        open_einde = " Is er geen einde? Laat de cel dan leeg." if kolom.soort is Soort.TOT else ""
        return Gebrek(
            code=Code.DATUM_BUITEN_BEREIK,
            wat=f"het jaar {moment.dag.year} valt buiten het bereik.",
            mag=f"Toegestaan: {onder} tot en met {boven}.{'' if kolom.verplicht else open_einde}",
        )
    return moment


def _dag(kolom: Kolom, cel: Cel) -> Gelezen:
    moment = _moment(kolom, cel)
    if isinstance(moment, Gebrek):
        return Gelezen(None, (moment,))
    match kolom.soort:
        case Soort.MAAND:
            return Gelezen(moment.dag.replace(day=1))
        case Soort.MAAND_TOT:
            return Gelezen(einde_van_maand(moment.dag))
        case Soort.VAN:
            return Gelezen(moment.dag)
        case Soort.TOT if not moment.hele_maand and moment.dag.day == 1:
            gebrek = Gebrek(
                code=Code.TOT_EERSTE_VAN_MAAND,
                wat=f"de periode eindigt op {waarde_tekst(moment.dag)}, de eerste dag van een "
                "maand.",
                mag="Bedoelt u de hele maand? Schrijf dan de maand, bijvoorbeeld mrt 2027.",
            )
            return Gelezen(moment.dag, (gebrek,))
        case _:
            return Gelezen(moment.laatste_dag)


_LEZERS: Mapping[Soort, Callable[[Kolom, Cel], Gelezen]] = MappingProxyType(
    {
        Soort.CODE: _code,
        Soort.VORIGE_CODE: _code,
        Soort.TAAKVELD: _code,
        Soort.CODES: _codes,
        Soort.TEKST: _tekst,
        Soort.KEUZE: _keuze,
        Soort.JANEE: _janee,
        Soort.GEHEEL: lees_geheel,
        Soort.DECIMAAL: lees_decimaal,
        Soort.UREN: lees_honderdste,
        Soort.EURO: lees_honderdste,
        **dict.fromkeys((Soort.MAAND, Soort.MAAND_TOT, Soort.VAN, Soort.TOT, Soort.DAG), _dag),
    }
)
