"""One row of a sheet before and after, and which rows are the same row on both sides.

Owns: the type of a changed row and the pairing by key and within an opdracht and team. Must never
know scopes or parts: it is given whole rows. Values as levering.Rij.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sturing.domain.levering import Rij, Waarde
from sturing.intake.cellen import adres
from sturing.intake.ontleden import Regel, Tabel
from sturing.intake.samenvoegen import Sleutel, sleutel_van
from sturing.intake.schema import PER_BLAD, VOLGNR, Blad

GROEP: Mapping[str, tuple[str, ...]] = {
    "Inzet": ("opdracht", "team"),
    "Capaciteit": ("team", "soort"),
    "Teamrollen": ("medewerker", "team"),
}
"""Rows in parts are joined and compared within these fields."""


class Rijsoort(StrEnum):
    """What happened to a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    VERVALLEN = "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijverschil:
    """One row of one sheet before and after, whole; None where it is not there.

    `tabel` and `regel` (row number) say where the new row stands in the upload, None and 0 when it
    does not. A row that was renamed has its old code in `oud`.
    """

    blad: str
    oud: Rij | None
    nieuw: Rij | None
    tabel: Tabel | None = None
    regel: int = 0

    @property
    def soort(self) -> Rijsoort:
        if self.oud is None:
            return Rijsoort.NIEUW
        return Rijsoort.VERVALLEN if self.nieuw is None else Rijsoort.GEWIJZIGD

    @property
    def rij(self) -> Rij:
        """The row as it is after the upload; of a vanished row as it was."""
        return self.nieuw if self.nieuw is not None else self.oud or {}

    @property
    def velden(self) -> tuple[str, ...]:
        """The fields with another value before and after, in the order of the columns; of a new
        or vanished row every field with a value."""
        oud, nieuw = self.oud or {}, self.nieuw or {}
        return tuple(
            kolom.veld
            for kolom in PER_BLAD[self.blad].kolommen
            if oud.get(kolom.veld) != nieuw.get(kolom.veld)
        )

    @property
    def cel(self) -> str | None:
        """Address of the first changed value, of the first key column when that is not a column of
        the file; None for a row that is not in the upload."""
        if self.tabel is None:
            return None
        plek = self.tabel.plek
        eerste = next((plek[veld] for veld in self.velden if veld in plek), None)
        return adres(self.regel, eerste or plek[PER_BLAD[self.blad].sleutel[0]])


def groep_van(blad: Blad, rij: Rij) -> Sleutel:
    """What a row in parts is joined and compared within; of other sheets the key."""
    velden = GROEP.get(blad.naam, blad.sleutel)
    return tuple([rij.get(veld) for veld in velden])


def maak_verschil(
    blad: Blad, oud: Rij | None, nieuw: Rij | None, regel: Regel | None
) -> Rijverschil:
    """The difference of one row; `regel` is where the new one stood."""
    return Rijverschil(
        blad=blad.naam,
        oud=oud,
        nieuw=nieuw,
        tabel=None if regel is None else regel.tabel,
        regel=0 if regel is None else regel.rij,
    )


def waarden_van(rij: Rij) -> frozenset[tuple[str, Waarde]]:
    """The values of a row without volgnr, to compare rows by."""
    return frozenset(paar for paar in rij.items() if paar[0] != VOLGNR)


def paar_op_sleutel(
    blad: Blad, voor: Sequence[Rij], na: Sequence[tuple[Rij, Regel | None]]
) -> list[Rijverschil]:
    """Equal rows are no difference; of the others those with equal keys changed."""
    gemeen = Counter(map(waarden_van, voor)) & Counter(waarden_van(rij) for rij, _ in na)
    links, rechts = Counter(gemeen), Counter(gemeen)
    wachtend: dict[Sleutel, list[Rij]] = defaultdict(list)
    for rij in voor:
        waarden = waarden_van(rij)
        if links[waarden] > 0:
            links[waarden] -= 1
        else:
            wachtend[sleutel_van(blad, rij)].append(rij)
    uit: list[Rijverschil] = []
    for rij, regel in na:
        waarden = waarden_van(rij)
        if rechts[waarden] > 0:
            rechts[waarden] -= 1
            continue
        kandidaten = wachtend.get(sleutel_van(blad, rij))
        uit.append(maak_verschil(blad, kandidaten.pop(0) if kandidaten else None, rij, regel))
    uit += (maak_verschil(blad, rij, None, None) for rijen in wachtend.values() for rij in rijen)
    return uit


def paar_in_groep(verschillen: Sequence[Rijverschil]) -> list[Rijverschil]:
    """A new and a vanished Inzet row of one opdracht and team are one row that changed.

    Preferably the two that begin on the same day, then the two with the same hours.
    """
    blad = PER_BLAD["Inzet"]
    weg: dict[Sleutel, list[Rijverschil]] = defaultdict(list)
    for verschil in verschillen:
        if verschil.nieuw is None:
            weg[groep_van(blad, verschil.rij)].append(verschil)
    if not weg:
        return list(verschillen)
    gepaard: set[int] = set()
    uit: list[Rijverschil] = []
    for verschil in verschillen:
        if verschil.nieuw is None:
            continue
        kandidaten = weg.get(groep_van(blad, verschil.rij)) if verschil.oud is None else None
        if kandidaten:
            vorige = min(kandidaten, key=lambda v: _afstand(v.rij, verschil.rij))
            kandidaten.remove(vorige)
            gepaard.add(id(vorige))
            uit.append(replace(verschil, oud=vorige.oud))
        else:
            uit.append(verschil)
    uit += (v for v in verschillen if v.nieuw is None and id(v) not in gepaard)
    return uit


def _afstand(oud: Rij, nieuw: Rij) -> tuple[bool, bool]:
    return oud["van"] != nieuw["van"], oud["uren_honderdste"] != nieuw["uren_honderdste"]
