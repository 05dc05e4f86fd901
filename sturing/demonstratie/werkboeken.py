"""The workbooks of the demonstration organisation, as a municipality would hand them in.

Owns: which rows stand in which workbook. The facts and names stand in `bron/*.csv`; hours and euros
spent come from `uren.py`. The workbooks go the same way as any upload, so nothing here knows the
store. The same sources give the same bytes. Units as in sturing.domain.levering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sturing.demonstratie.bron import lees_rijen
from sturing.demonstratie.identiteiten import PEILDATUM
from sturing.demonstratie.inzet_vorig_jaar import compute_inzet_vorig_jaar
from sturing.demonstratie.uren import compute_besteding, compute_uren
from sturing.domain.levering import Rij
from sturing.errors import BestandError
from sturing.intake.sjabloon import maak_sjabloon

Werkboek = Mapping[str, Sequence[Rij]]
"""Rows by sheet name."""

_ORGANISATIE = (
    "Teams",
    "Personen",
    "Gebieden",
    "Programmas",
    "Doelen",
    "Opdrachten",
    "Normen",
)


def rijen() -> dict[str, Werkboek]:
    """The rows of every workbook by file name, in the order in which they can be read one by one.

    `organisatie.xlsx` comes first, for all others name its codes.
    """
    boeken: dict[str, Werkboek] = {
        "organisatie.xlsx": {blad: lees_rijen(blad) for blad in _ORGANISATIE}
    }
    capaciteit = lees_rijen("Capaciteit")
    inzet = (*lees_rijen("Inzet"), *compute_inzet_vorig_jaar())
    for team in (str(rij["team"]) for rij in lees_rijen("Teams")):
        boeken[f"team-{team}.xlsx"] = {
            "Capaciteit": _van_team(capaciteit, team),
            "Inzet": _van_team(inzet, team),
        }
    # Four teams take 2027 from persons, some of whom work in two of them (Meerdere teamrollen).
    boeken["medewerkers.xlsx"] = {blad: lees_rijen(blad) for blad in ("Medewerkers", "Teamrollen")}
    boeken["begroting.xlsx"] = {
        "Begroting": lees_rijen("Begroting"),
        "Besteding": compute_besteding(),
    }
    boeken["gebiedsagenda.xlsx"] = {"Gebiedsagenda": lees_rijen("Gebiedsagenda")}
    boeken["teamplannen.xlsx"] = {"Teamplannen": lees_rijen("Teamplannen")}
    boeken[f"uren-{PEILDATUM.year}.xlsx"] = {"Uren": compute_uren()}
    return boeken


def schrijf_werkboeken(map: Path) -> tuple[Path, ...]:
    """Write the workbooks into `map`, which is made when it is not there; returns their paths.

    Raises BestandError when a file cannot be written.
    """
    paden = []
    try:
        map.mkdir(parents=True, exist_ok=True)
        for naam, bladen in rijen().items():
            pad = map / naam
            pad.write_bytes(maak_sjabloon(bladen, bladen))
            paden.append(pad)
    except OSError as fout:
        raise BestandError(
            "De werkboeken van de demonstratie kunnen niet geschreven worden.",
            fout.strerror or "",
            "Kies een map waarin u mag schrijven.",
        ) from fout
    return tuple(paden)


def _van_team(rijen: Sequence[Rij], team: str) -> tuple[Rij, ...]:
    return tuple(rij for rij in rijen if rij["team"] == team)
