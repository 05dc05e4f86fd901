"""The difference between two states of all rows, row by row as a person reads them.

Owns the difference without a file: of one levering, of several, or of undoing one. Which rows pair
says rijverschil.py, as for an upload, so that both count alike. A row that only moved along with a
`vorige code` is no difference. Must never judge a right. Units as in levering.Rij.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sturing.domain.levering import BladVerschil, Mutatie, Rij, Waarde
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.hernoemen import Codes, hernoemingen, verhuis_rij
from sturing.intake.rijverschil import Rijverschil, groep_van, paar_in_groep, paar_op_sleutel
from sturing.intake.samenvoegen import Sleutel
from sturing.intake.schema import BLADEN, Blad
from sturing.intake.verschil import tel_verschil

Stand = Mapping[str, Sequence[Rij]]
"""Sheet name -> all its rows, parts apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standverschil:
    """The differences of one sheet. `verhuisd` counts stored rows that only got a new code."""

    blad: str
    rijen: tuple[Rijverschil, ...]
    verhuisd: int

    @property
    def telling(self) -> BladVerschil:
        """The counts, as the register keeps them."""
        return tel_verschil(self.blad, self.rijen)


def verschil_tussen(voor: Stand, na: Stand, codes: Codes) -> tuple[Standverschil, ...]:
    """The sheets that differ, in the order of the contract. `codes` renames `voor` to `na`."""
    gevonden = (
        _van_blad(blad, voor.get(blad.naam, ()), na.get(blad.naam, ()), codes) for blad in BLADEN
    )
    return tuple(v for v in gevonden if v.rijen or v.verhuisd)


def na_mutaties(stand: Stand, mutaties: Sequence[Mutatie]) -> dict[str, tuple[Rij, ...]]:
    """The rows after these mutations, which must fit (the store checks that)."""
    per_blad: dict[str, list[Mutatie]] = defaultdict(list)
    for mutatie in mutaties:
        per_blad[mutatie.blad].append(mutatie)
    na = {naam: tuple(rijen) for naam, rijen in stand.items()}
    for naam, lijst in per_blad.items():
        weg = Counter(_waarden(m.oud) for m in lijst if m.oud is not None)
        blijft = []
        for rij in stand.get(naam, ()):
            waarden = _waarden(rij)
            if weg[waarden] > 0:
                weg[waarden] -= 1
            else:
                blijft.append(rij)
        na[naam] = (*blijft, *(m.nieuw for m in lijst if m.nieuw is not None))
    return na


def keten_van_codes(leveringen: Iterable[Sequence[Mutatie]]) -> dict[tuple[str, str], str]:
    """What a code of before these leveringen, in order, is called after them."""
    codes: dict[tuple[str, str], str] = {}
    for mutaties in leveringen:
        stap = hernoemingen(mutaties)
        doel = {(blad, nieuw) for (blad, _), nieuw in codes.items()}
        codes = {
            (blad, oud): stap.get((blad, nieuw), nieuw) for (blad, oud), nieuw in codes.items()
        }
        for sleutel, nieuw in stap.items():
            if sleutel not in doel:
                codes.setdefault(sleutel, nieuw)
    return {sleutel: nieuw for sleutel, nieuw in codes.items() if sleutel[1] != nieuw}


def _van_blad(blad: Blad, voor: Sequence[Rij], na: Sequence[Rij], codes: Codes) -> Standverschil:
    verhuisd = [verhuis_rij(blad, rij, codes) for rij in voor] if codes else list(voor)
    origineel = {
        _sleutel(blad, naar): rij
        for rij, naar in zip(voor, verhuisd, strict=True)
        if naar is not rij
    }
    over, nieuw = _zonder_gelijke(verhuisd, na)
    anders = {_sleutel(blad, rij) for rij in over}
    hernoemd = _alleen_hernoemd(blad, voor, verhuisd, anders)
    if blad.met_volgnr:
        geraakt = {groep_van(blad, rij) for rij in (*over, *nieuw)}
        over = voeg_aaneen(blad.naam, (r for r in verhuisd if groep_van(blad, r) in geraakt))
        nieuw = voeg_aaneen(blad.naam, (r for r in na if groep_van(blad, r) in geraakt))
    rijen = paar_op_sleutel(blad, over, [(rij, None) for rij in nieuw])
    if blad.naam == "Inzet":
        rijen = paar_in_groep(rijen)
    onder_oude_code = [
        replace(v, oud=origineel.get(_sleutel(blad, v.oud), v.oud)) if v.oud else v for v in rijen
    ]
    return Standverschil(
        blad=blad.naam,
        rijen=tuple(sorted([*hernoemd, *onder_oude_code], key=lambda v: _volgorde(blad, v))),
        verhuisd=len(origineel.keys() - anders) - len(hernoemd),
    )


def _alleen_hernoemd(
    blad: Blad, voor: Sequence[Rij], verhuisd: Sequence[Rij], anders: Set[Sleutel]
) -> list[Rijverschil]:
    """The teams and opdrachten of which the own code is all that changed: a changed row."""
    if blad.codekolom is None:
        return []
    eigen = blad.sleutel[0]
    return [
        Rijverschil(blad=blad.naam, oud=rij, nieuw=naar)
        for rij, naar in zip(voor, verhuisd, strict=True)
        if rij[eigen] != naar[eigen] and _sleutel(blad, naar) not in anders
    ]


def _sleutel(blad: Blad, rij: Rij) -> Sleutel:
    return tuple(rij.get(veld) for veld in blad.opslagsleutel)


def _waarden(rij: Rij) -> tuple[tuple[str, Waarde], ...]:
    return tuple(sorted(rij.items()))


def _zonder_gelijke(voor: Sequence[Rij], na: Sequence[Rij]) -> tuple[list[Rij], list[Rij]]:
    """Both lists without the rows that stand in both."""
    if tuple(voor) == tuple(na):
        return [], []
    gemeen = Counter(map(_waarden, voor)) & Counter(map(_waarden, na))
    resten: list[list[Rij]] = []
    for rijen in (voor, na):
        over = Counter(gemeen)
        rest: list[Rij] = []
        for rij in rijen:
            waarden = _waarden(rij)
            if over[waarden] > 0:
                over[waarden] -= 1
            else:
                rest.append(rij)
        resten.append(rest)
    return resten[0], resten[1]


def _volgorde(blad: Blad, verschil: Rijverschil) -> tuple[str, ...]:
    rij = verschil.rij
    return tuple("" if rij.get(v) is None else str(rij.get(v)) for v in blad.sleutel)
