"""Codes across sheets: does every code that is used exist, spelled as it is known?

Owns: CODE_ONBEKEND and CODE_SCHRIJFWIJZE. A code may be defined in the same upload or stored. A row
with another mistake still defines its code, so that one mistake gives one finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Rij
from sturing.intake.codes import Code
from sturing.intake.melding import opsomming
from sturing.intake.nabij import Codezoeker
from sturing.intake.ontleden import Regel
from sturing.intake.schema import BLADEN, PER_BLAD, Blad, Kolom, Soort
from sturing.intake.stand import Regels


class Bekend:
    """The codes that one sheet defines: stored ones and those of the upload."""

    def __init__(self, blad: Blad, opgeslagen: Sequence[Rij], regels: Sequence[Regel]) -> None:
        kolom = blad.codekolom
        veld = kolom.veld if kolom else ""
        self.naam = blad.naam
        self.opgeslagen = {code for rij in opgeslagen if isinstance(code := rij.get(veld), str)}
        nieuw = [code for regel in regels if isinstance(code := regel.waarden.get(veld), str)]
        self.codes = self.opgeslagen.union(nieuw)
        self._schrijfwijze: dict[str, str] = {}
        for code in (*sorted(self.opgeslagen), *nieuw):
            self._schrijfwijze.setdefault(code.casefold(), code)
        namen = {
            str(rij.get(veld)): str(rij.get("naam") or "")
            for rij in (*opgeslagen, *(regel.waarden for regel in regels))
        }
        self.namen = {code: naam for code, naam in namen.items() if naam and code in self.codes}
        self._zoeker: Codezoeker | None = None

    def anders_geschreven(self, code: str) -> str | None:
        """The known spelling of a code that differs in case only."""
        bekend = self._schrijfwijze.get(code.casefold())
        return bekend if bekend != code else None

    def nabij(self, code: str) -> tuple[str, ...]:
        """The nearest known codes, nearest first."""
        if self._zoeker is None:
            self._zoeker = Codezoeker(self.codes, self.namen)
        return self._zoeker.nabij(code)

    def gelijkend(self, code: str) -> tuple[str, ...]:
        """The known codes that may be meant by an unknown one, nearest first; none when none is."""
        if self._zoeker is None:
            self._zoeker = Codezoeker(self.codes, self.namen)
        return self._zoeker.gelijkend(code)


def verzamel_codes(opgeslagen: Mapping[str, Sequence[Rij]], regels: Regels) -> Mapping[str, Bekend]:
    """The known codes per sheet that defines codes."""
    return {
        blad.naam: Bekend(blad, opgeslagen.get(blad.naam, ()), regels.get(blad.naam, ()))
        for blad in BLADEN
        if blad.codekolom is not None
    }


def controleer_codes(
    regels: Regels, bekend: Mapping[str, Bekend], ongelezen: Set[str]
) -> Iterator[Bevinding]:
    """Unknown codes and other spellings, per cell; marks the field of the row as refused.

    A sheet that could not be read may define any code, so nothing is unknown there.
    """
    for naam, lijst in regels.items():
        blad = PER_BLAD[naam]
        eigen = blad.codekolom
        verwijzend = [
            kolom
            for kolom in blad.verwijzingen
            if kolom.verwijst_naar not in ongelezen and not alle_bekend(kolom, lijst, bekend)
        ]
        if eigen is None and not verwijzend:
            continue
        for regel in lijst:
            if eigen is not None:
                yield from _eigen_code(regel, eigen, bekend[naam])
            for kolom in verwijzend:
                waarde = regel.waarden.get(kolom.veld)
                if isinstance(waarde, str):
                    yield from _verwijzing(regel, kolom, waarde, bekend[str(kolom.verwijst_naar)])


def alle_bekend(kolom: Kolom, regels: Sequence[Regel], bekend: Mapping[str, Bekend]) -> bool:
    """Do all codes in a column that refers to another sheet exist? Looks at every text once."""
    codes = bekend[str(kolom.verwijst_naar)].codes
    return all(
        deel in codes
        for waarde in {regel.waarden.get(kolom.veld) for regel in regels}
        if isinstance(waarde, str)
        for deel in codes_in(kolom, waarde)
    )


def codes_in(kolom: Kolom, waarde: str) -> Sequence[str]:
    """The codes in one value of a column that refers to another sheet."""
    return waarde.split("; ") if kolom.soort is Soort.CODES else (waarde,)


def bestaat(regel: Regel, bekend: Mapping[str, Bekend]) -> bool:
    """Do all codes in the key of this row exist?"""
    blad = regel.tabel.blad
    return all(
        (code := regel.waarden.get(kolom.veld)) is None or code in bekend[kolom.verwijst_naar].codes
        for kolom in blad.kolommen
        if kolom.sleutel and kolom.verwijst_naar is not None
    )


def _eigen_code(regel: Regel, kolom: Kolom, bekend: Bekend) -> Iterator[Bevinding]:
    code = regel.waarden.get(kolom.veld)
    if isinstance(code, str) and code not in bekend.opgeslagen:
        anders = bekend.anders_geschreven(code)
        if anders is not None:
            yield _schrijfwijze(regel, kolom.veld, code, anders)


def _verwijzing(regel: Regel, kolom: Kolom, waarde: str, bekend: Bekend) -> Iterator[Bevinding]:
    for code in codes_in(kolom, waarde):
        if code in bekend.codes:
            continue
        anders = bekend.anders_geschreven(code)
        if anders is not None:
            yield _schrijfwijze(regel, kolom.veld, code, anders)
        else:
            yield _onbekend(regel, kolom, code, bekend)


def _schrijfwijze(regel: Regel, veld: str, code: str, anders: str) -> Bevinding:
    bevinding = regel.meld(
        Code.CODE_SCHRIJFWIJZE,
        f"'{code}' is bekend als '{anders}'.",
        f"Toegestaan: '{anders}', met dezelfde hoofdletters.",
        veld,
    )
    regel.fout.add(veld)
    return bevinding


def _onbekend(regel: Regel, kolom: Kolom, code: str, bekend: Bekend) -> Bevinding:
    nabij = bekend.nabij(code)
    if nabij:
        mag = f"Lijkt op: {opsomming(list(nabij))}."
    else:
        mag = f"Er zijn nog geen codes op blad '{bekend.naam}'."
    bevinding = regel.meld(
        Code.CODE_ONBEKEND,
        f"'{code}' staat niet op blad '{bekend.naam}'.",
        f"{mag} Toegestaan: een code die bestaat of in dit bestand op dat blad staat.",
        kolom.veld,
    )
    regel.fout.add(kolom.veld)
    return bevinding
