"""docs/bevindingen.md: `python -m sturing.intake.bevindingen_md docs/bevindingen.md`.

Owns: the page that explains every finding, and how the findings are grouped on it. Must never hold
a fact of its own; a test holds the page against this module.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sturing.domain.bevinding import Ernst
from sturing.intake.codes import REGISTER, Code

_INLEIDING = """# Bevindingen

Deze pagina is gemaakt uit `sturing/intake/schema/bevindingen.csv`. Verander haar niet met de hand.
Een **fout** houdt het hele bestand tegen: er wordt niets opgeslagen. Een **let op** kan erin nadat
u hebt gekeken. De code verandert nooit van betekenis. Op het scherm staat bij elke bevinding ook
het blad, de cel en wat er staat; in het bestand met opmerkingen staat zij in de cel zelf.
"""

_GROEPEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Het hele bestand",
        "Het bestand is niet te lezen of niet veilig te lezen. Er is geen cel om aan te wijzen.",
        ("BESTAND_",),
    ),
    (
        "Bladen, kolommen en rijen",
        "Welk blad, welke kolom en welke rij bedoeld is.",
        ("BLAD_", "KOLOM_", "RIJ_"),
    ),
    (
        "Een cel op zichzelf",
        "Wat er in één cel staat, past niet bij de kolom.",
        (
            "VERPLICHT_",
            "FOUTCEL",
            "FORMULE_",
            "GETAL_",
            "TE_VEEL_",
            "PERCENTAGE_",
            "CORRECTIE_",
            "DATUM_",
            "TOT_",
            "WAARDE_",
            "CODE_ALS_",
            "TAAKVELD_",
            "TEKST_",
            "SCHRIFT_",
        ),
    ),
    (
        "Rijen en bladen samen",
        "Elke cel klopt, maar samen met andere rijen, andere bladen of wat al is opgeslagen niet.",
        ("",),
    ),
)
"""Title, explanation and how the codes of a group begin; a code goes to the first that fits."""


def maak_bevindingen_md() -> str:
    """The whole page as Markdown, ending in one newline."""
    per_groep: dict[str, list[Code]] = {titel: [] for titel, _, _ in _GROEPEN}
    for code in REGISTER:
        per_groep[_groep(code)].append(code)
    delen = [_INLEIDING]
    delen += [_deel(titel, uitleg, per_groep[titel]) for titel, uitleg, _ in _GROEPEN]
    return "\n".join(delen)


def _groep(code: Code) -> str:
    return next(titel for titel, _, begin in _GROEPEN if code.value.startswith(begin))


def _deel(titel: str, uitleg: str, codes: Sequence[Code]) -> str:
    fouten = [code for code in codes if REGISTER[code].ernst is Ernst.FOUT]
    let_op = [code for code in codes if REGISTER[code].ernst is Ernst.LET_OP]
    regels = [
        f"## {titel}",
        "",
        uitleg,
        "",
        "| code | ernst | wat is er | wat kunt u doen |",
        "| --- | --- | --- | --- |",
        *(
            f"| {code.value} | {REGISTER[code].ernst.value} | {REGISTER[code].wat} | "
            f"{REGISTER[code].doen} |"
            for code in (*fouten, *let_op)
        ),
        "",
    ]
    return "\n".join(regels)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(maak_bevindingen_md(), encoding="utf-8")
