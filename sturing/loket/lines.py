"""What a command prints, as lines for people and as JSON for programs.

Owns: the layout of findings, differences and tables in a terminal, and the JSON of `inlezen` and
`analyse`. Must never calculate or print. Units: hours and euros, not hundredths or cents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sturing.services.analyse import Analysetabel
    from sturing.services.inlezen import Inleesuitkomst

INLEZEN_VERSIE = 1
ANALYSE_VERSIE = 1


def text(lines: Iterable[str]) -> str:
    """Lines as they are printed, the last one ended as well; nothing for no lines."""
    return "".join(f"{line}\n" for line in lines)


def json_text(value: Any) -> str:
    """One JSON value as it is printed; raises ValueError for what JSON does not know."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def inlezen_json(uitkomst: Inleesuitkomst) -> dict[str, Any]:
    """The contract of `inlezen --json`, version 1."""
    return {
        "versie": INLEZEN_VERSIE,
        "status": uitkomst.status,
        "levering": uitkomst.levering,
        "bevindingen": [
            {
                "code": b.code,
                "ernst": b.ernst.value,
                "blad": b.blad,
                "cel": b.cel,
                "waarde": b.waarde,
                "melding": b.melding,
            }
            for b in uitkomst.bevindingen
        ],
        "verschil": {
            v.blad: {"nieuw": v.nieuw, "gewijzigd": v.gewijzigd, "vervallen": v.vervallen}
            for v in uitkomst.verschil
        },
    }


def inlezen_lines(uitkomst: Inleesuitkomst) -> list[str]:
    """Every finding, the difference per sheet, what it does, and what was done in the end."""
    lines = [
        f"{b.ernst.value:<6}  {f'{b.bestand}: ' if b.bestand else ''}{b.melding}"
        for b in uitkomst.bevindingen
    ]
    if uitkomst.verschil:
        rows = [(v.blad, v.nieuw, v.gewijzigd, v.vervallen, v.blijft) for v in uitkomst.verschil]
        heads = ("Blad", "Nieuw", "Gewijzigd", "Vervallen", "Blijft staan")
        lines += ["", *table(heads, rows), ""]
    if uitkomst.toelichting:
        lines += [*uitkomst.toelichting, ""]
    if uitkomst.status == "opgeslagen":
        lines.append(f"Opgeslagen als levering {uitkomst.levering}.")
    elif uitkomst.status == "gecontroleerd":
        lines.append("Gecontroleerd. Er is niets opgeslagen.")
    else:
        lines.append("Geweigerd. Er is niets opgeslagen.")
    return lines


def verdeling_lines(antwoord: Mapping[str, Any]) -> list[str]:
    """The opdrachten of the JSON contract in their order, as a table."""
    van, tot = antwoord["horizon"]
    rows = [
        (
            r["plaats"],
            r["opdracht"],
            r["gevraagd_uren"],
            r["toegekend_uren"],
            r["gevraagd_euro"],
            r["toegekend_euro"],
            r["status"],
        )
        for r in antwoord["opdrachten"]
    ]
    heads = (
        "Plaats",
        "Opdracht",
        "Gevraagd uur",
        "Toegekend uur",
        "Gevraagd euro",
        "Toegekend euro",
        "Status",
    )
    return [
        f"Verdeling {van} tot en met {tot}, methode {antwoord['methode']}. "
        f"De lijn ligt op plaats {antwoord['lijn']}.",
        "",
        *table(heads, rows),
    ]


def analyse_json(tabel: Analysetabel) -> dict[str, Any]:
    """The contract of `analyse --json`, version 1: heads with their unit, rows in that order."""
    return {
        "versie": ANALYSE_VERSIE,
        "naam": tabel.naam,
        "titel": tabel.titel,
        "kolommen": list(tabel.kolommen),
        "rijen": [list(rij) for rij in tabel.rijen],
    }


def table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[str]:
    """Lines with columns under each other: text left, numbers right, unknown as a dash."""
    texts = [[_cell(value) for value in row] for row in rows]
    widths = [max([len(head), *(len(row[i]) for row in texts)]) for i, head in enumerate(heads)]
    numeric = [
        bool(rows) and all(_is_number(row[i]) or row[i] is None for row in rows)
        for i in range(len(heads))
    ]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, numeric, strict=True)
        ).rstrip()

    return [line(heads), line(["-" * width for width in widths]), *(line(row) for row in texts)]


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        text = f"{value:,.4f}".rstrip("0").rstrip(".")
    elif isinstance(value, int):
        text = f"{value:,}"
    else:
        return str(value)
    return text.translate(str.maketrans(",.", ".,"))
