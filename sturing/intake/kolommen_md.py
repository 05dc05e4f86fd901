"""docs/kolommen.md from the schema: `python -m sturing.intake.kolommen_md docs/kolommen.md`.

Owns: the page that documents sheets and columns. Must never hold a fact of its own; a test holds
the page against this module. The findings have a page of their own (bevindingen_md).
"""

from __future__ import annotations

import sys
from pathlib import Path

from sturing.intake.celuitkomst import toegestaan
from sturing.intake.schema import BLADEN, Blad, Kolom, Soort, Vervanging

_INLEIDING = """# Bladen en kolommen

Deze pagina is gemaakt uit de beschrijvingen in `sturing/intake/schema`. Verander haar niet met de
hand. Namen van bladen en kolommen mogen met hoofdletters, spaties en accenten zijn geschreven. De
kop van een tabel staat in de eerste tien rijen. **Vet** is de sleutel van een rij, * is verplicht.

Sturing leest Excel (`.xlsx`), LibreOffice (`.ods`) en tekst met puntkomma's (`.csv`). Een
tekstbestand heeft één blad. Welk blad dat is, zegt het begin van de bestandsnaam: `inzet.csv`,
`inzet-T07.csv` of `Bestede uren 2026.csv` (ook een naam bij *ook herkend als* mag). Zegt de naam
niets, dan kijkt Sturing welk blad deze kolommen heeft en meldt dat.
Wat er mis kan zijn met een bestand, staat in [de bevindingen](bevindingen.md).
"""


def maak_kolommen_md() -> str:
    """The whole page as Markdown, ending in one newline."""
    delen = [_INLEIDING, *(_blad(blad) for blad in BLADEN)]
    return "\n".join(delen)


def _blad(blad: Blad) -> str:
    regels = [
        f"## {blad.naam}",
        "",
        f"{blad.beschrijving} Een rij is {blad.rij}. {_vervangt(blad)}",
        "",
    ]
    if blad.synoniemen:
        regels += [f"Ook herkend als: {', '.join(blad.synoniemen)}.", ""]
    regels += [
        "| kolom | wat | toegestaan | voorbeeld | ook herkend als |",
        "| --- | --- | --- | --- | --- |",
        *(_kolom(kolom) for kolom in blad.kolommen),
        "",
    ]
    return "\n".join(regels)


def _vervangt(blad: Blad) -> str:
    if blad.vervanging is Vervanging.BIJWERKEN:
        return (
            "Een rij met een bekende sleutel wordt bijgewerkt; een rij die ontbreekt, blijft staan."
        )
    bereik = " en ".join(blad.bereik)
    if blad.vervanging is Vervanging.VENSTER:
        return (
            f"Een bestand is volledig voor elk(e) {bereik} met een rij die helemaal in dat jaar "
            "valt: wat er dan niet in staat, vervalt. Een rij over een jaargrens vervangt alleen "
            "wat met haar overlapt."
        )
    return f"Een bestand is volledig voor elk(e) {bereik} erin: wat er dan niet in staat, vervalt."


def _kolom(kolom: Kolom) -> str:
    naam = f"**{kolom.kolom}**" if kolom.sleutel else kolom.kolom
    cellen = (
        naam + ("\\*" if kolom.verplicht else ""),
        kolom.beschrijving,
        _mag(kolom),
        kolom.voorbeeld,
        ", ".join(kolom.synoniemen),
    )
    return f"| {' | '.join(cel.replace('|', '/') for cel in cellen)} |"


def _mag(kolom: Kolom) -> str:
    if kolom.verwijst_naar is not None:
        meer = "codes" if kolom.soort is Soort.CODES else "een code"
        return f"{meer} van blad {kolom.verwijst_naar}"
    if kolom.toegestaan:
        return ", ".join(kolom.toegestaan)
    wat = toegestaan(kolom).removeprefix("Toegestaan: ").partition(", bijvoorbeeld")[0]
    if kolom.minimum is not None and kolom.maximum is not None:
        grenzen = (f"{int(grens):,}".replace(",", ".") for grens in (kolom.minimum, kolom.maximum))
        if kolom.eenheid in ("jaar", "maand", "maand of dag", "dag"):
            grenzen = (str(int(grens)) for grens in (kolom.minimum, kolom.maximum))
        wat += f", {' tot en met '.join(grenzen)}"
    return wat


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(maak_kolommen_md(), encoding="utf-8")
