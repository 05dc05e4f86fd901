"""Rows of an export that are about the same -> one row, because it has a row per person and day.

Owns: which sheets are added up, and the bounds of a sum. A finding about a row that was added up
stands at its first row; a cell that is wrong has its own finding. Hours in hundredths, euros in
cents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sturing.domain.bevinding import Bevinding
from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.intake.ontleden import Regel

OPTELLEN: Mapping[str, str] = {
    "Uren": "uren_honderdste",
    "Inzet": "uren_honderdste",
    "Besteding": "euro_cent",
}
"""Sheets of which rows with the same key are added up, and the field that is."""


def tel_op(regels: Sequence[Regel]) -> tuple[list[Regel], list[Bevinding]]:
    """Rows of one export with the same key as one row, at the address of the first of them.

    Rows with a mistake stay as they are. The sum of a key is bounded as a row is.
    """
    if not regels or regels[0].tabel.blad.naam not in OPTELLEN:
        return list(regels), []
    blad = regels[0].tabel.blad
    veld = OPTELLEN[blad.naam]
    eerste: dict[object, Regel] = {}
    over: list[Regel] = []
    for regel in regels:
        waarde = regel.waarden.get(veld)
        if regel.fout or regel.twijfel is not None or not isinstance(waarde, int):
            over.append(regel)
            continue
        bekend = eerste.get(regel.sleutel)
        if bekend is None:
            eerste[regel.sleutel] = regel
            over.append(regel)
        else:
            som = bekend.waarden[veld]
            bekend.waarden[veld] = waarde + (som if isinstance(som, int) else 0)
    bevindingen = [b for regel in eerste.values() if (b := _te_groot(regel, veld)) is not None]
    if len(over) < len(regels):
        bevindingen.append(
            meld(
                Code.EXPORT_OPGETELD,
                f"{len(regels)} rijen van dit blad zijn opgeteld tot {len(over)}.",
                "Klopt dit? Dan hoeft u niets te doen.",
                bestand=regels[0].tabel.bestand,
                blad=regels[0].tabel.naam,
            )
        )
    return over, bevindingen


def _te_groot(regel: Regel, veld: str) -> Bevinding | None:
    kolom = regel.tabel.blad.per_veld[veld]
    som = regel.waarden[veld]
    if not isinstance(som, int) or kolom.maximum is None or abs(som) <= kolom.maximum * 100:
        return None
    bevinding = regel.meld(
        Code.GETAL_BUITEN_BEREIK,
        f"opgeteld is dit {regel.tekst(veld)}, en dat is te groot voor kolom '{kolom.kolom}'.",
        "Controleer de rijen die hierbij horen.",
        veld,
    )
    regel.fout.add(veld)
    return bevinding
