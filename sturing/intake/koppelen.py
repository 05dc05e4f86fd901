"""Applying a recorded koppeling: the sheet of an export -> a sheet of Sturing, addresses kept.

Owns: which cell of the export is which column, and rows that are left out (verlof, overleg). Must
never read a column that names a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sturing.domain.bevinding import Bevinding
from sturing.domain.koppeling import Koppeling, Vastlegging
from sturing.intake.cellen import Cel, Celsoort, Werkblad, adres
from sturing.intake.codes import Code
from sturing.intake.exportbron import PERSOON, Koppelvoorstel, Pseudo, geschreven_koppen, koppen_van
from sturing.intake.exportcel import celtekst, zet_om
from sturing.intake.koppen import KOP_BINNEN, HerkendBlad, Kop
from sturing.intake.melding import dag_tekst, meld
from sturing.intake.ontleden import is_totaal
from sturing.intake.pseudo import pseudo_soort
from sturing.intake.schema import PER_BLAD, Kolom, normaal

_OPDRACHT = "opdracht"
_LEEG = "(leeg)"
_NAAMKOPPEN = ("projectnaam", "projectomschrijving", "omschrijvingproject", "naam", "project")
"""Headings of a column that names the project whose code stands in another column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gekoppeld:
    """A sheet of an export read by a koppeling. `voorstel` shows how, so that a person can change
    it; while it has `pseudo` a choice is missing."""

    herkend: HerkendBlad
    kop: Kop
    bevindingen: list[Bevinding]
    voorstel: Koppelvoorstel


@dataclass(slots=True, kw_only=True)
class _Overgeslagen:
    """Rows of one value that are left out: the first of them, and how many."""

    rij: int
    kolom: int
    rijen: int = 1


def zoek_koppeling(
    werkblad: Werkblad, vastgelegd: Mapping[str, Vastlegging]
) -> tuple[int, Sequence[Cel], Vastlegging] | None:
    """The header row of an export that was seen before, and how it is read."""
    for nummer, cellen in werkblad.rijen:
        if nummer > KOP_BINNEN:
            return None
        kenmerk = "|".join(sorted(koppen_van(cellen)))
        if kenmerk in vastgelegd:
            return nummer, cellen, vastgelegd[kenmerk]
    return None


def pas_toe(
    bestand: str,
    werkblad: Werkblad,
    kop: tuple[int, Sequence[Cel], Vastlegging],
    opdrachten: Set[str],
) -> Gekoppeld:
    """Read a sheet by its koppeling; `opdrachten` are stored codes, which are never pseudo."""
    nummer, kopcellen, vastlegging = kop
    lezing = _Lezing(werkblad, nummer, kopcellen, vastlegging.koppeling, opdrachten)
    rijen = tuple(lezing.rijen())
    koppeling = vastlegging.koppeling
    bevindingen = [
        meld(
            Code.EXPORT_GEKOPPELD,
            f"gelezen als '{koppeling.doel}' met de koppeling van {koppeling.bron}, vastgelegd "
            f"door {vastlegging.naam} op {dag_tekst(vastlegging.tijdstip.date())}. "
            f"{_uitleg(koppeling, kopcellen)}",
            "Klopt dit? Dan hoeft u niets te doen.",
            bestand=bestand,
            blad=werkblad.naam,
            waarde=koppeling.bron,
        ),
        *_bevindingen(bestand, werkblad.naam, lezing),
    ]
    koppen, persoon = geschreven_koppen(kopcellen)
    voorstel = Koppelvoorstel(
        bestand=bestand,
        blad=werkblad.naam,
        kop_rij=nummer,
        koppen=koppen,
        persoon=persoon,
        koppeling=koppeling,
        pseudo=lezing.pseudo(),
        bekend=True,
    )
    return Gekoppeld(
        herkend=HerkendBlad(
            blad=lezing.blad,
            werkblad=replace(werkblad, rijen=rijen),
            naam=werkblad.naam,
            kenmerk=koppeling.kenmerk,
        ),
        kop=lezing.kop,
        bevindingen=bevindingen,
        voorstel=voorstel,
    )


def zonder_personen(werkblad: Werkblad, kopcellen: Sequence[Cel]) -> Werkblad:
    """The sheet as it may be shown beside its findings: without the columns that name a person."""
    personen = {nummer for kop, nummer in koppen_van(kopcellen).items() if kop in PERSOON}
    rijen = tuple(
        (nummer, tuple(cel for cel in cellen if cel.kolom not in personen))
        for nummer, cellen in werkblad.rijen
    )
    return replace(werkblad, rijen=rijen)


def zoek_pseudo(
    werkblad: Werkblad, voorstel: Koppelvoorstel, opdrachten: Set[str]
) -> tuple[Pseudo, ...]:
    """The values of a proposal that need a choice because they are no opdracht."""
    kopcellen = dict(werkblad.rijen)[voorstel.kop_rij]
    lezing = _Lezing(werkblad, voorstel.kop_rij, kopcellen, voorstel.koppeling, opdrachten)
    for _ in lezing.rijen():
        pass
    return lezing.pseudo()


def _uitleg(koppeling: Koppeling, kopcellen: Sequence[Cel]) -> str:
    blad = PER_BLAD[koppeling.doel]
    geschreven = {normaal(kop): kop for kop in geschreven_koppen(kopcellen)[0]}
    delen = [
        f"{geschreven.get(kop, kop)} = {blad.per_veld[veld].kolom}"
        for veld, kop in koppeling.kolommen.items()
    ]
    delen += [
        f"{blad.per_veld[veld].kolom} is overal {tekst}" for veld, tekst in koppeling.vast.items()
    ]
    return f"{', '.join(delen)}."


def _bevindingen(bestand: str, blad: str, lezing: _Lezing) -> Iterator[Bevinding]:
    for waarde, weg in lezing.overgeslagen.items():
        aantal = f"{weg.rijen} {'rij telt' if weg.rijen == 1 else 'rijen tellen'} niet mee"
        yield meld(
            Code.RIJ_TELT_NIET,
            f"'{waarde or _LEEG}': {aantal}, zoals bij deze bron is vastgelegd.",
            "Klopt dit? Dan hoeft u niets te doen.",
            bestand=bestand,
            blad=blad,
            cel=adres(weg.rij, weg.kolom),
            waarde=waarde or _LEEG,
        )
    for waarde, weg in lezing.nieuw.items():
        soort = pseudo_soort(waarde)
        wat = (
            f"'{waarde}' lijkt geen opdracht maar {soort}" if soort else "hier staat geen opdracht"
        )
        if waarde and soort is None:
            wat = f"'{waarde}' heeft een naam die op {lezing.soorten[waarde]} lijkt"
        yield meld(
            Code.PSEUDOPROJECT_NIEUW,
            f"{wat} ({weg.rijen} {'rij' if weg.rijen == 1 else 'rijen'}).",
            "Kies op de pagina Gegevens of deze rijen meetellen, en bij welke opdracht.",
            bestand=bestand,
            blad=blad,
            cel=adres(weg.rij, weg.kolom),
            waarde=waarde or _LEEG,
        )


class _Lezing:
    """One pass over the rows of an export."""

    def __init__(
        self,
        werkblad: Werkblad,
        kop_rij: int,
        kopcellen: Sequence[Cel],
        koppeling: Koppeling,
        opdrachten: Set[str],
    ) -> None:
        self.blad = PER_BLAD[koppeling.doel]
        self.overgeslagen: dict[str, _Overgeslagen] = {}
        self.nieuw: dict[str, _Overgeslagen] = {}
        self.soorten: dict[str, str] = {}
        self._werkblad = werkblad
        self._koppeling = koppeling
        self._opdrachten = opdrachten
        self._bekend: dict[tuple[int, int], Cel] = {}
        koppen = {kop: nr for kop, nr in koppen_van(kopcellen).items() if kop not in PERSOON}
        self._bron: list[tuple[int, Kolom, int]] = []
        """Column number in the sheet of Sturing, its column, and where it stands in the export."""
        self._vast: list[Cel] = []
        plekken: dict[int, int] = {}
        for plek, kolom in enumerate(self.blad.kolommen, start=1):
            bron = koppen.get(koppeling.kolommen.get(kolom.veld, ""))
            if bron is not None:
                self._bron.append((plek, kolom, bron))
                plekken[plek] = bron
            elif koppeling.vast.get(kolom.veld):
                self._vast.append(Cel(plek, Celsoort.TEKST, koppeling.vast[kolom.veld]))
        eerste = next((bron for _, kolom, bron in self._bron if kolom.sleutel), 1)
        plekken.update({cel.kolom: eerste for cel in self._vast})
        self._sleutelplek = next((plek for plek, kolom, _ in self._bron if kolom.sleutel), 1)
        self._naam = next((koppen[kop] for kop in _NAAMKOPPEN if kop in koppen), None)
        self._waarden = {
            veld: {normaal_waarde(waarde): doel for waarde, doel in paren.items()}
            for veld, paren in koppeling.waarden.items()
        }
        self.kop = Kop(
            rij=kop_rij,
            kolommen={plek: self.blad.kolommen[plek - 1] for plek in plekken},
            met_procent=frozenset(
                plek for plek, kolom, _ in self._bron if kolom.kolom.endswith("%")
            ),
            gekopt=frozenset(plekken),
            plekken=plekken,
        )

    def rijen(self) -> Iterator[tuple[int, tuple[Cel, ...]]]:
        """The rows in the form of the sheet of Sturing, without those that are left out."""
        for rij, cellen in self._werkblad.rijen:
            if rij <= self.kop.rij:
                continue
            if is_totaal(cellen[0]):
                yield rij, (Cel(self._sleutelplek, cellen[0].soort, cellen[0].waarde),)
                continue
            per_kolom = {cel.kolom: cel for cel in cellen if celtekst(cel)}
            if not any(bron in per_kolom for _, _, bron in self._bron):
                continue
            nieuw = self._rij(rij, per_kolom)
            if nieuw is not None:
                yield rij, nieuw

    def _rij(self, rij: int, per_kolom: Mapping[int, Cel]) -> tuple[Cel, ...] | None:
        uit = list(self._vast)
        for plek, kolom, bron in self._bron:
            cel = per_kolom.get(bron)
            tekst = celtekst(cel) if cel is not None else ""
            gekozen = self._waarden.get(kolom.veld, {}).get(normaal_waarde(tekst))
            if kolom.veld == _OPDRACHT and gekozen is None and self._is_pseudo(tekst, per_kolom):
                _tel(self.nieuw, tekst, rij, bron)
                return None
            if gekozen == "":
                _tel(self.overgeslagen, tekst, rij, bron)
                return None
            if gekozen is not None:
                uit.append(Cel(plek, Celsoort.TEKST, gekozen))
            elif cel is not None:
                uit.append(self._omgezet(plek, kolom, cel))
        return tuple(sorted(uit, key=lambda cel: cel.kolom))

    def _omgezet(self, plek: int, kolom: Kolom, cel: Cel) -> Cel:
        """A cell that comes back is the same one, so that it is read once."""
        bekend = self._bekend.get((plek, id(cel)))
        if bekend is None:
            bekend = zet_om(cel, kolom, plek, decimaalpunt=self._koppeling.decimaalpunt)
            self._bekend[plek, id(cel)] = bekend
        return bekend

    def _is_pseudo(self, tekst: str, per_kolom: Mapping[int, Cel]) -> bool:
        """Is this no opdracht: by its code, by the name beside it, or because nothing is there?"""
        if tekst in self._opdrachten:
            return False
        if not tekst:
            return True
        naam = per_kolom.get(self._naam) if self._naam is not None else None
        soort = pseudo_soort(tekst) or (pseudo_soort(celtekst(naam)) if naam else None)
        if soort is not None:
            self.soorten[tekst] = soort
        return soort is not None

    def pseudo(self) -> tuple[Pseudo, ...]:
        """The values without a choice, most rows first."""
        return tuple(
            Pseudo(waarde=waarde, soort=self.soorten.get(waarde, ""), rijen=weg.rijen)
            for waarde, weg in sorted(self.nieuw.items(), key=lambda paar: -paar[1].rijen)
        )


def normaal_waarde(tekst: str) -> str:
    """A value of a source as it is compared: without regard to case and spaces around it."""
    return " ".join(tekst.casefold().split())


def _tel(tellingen: dict[str, _Overgeslagen], waarde: str, rij: int, kolom: int) -> None:
    bekend = tellingen.get(waarde)
    if bekend is None:
        tellingen[waarde] = _Overgeslagen(rij=rij, kolom=kolom)
    else:
        bekend.rijen += 1
