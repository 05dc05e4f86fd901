"""The difference of an upload, row by row as a person reads them; every count follows from it.

Owns: which stored rows and which rows of the file stand against each other. Parts of one row are
joined; Inzet rows of the same opdracht and team of which only window or hours changed are one
changed row; a row that only moved along to another code is no difference. Values as levering.Rij.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sturing.domain.levering import BladVerschil, Rij
from sturing.intake.aaneen import is_vervolg, knip, voeg_aaneen
from sturing.intake.hernoemen import Verhuizing
from sturing.intake.ontleden import Regel
from sturing.intake.rijverschil import (
    Rijsoort,
    Rijverschil,
    groep_van,
    maak_verschil,
    paar_in_groep,
    paar_op_sleutel,
    waarden_van,
)
from sturing.intake.samenvoegen import Bladstand, Sleutel, Wissel
from sturing.intake.schema import Blad


def rijverschil(
    stand: Bladstand, opgeslagen: Sequence[Rij], verhuizing: Verhuizing
) -> tuple[Rijverschil, ...]:
    """The rows of one sheet that an upload makes new, changes or lets vanish.

    `opgeslagen` are its stored rows before, under their new codes. In the order of the upload;
    vanished rows come last. A renamed row of the sheet itself is a changed row.
    """
    blad = stand.blad
    in_delen = _groepen_in_delen(stand, opgeslagen) if blad.met_volgnr else set()
    kan_hernoemen = "vorige_code" in blad.per_veld
    verschillen = [
        maak_verschil(
            blad,
            _onder_oude_code(blad, w.oud, verhuizing) if kan_hernoemen else w.oud,
            w.nieuw,
            w.regel,
        )
        for w in stand.wissels
        if not in_delen or groep_van(blad, _rij_van(w)) not in in_delen
    ]
    verschillen += _verschil_in_delen(stand, opgeslagen, in_delen)
    verschillen += _alleen_hernoemd(stand, opgeslagen, verhuizing)
    if blad.naam == "Inzet":
        verschillen = paar_in_groep(verschillen)
    return tuple(sorted(verschillen, key=_volgorde))


def tel_verschil(naam: str, rijen: Iterable[Rijverschil], blijft: int = 0) -> BladVerschil:
    """How many rows of each kind: the only place where rows of a difference are counted."""
    telling = Counter(rij.soort for rij in rijen)
    return BladVerschil(
        blad=naam,
        nieuw=telling[Rijsoort.NIEUW],
        gewijzigd=telling[Rijsoort.GEWIJZIGD],
        vervallen=telling[Rijsoort.VERVALLEN],
        blijft=blijft,
    )


def _volgorde(verschil: Rijverschil) -> tuple[bool, int, int]:
    tabel = verschil.tabel
    return (tabel is None, 0 if tabel is None else tabel.nummer, verschil.regel)


def _onder_oude_code(blad: Blad, oud: Rij | None, verhuizing: Verhuizing) -> Rij | None:
    """A row of a sheet that can rename, with the code of its own that it had."""
    if oud is None or "vorige_code" not in blad.per_veld:
        return oud
    code = blad.sleutel[0]
    opgeslagen = verhuizing.opgeslagen(oud)
    return oud if opgeslagen[code] == oud[code] else {**oud, code: opgeslagen[code]}


def _alleen_hernoemd(
    stand: Bladstand, opgeslagen: Sequence[Rij], verhuizing: Verhuizing
) -> list[Rijverschil]:
    """Rows of the sheet of which the code is all that changed."""
    blad, code = stand.blad, stand.blad.sleutel[0]
    nieuwe = {naam.nieuw for naam in verhuizing.hernoemd if naam.blad == blad.naam}
    if not nieuwe:
        return []
    nieuwe -= {str(w.nieuw[code]) for w in stand.wissels if w.nieuw is not None}
    if not nieuwe:
        return []
    regels = {rij[code]: regel for regel, rij in stand.heel}
    return [
        maak_verschil(blad, _onder_oude_code(blad, rij, verhuizing), rij, regels.get(rij[code]))
        for rij in opgeslagen
        if rij[code] in nieuwe
    ]


def _rij_van(wissel: Wissel) -> Rij:
    return wissel.nieuw if wissel.nieuw is not None else wissel.oud or {}


def _groepen_in_delen(stand: Bladstand, opgeslagen: Sequence[Rij]) -> set[Sleutel]:
    """The groups that the upload changes and in which a row is stored in more than one part."""
    blad = stand.blad
    gevonden = {groep_van(blad, rij) for rij in opgeslagen if is_vervolg(rij)}
    gevonden |= {
        groep_van(blad, w.nieuw)
        for w in stand.wissels
        if w.nieuw is not None and is_vervolg(w.nieuw)
    }
    if not gevonden:
        return gevonden
    return gevonden.intersection([groep_van(blad, _rij_van(w)) for w in stand.wissels])


def _verschil_in_delen(
    stand: Bladstand, opgeslagen: Sequence[Rij], groepen: set[Sleutel]
) -> list[Rijverschil]:
    """The difference within groups with rows in parts, group by group."""
    if not groepen:
        return []
    blad = stand.blad
    voor: dict[Sleutel, list[Rij]] = {}
    for rij in opgeslagen:
        if (groep := groep_van(blad, rij)) in groepen:
            voor.setdefault(groep, []).append(rij)
    na: dict[Sleutel, list[tuple[Regel, Rij]]] = {}
    for regel, rij in stand.heel:
        if (groep := groep_van(blad, rij)) in groepen:
            na.setdefault(groep, []).append((regel, rij))
    weg = {id(w.oud) for w in stand.wissels if w.oud is not None}
    gewisseld: dict[int, list[Rij]] = defaultdict(list)
    for wissel in stand.wissels:
        if wissel.regel is not None and wissel.nieuw is not None:
            gewisseld[id(wissel.regel)].append(wissel.nieuw)
    uit: list[Rijverschil] = []
    for groep in voor | na:
        uit += _groepsverschil(blad, voor.get(groep, []), na.get(groep, []), weg, gewisseld)
    return uit


def _groepsverschil(
    blad: Blad,
    voor: Sequence[Rij],
    na: Sequence[tuple[Regel, Rij]],
    weg: Set[int],
    gewisseld: Mapping[int, Sequence[Rij]],
) -> list[Rijverschil]:
    """What changes in one group. What a row of the file became is known; stored parts are joined
    by their look.

    A row of the file of which every part was stored already may be a row that stays, whose parts
    are then not those of another row; or it got the parts of others by chance. The smaller
    difference of the two is the one that a person made.
    """
    blijft = _Voorraad([rij for rij in voor if id(rij) not in weg])
    gelijk: set[int] = set()
    anders: list[tuple[Rij, Regel | None]] = []
    for regel, rij in na:
        nieuw = Counter(waarden_van(deel) for deel in gewisseld.get(id(regel), ()))
        for deel in knip(blad.naam, rij):
            waarden = waarden_van(deel)
            if nieuw[waarden] > 0:
                nieuw[waarden] -= 1
                continue
            opgeslagen_deel = blijft.neem(deel)
            if id(regel) not in gewisseld:
                gelijk.add(id(opgeslagen_deel))
        if id(regel) in gewisseld:
            anders.append((rij, regel))
    rest = [(rij, None) for rij in voeg_aaneen(blad.naam, blijft.over())]
    zonder = voeg_aaneen(blad.naam, (rij for rij in voor if id(rij) not in gelijk))
    verschil = _gepaard(blad, zonder, [*anders, *rest])
    if not gelijk:
        return verschil
    alles = voeg_aaneen(blad.naam, voor)
    return min(verschil, _gepaard(blad, alles, [*((r, g) for g, r in na), *rest]), key=_omvang)


def _gepaard(
    blad: Blad, voor: Sequence[Rij], na: Sequence[tuple[Rij, Regel | None]]
) -> list[Rijverschil]:
    verschil = paar_op_sleutel(blad, voor, na)
    return paar_in_groep(verschil) if blad.naam == "Inzet" else verschil


def _omvang(verschil: Sequence[Rijverschil]) -> tuple[int, int]:
    """How many rows differ, and how many of them are new or gone."""
    return len(verschil), sum(rij.soort is not Rijsoort.GEWIJZIGD for rij in verschil)


class _Voorraad:
    """Stored parts that did not change, to be given back to the rows of the file they are of."""

    def __init__(self, rijen: Sequence[Rij]) -> None:
        self.rijen = list(rijen)
        self.per_waarde: dict[object, list[Rij]] = defaultdict(list)
        self.genomen: set[int] = set()
        for rij in self.rijen:
            self.per_waarde[waarden_van(rij)].append(rij)

    def neem(self, deel: Rij) -> Rij | None:
        """A part with these values, preferably one that begins or continues a row alike."""
        kandidaten = self.per_waarde[waarden_van(deel)]
        if not kandidaten:
            return None
        kandidaten.sort(key=lambda rij: is_vervolg(rij) != is_vervolg(deel))
        gekozen = kandidaten.pop(0)
        self.genomen.add(id(gekozen))
        return gekozen

    def over(self) -> list[Rij]:
        """The parts that no row of the file is made of."""
        return [rij for rij in self.rijen if id(rij) not in self.genomen]
