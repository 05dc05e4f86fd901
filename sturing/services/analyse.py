"""One analysis as a table, for the command line and for downloads. Owns no numbers of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

import xlsxwriter

from sturing.analyses.kolom import Kolom
from sturing.analyses.register import OVER_LEVERINGEN, REGISTER
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rights.mag import Actie, eis, object_organisatie
from sturing.services import notatie
from sturing.services.inleveringen import inleveringen, vandaag
from sturing.services.omgeving import Omgeving

Cel = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysetabel:
    """Heads with their unit, and rows of plain values: hours and euros with two decimals."""

    naam: str
    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


def namen() -> tuple[str, ...]:
    """Names of the analyses that exist."""
    return (*REGISTER, *OVER_LEVERINGEN)


def analyse(
    omgeving: Omgeving,
    wie: Wie,
    naam: str,
    horizon: Horizon | None = None,
    peildag: date | None = None,
) -> Analysetabel:
    """One analysis of the plan in force. Raises InvoerError for an unknown name, RechtError.

    `peildag` is the day from which the leveringen are looked at; None is today.
    """
    eis(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())
    if naam in OVER_LEVERINGEN:
        gekozen = OVER_LEVERINGEN[naam]
        basis = omgeving.basis(horizon)
        bekend = inleveringen(omgeving)
        dag = peildag or vandaag()
        regels = [
            regel
            for jaar in basis.uitkomst.horizon.jaren
            for regel in gekozen.compute(basis.plan, jaar, bekend, dag)
        ]
        return _tabel(naam, gekozen.titel, gekozen.kolommen, regels)
    if naam not in REGISTER:
        raise InvoerError(
            f"Analyse '{naam}' bestaat niet.", hint=f"Kies uit: {', '.join(namen())}."
        )
    van_uitkomst = REGISTER[naam]
    rijen = van_uitkomst.compute(omgeving.basis(horizon).uitkomst)
    return _tabel(naam, van_uitkomst.titel, van_uitkomst.kolommen, rijen)


def _tabel(
    naam: str, titel: str, kolommen: Sequence[Kolom], rijen: Sequence[object]
) -> Analysetabel:
    return Analysetabel(
        naam=naam,
        titel=titel,
        kolommen=tuple(k.kop for k in kolommen),
        rijen=tuple(tuple(_cel(getattr(rij, k.veld), k.veld) for k in kolommen) for rij in rijen),
    )


def _cel(waarde: Any, veld: str) -> Cel:
    if waarde is None or isinstance(waarde, bool):
        return waarde
    if veld.endswith(("_honderdste", "_cent")):
        return int(waarde) / 100 if waarde % 100 else int(waarde) // 100
    if isinstance(waarde, StrEnum):
        return waarde.value
    if isinstance(waarde, (Fraction, Decimal)):
        return round(float(waarde), 4)
    if isinstance(waarde, (Maand, date)):
        return str(waarde)
    if isinstance(waarde, (str, int, float)):
        return waarde
    if isinstance(waarde, tuple):
        if all(isinstance(deel, Maand) for deel in waarde):
            return notatie.maandreeks(waarde) or None
        return ", ".join(map(str, waarde))
    return str(astuple(waarde))


def als_csv(tabel: Analysetabel) -> str:
    """Semicolon-separated with decimal commas, as Dutch spreadsheets read it."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(tabel.kolommen)
    for rij in tabel.rijen:
        schrijver.writerow([_csv_cel(c) for c in rij])
    return uit.getvalue()


def _csv_cel(cel: Cel) -> str:
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float):
        return f"{cel:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(("=", "+", "-", "@")) else str(cel)


def als_xlsx(tabel: Analysetabel) -> bytes:
    """One sheet with heads and typed cells; text that begins with = stays text."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(uit, opties) as boek:
        vel = boek.add_worksheet(tabel.naam[:31])
        kop = boek.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        getal = boek.add_format({"num_format": "#,##0.##"})
        for kolom, naam in enumerate(tabel.kolommen):
            vel.write_string(0, kolom, naam, kop)
        for nummer, rij in enumerate(tabel.rijen, start=1):
            for kolom, cel in enumerate(rij):
                if isinstance(cel, bool):
                    vel.write_string(nummer, kolom, "ja" if cel else "nee")
                elif isinstance(cel, (int, float)):
                    vel.write_number(nummer, kolom, cel, getal)
                elif cel is not None:
                    vel.write_string(nummer, kolom, cel)
        vel.freeze_panes(1, 1)
        vel.autofit()
    return uit.getvalue()
