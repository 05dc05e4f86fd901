"""`vorige code`: everything stored under an old code moves to the new one.

Owns: which stored rows carry a code of a team or an opdracht. Must never merge two codes: when both
are in use it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Mutatie, Rij, Waarde
from sturing.intake.codes import Code
from sturing.intake.ontleden import Regel
from sturing.intake.schema import BLADEN, PER_BLAD, Blad

_VELD = "vorige_code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hernoeming:
    """Everything stored under code `oud` of a sheet (Teams, Opdrachten) moved to `nieuw`."""

    blad: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhuizing:
    """The stored rows under their new codes. `origineel` maps id(moved row) to the stored row."""

    rijen: Mapping[str, Sequence[Rij]]
    origineel: Mapping[int, Rij] = field(default_factory=dict)
    hernoemd: tuple[Hernoeming, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()

    def opgeslagen(self, rij: Rij) -> Rij:
        """The row as it is stored now."""
        return self.origineel.get(id(rij), rij)

    def nieuwe_codes(self, blad: str, per_code: Mapping[str, int]) -> Mapping[str, int]:
        """`per_code` with the codes of a sheet as they are after this upload."""
        nieuw = {naam.oud: naam.nieuw for naam in self.hernoemd if naam.blad == blad}
        return {nieuw.get(code, code): waarde for code, waarde in per_code.items()}


def verhuis(
    opgeslagen: Mapping[str, Sequence[Rij]], regels: Mapping[str, Sequence[Regel]]
) -> Verhuizing:
    """Move the stored rows of every `vorige code` in the upload.

    An unknown old code is refused, unless the new code is stored already (the file came before).
    """
    bevindingen: list[Bevinding] = []
    hernoemd: list[Hernoeming] = []
    for blad in BLADEN:
        if _VELD in blad.per_veld:
            namen, gevonden = _hernoemingen(blad, opgeslagen, regels.get(blad.naam, ()))
            hernoemd += namen
            bevindingen += gevonden
    if not hernoemd:
        return Verhuizing(rijen=opgeslagen, bevindingen=tuple(bevindingen))
    nieuw = {(naam.blad, naam.oud): naam.nieuw for naam in hernoemd}
    origineel: dict[int, Rij] = {}
    rijen: dict[str, Sequence[Rij]] = {}
    for naam, lijst in opgeslagen.items():
        verhuisd = [verhuis_rij(PER_BLAD[naam], rij, nieuw) for rij in lijst]
        origineel.update(
            (id(na), voor) for voor, na in zip(lijst, verhuisd, strict=True) if na is not voor
        )
        rijen[naam] = verhuisd
    return Verhuizing(
        rijen=rijen,
        origineel=origineel,
        hernoemd=tuple(hernoemd),
        bevindingen=tuple(bevindingen),
    )


Codes = Mapping[tuple[str, str], str]
"""(sheet, old code) -> new code, of Teams and Opdrachten."""


def hernoemingen(mutaties: Iterable[Mutatie]) -> dict[tuple[str, str], str]:
    """The teams and opdrachten that stay the same thing under another code."""
    return {
        (m.blad, str(m.oud[sleutel])): str(m.nieuw[sleutel])
        for m in mutaties
        if m.oud is not None
        and m.nieuw is not None
        and _VELD in PER_BLAD[m.blad].per_veld
        and m.oud[sleutel := PER_BLAD[m.blad].sleutel[0]] != m.nieuw[sleutel]
    }


def alleen_verhuisd(mutatie: Mutatie, codes: Codes) -> bool:
    """Is this the same row under the new code of another sheet, and nothing more?"""
    if mutatie.oud is None or mutatie.nieuw is None or not codes:
        return False
    blad = PER_BLAD[mutatie.blad]
    eigen = blad.sleutel[0] if _VELD in blad.per_veld else None
    if eigen is not None and mutatie.oud[eigen] != mutatie.nieuw[eigen]:
        return False
    return verhuis_rij(blad, mutatie.oud, codes) == mutatie.nieuw


def _hernoemingen(
    blad: Blad, opgeslagen: Mapping[str, Sequence[Rij]], regels: Sequence[Regel]
) -> tuple[list[Hernoeming], list[Bevinding]]:
    sleutel = blad.sleutel[0]
    bekend = {rij[sleutel] for rij in opgeslagen.get(blad.naam, ())}
    in_bestand = {regel.waarden.get(sleutel) for regel in regels}
    gebruikt: dict[str, Regel] = {}
    hernoemd: list[Hernoeming] = []
    bevindingen: list[Bevinding] = []
    for regel in regels:
        oud, nieuw = regel.waarden.get(_VELD), regel.waarden.get(sleutel)
        if not isinstance(oud, str) or not isinstance(nieuw, str):
            continue
        if oud == nieuw:
            bevindingen.append(
                regel.meld(
                    Code.VORIGE_CODE_ZELFDE,
                    f"de vorige code '{oud}' is gelijk aan de code zelf.",
                    "Maak de cel leeg.",
                    _VELD,
                )
            )
        elif oud in bekend and (nieuw in bekend or oud in in_bestand or oud in gebruikt):
            bevindingen.append(
                regel.meld(
                    Code.VORIGE_CODE_BOTST,
                    f"'{oud}' kan niet '{nieuw}' worden: {_botsing(oud, nieuw, bekend, gebruikt)}.",
                    "Toegestaan: een vorige code die alleen op deze rij naar een nieuwe code gaat.",
                    _VELD,
                )
            )
            regel.fout.add(_VELD)
        elif oud in bekend:
            gebruikt[oud] = regel
            hernoemd.append(Hernoeming(blad=blad.naam, oud=oud, nieuw=nieuw))
        elif nieuw not in bekend:
            bevindingen.append(
                regel.meld(
                    Code.CODE_ONBEKEND,
                    f"de vorige code '{oud}' bestaat niet.",
                    "Toegestaan: een code die al is opgeslagen, of een lege cel.",
                    _VELD,
                )
            )
            regel.fout.add(_VELD)
    return hernoemd, bevindingen


def _botsing(oud: str, nieuw: str, bekend: Set[Waarde], gebruikt: Mapping[str, Regel]) -> str:
    if nieuw in bekend:
        return f"'{nieuw}' is al in gebruik"
    if oud in gebruikt:
        return f"'{oud}' gaat al naar een andere code in {gebruikt[oud].plaats}"
    return f"'{oud}' staat zelf ook nog in dit bestand"


def verhuis_rij(blad: Blad, rij: Rij, nieuw: Codes) -> Rij:
    """The row with every moved code replaced; the row itself when nothing in it moved."""
    anders: dict[str, str] = {}
    eigen = blad.codekolom
    for kolom in blad.kolommen:
        waarde = rij.get(kolom.veld)
        doel = blad.naam if kolom is eigen else kolom.verwijst_naar
        if doel is not None and isinstance(waarde, str) and (doel, waarde) in nieuw:
            anders[kolom.veld] = nieuw[doel, waarde]
    return {**rij, **anders} if anders else rij
