"""docs/afspraken.md: the reading of the table beside its text, the rules, and every sentence.

`python -m tests.analyses.afspraken_md` writes the parts between the marks again; read the
difference before it is committed. `zinnen.csv` says of every sentence of the sturingskader which
rule rests on it, or why none does.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from sturing.analyses.afspraken.regels import ROLLEN, STANDAARD, Roloordeel
from sturing.analyses.afspraken.stof import rolnaam
from sturing.domain.keuzes import Rol, SoortWerk

HIER = Path(__file__).parent
DOC = HIER.parents[1] / "docs" / "afspraken.md"
BRON = HIER / "sturingskader.txt"
KOPPEN = (
    "Focus en ruimte",
    "De sturing verbeteren",
    "Zelforganisatie",
    "Opgavengestuurd en gebiedsgericht werken",
    "Ambtelijk opdrachtgeverschap",
    "Strategisch manager",
    "Procesverantwoordelijke",
    "Gebiedsgericht werken",
    "Gebiedsmakelaar",
    "Gebiedsteams",
    "Teamplannen",
    "Teams",
    "Meerdere teamrollen",
    "Ondersteunende teams",
    "Teamondersteuning",
    "Directie",
    "Sturing in ontwikkeling",
    "Principe afspraken",
)
CODE = re.compile(r"^[A-Z_]+( [A-Z_]+)*$")


def tabelrijen() -> list[tuple[str, str]]:
    """The six rows of "Principe afspraken": kind of work, and what the text says of it."""
    na = BRON.read_text(encoding="utf-8").split("Soorten werk\tSturingskader\n")[1]
    rijen = [regel.split("\t") for regel in na.splitlines() if "\t" in regel]
    return [(soort.strip(), zin.strip()) for soort, zin in rijen]


def zinnen() -> list[tuple[str, str]]:
    """Every sentence of the sturingskader, with the head it stands under."""
    onder, per_kop = "Inleiding", {"Inleiding": ""}
    for regel in BRON.read_text(encoding="utf-8").split("\n"):
        if regel.strip() in KOPPEN and regel.strip() not in per_kop:
            onder = regel.strip()
            per_kop[onder] = ""
        else:
            per_kop[onder] += " " + regel.replace("*", "").replace("\t", " ")
    return [
        (kop, zin)
        for kop, tekst in per_kop.items()
        for zin in re.split(r"(?<=[.?!])\s+(?=[A-Z‘“])", re.sub(r"\s+", " ", tekst).strip())
    ]


def waar() -> list[str]:
    """Of every sentence, in order: codes of rules with a space between, or words."""
    with (HIER / "zinnen.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    assert [int(rij["nummer"]) for rij in rijen] == list(range(1, len(rijen) + 1))
    return [rij["waar"] for rij in rijen]


def lezing() -> str:
    """The six rows, each with its text and how it was read."""
    delen = []
    for nummer, ((soort, zin), werk) in enumerate(
        zip(tabelrijen(), SoortWerk, strict=True), start=1
    ):
        codes = [r.code for r in STANDAARD if r.plek == f"Principe afspraken, rij {nummer}"]
        delen += [
            f"### Rij {nummer}: {werk.value}",
            "",
            f"*{soort}*",
            "",
            f"> {zin}",
            "",
            "| oordeel | rollen |",
            "| --- | --- |",
            *(
                f"| {oordeel.value} | {_rollen(werk, oordeel)} |"
                for oordeel in Roloordeel
                if _rollen(werk, oordeel)
            ),
            "",
            "Toetsen die op deze rij rusten: " + ", ".join(f"`{code}`" for code in codes) + "."
            if codes
            else "Op deze rij rust geen eigen toets.",
            "",
        ]
    return "\n".join(delen).strip()


def _rollen(werk: SoortWerk, oordeel: Roloordeel) -> str:
    return ", ".join(rolnaam(rol) for rol in Rol if ROLLEN[werk, rol] is oordeel)


def regels() -> str:
    """Every rule, with the sentence it rests on."""
    rijen = ["| code | afspraak | ernst | zin van het sturingskader |", "| --- | --- | --- | --- |"]
    groep = None
    for regel in STANDAARD:
        if regel.groep is not groep:
            groep = regel.groep
            rijen.append(f"| | **{groep.value}** | | |")
        rijen.append(
            f"| `{regel.code}` | {regel.kop} | {regel.ernst.value} | {regel.zin} *({regel.plek})* |"
        )
    return "\n".join(rijen)


def zin_voor_zin() -> str:
    """Every sentence of the text, and what Sturing does with it."""
    delen: list[str] = []
    vorige = ""
    for (kop, zin), plek in zip(zinnen(), waar(), strict=True):
        if kop != vorige:
            delen += ["", f"### {kop}", "", "| zin | in Sturing |", "| --- | --- |"]
            vorige = kop
        codes = ", ".join(f"`{code}`" for code in plek.split()) if CODE.match(plek) else plek
        delen.append(f"| {zin} | {codes} |")
    return "\n".join(delen).strip()


DELEN = {"lezing": lezing, "regels": regels, "zinnen": zin_voor_zin}


def gevuld(tekst: str) -> str:
    """The document with its generated parts."""
    for naam, maak in DELEN.items():
        patroon = re.compile(rf"(<!-- {naam} -->\n).*?(<!-- einde {naam} -->)", re.DOTALL)
        assert patroon.search(tekst), naam
        nieuw = maak()
        tekst = patroon.sub(lambda m, nieuw=nieuw: f"{m[1]}{nieuw}\n{m[2]}", tekst)  # type: ignore[misc]
    return tekst


if __name__ == "__main__":
    DOC.write_text(gevuld(DOC.read_text(encoding="utf-8")), encoding="utf-8")
