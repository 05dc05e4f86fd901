"""The rows of a difference as Dutch texts: which row, what was there, what comes.

Owns the words and the search; a row becomes text only when it is shown or downloaded, so that a
difference of a hundred thousand rows costs nothing until somebody looks. Must never count: counts
come from the difference itself. Old values stand before new ones, always.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sturing.domain.levering import BladVerschil, Waarde
from sturing.intake.rijverschil import Rijsoort, Rijverschil
from sturing.intake.schema import PER_BLAD, Kolom
from sturing.services import notatie
from sturing.services.namen import Namen
from sturing.services.rijtekst import celtekst, venstertekst

GETOOND = 100
"""So many rows of a sheet stand on the screen at most; the others are counted and in the file."""
LEEG = "leeg"
_LANG = 60
_GENOEMD = 3
_WOORD = {
    Rijsoort.NIEUW: "nieuw",
    Rijsoort.GEWIJZIGD: "gewijzigd",
    Rijsoort.VERVALLEN: "vervallen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijregel:
    """One row of a difference: `rij` by its codes, `naam` in words, `wijziging` old before new."""

    soort: str
    rij: str
    naam: str
    wijziging: str
    cel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waarderegel:
    """One value of one row before and after, for the download; empty where there is none."""

    blad: str
    soort: str
    rij: str
    naam: str
    kolom: str
    oud: str
    nieuw: str
    cel: str
    bestand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """The first rows that a search found, and how many there are in all."""

    rijen: tuple[Rijregel, ...]
    totaal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladrijen:
    """The rows of one sheet; `telling` counts exactly these and the `verborgen` ones, which are of
    persons and not for the reader."""

    telling: BladVerschil
    verborgen: int
    verschillen: tuple[Rijverschil, ...] = field(repr=False)
    namen: Namen = field(repr=False)

    def zoek(self, tekst: str = "", maximum: int = GETOOND) -> Vondst:
        """Rows in which a code or a name holds `tekst`, without regard to case; empty is all."""
        woord = tekst.strip().casefold()
        gevonden = (
            [v for v in self.verschillen if woord in _zoektekst(v, self.namen)]
            if woord
            else self.verschillen
        )
        return Vondst(
            rijen=tuple(rijregel(v, self.namen) for v in gevonden[:maximum]), totaal=len(gevonden)
        )

    def waarden(self) -> Iterator[Waarderegel]:
        """Every changed value of every row, for a file."""
        for verschil in self.verschillen:
            yield from _waarderegels(verschil, self.namen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschilbeeld:
    """The whole difference per sheet, in the order of the contract.

    `toelichting` says what the counts leave out: sheets without a difference, rows that stay.
    `mag_downloaden`: rows in a file are an export, for who may take those totals along.
    """

    bladen: tuple[Bladrijen, ...]
    samen: BladVerschil
    toelichting: str
    mag_downloaden: bool


def maak_verschilbeeld(
    tellingen: Sequence[BladVerschil],
    verschillen: Sequence[Rijverschil],
    namen: Namen,
    *,
    mag_downloaden: bool,
) -> Verschilbeeld:
    """The difference of one upload; `verschillen` hold the rows of every sheet of `tellingen`, as
    far as the reader may see them."""
    per_blad: dict[str, list[Rijverschil]] = {t.blad: [] for t in tellingen}
    for verschil in verschillen:
        per_blad[verschil.blad].append(verschil)
    return Verschilbeeld(
        bladen=tuple(
            Bladrijen(
                telling=t,
                verborgen=t.nieuw + t.gewijzigd + t.vervallen - len(per_blad[t.blad]),
                verschillen=tuple(per_blad[t.blad]),
                namen=namen,
            )
            for t in tellingen
        ),
        samen=BladVerschil(
            blad="Samen",
            nieuw=sum(t.nieuw for t in tellingen),
            gewijzigd=sum(t.gewijzigd for t in tellingen),
            vervallen=sum(t.vervallen for t in tellingen),
            blijft=sum(t.blijft for t in tellingen),
        ),
        toelichting=_toelichting(tellingen),
        mag_downloaden=mag_downloaden,
    )


def _toelichting(tellingen: Sequence[BladVerschil]) -> str:
    zonder = [t.blad for t in tellingen if not (t.nieuw or t.gewijzigd or t.vervallen)]
    blijft = sum(t.blijft for t in tellingen)
    delen = []
    if zonder:
        n = len(zonder)
        welke = notatie.opsomming(zonder) if n <= _GENOEMD else f"{n} bladen"
        delen.append(f"Geen verschil in {welke}.")
    if blijft:
        rijen = notatie.aantal(blijft, "rij staat", "rijen staan")
        delen.append(
            f"{rijen} niet in dit bestand en {'blijft' if blijft == 1 else 'blijven'} staan."
        )
    return " ".join(delen)


def rijregel(verschil: Rijverschil, namen: Namen) -> Rijregel:
    """One row as a person reads it on the screen."""
    return Rijregel(
        soort=_WOORD[verschil.soort],
        rij=_rij(verschil),
        naam=_naam(verschil, namen),
        wijziging=_wijziging(verschil),
        cel=verschil.cel or "",
    )


def rijzin(verschil: Rijverschil) -> str:
    """One row on one line: `Inzet O012, T13, jan t/m dec 2027: uren 440 → 470`."""
    wat = {Rijsoort.NIEUW: "nieuw, ", Rijsoort.GEWIJZIGD: "", Rijsoort.VERVALLEN: "vervalt, "}
    begin = f"{verschil.blad} {_rij(verschil)}"
    return f"{begin}: {wat[verschil.soort]}{_wijziging(verschil)}".removesuffix(", ")


def _zoektekst(verschil: Rijverschil, namen: Namen) -> str:
    rij = verschil.rij
    codes = " ".join([str(rij[k]) for k in PER_BLAD[verschil.blad].sleutel if rij.get(k)])
    return f"{codes} {_naam(verschil, namen)}".casefold()


def _naam(verschil: Rijverschil, namen: Namen) -> str:
    """The names that belong to the codes of the row; its own name where it has one."""
    rij = verschil.rij
    eigen = rij.get("korte_naam") or rij.get("naam")
    if isinstance(eigen, str):
        return eigen
    delen = []
    for veld, naam in (
        ("opdracht", namen.opdracht),
        ("team", namen.team),
        ("persoon", namen.persoon),
    ):
        code = rij.get(veld)
        if isinstance(code, str) and naam(code) != code:
            delen.append(naam(code))
    return ", ".join(delen)


def _rij(verschil: Rijverschil) -> str:
    """The key of the row: its codes and, when it has one, its window."""
    rij, delen = verschil.rij, []
    for veld in PER_BLAD[verschil.blad].sleutel:
        if veld == "tot" and "van" in PER_BLAD[verschil.blad].sleutel:
            continue
        kolom = PER_BLAD[verschil.blad].per_veld[veld]
        if veld == "van":
            delen.append(venstertekst(verschil.blad, rij))
        elif rij.get(veld) is not None:
            delen.append(_waarde(kolom, rij.get(veld)))
    return ", ".join(deel for deel in delen if deel)


def _wijziging(verschil: Rijverschil) -> str:
    blad = PER_BLAD[verschil.blad]
    oud, nieuw = verschil.oud, verschil.nieuw
    if oud is None or nieuw is None:
        velden = [v for v in verschil.velden if v not in blad.sleutel]
        if "van" in blad.sleutel:
            velden = [v for v in velden if v not in ("van", "tot")]
        return ", ".join(
            f"{blad.per_veld[v].kolom} {_kort(blad.per_veld[v], verschil.rij.get(v))}"
            for v in velden
        )
    return ", ".join(
        f"{blad.per_veld[v].kolom} {_kort(blad.per_veld[v], oud.get(v))} → "
        f"{_kort(blad.per_veld[v], nieuw.get(v))}"
        for v in verschil.velden
    )


def _waarderegels(verschil: Rijverschil, namen: Namen) -> Iterator[Waarderegel]:
    blad = PER_BLAD[verschil.blad]
    bestand = verschil.tabel.bestand if verschil.tabel else ""
    rij, naam, cel = _rij(verschil), _naam(verschil, namen), verschil.cel or ""
    velden = verschil.velden
    if verschil.soort is not Rijsoort.GEWIJZIGD:
        velden = tuple(v for v in velden if v not in blad.sleutel) or velden[:1]
    for veld in velden:
        kolom = blad.per_veld[veld]
        yield Waarderegel(
            blad=verschil.blad,
            soort=_WOORD[verschil.soort],
            rij=rij,
            naam=naam,
            kolom=kolom.kolom,
            oud="" if verschil.oud is None else _waarde(kolom, verschil.oud.get(veld)),
            nieuw="" if verschil.nieuw is None else _waarde(kolom, verschil.nieuw.get(veld)),
            cel=cel,
            bestand=bestand,
        )


def _kort(kolom: Kolom, waarde: Waarde) -> str:
    tekst = " ".join(_waarde(kolom, waarde).split())
    return tekst if len(tekst) <= _LANG else f"{tekst[: _LANG - 1]}…"


def _waarde(kolom: Kolom, waarde: Waarde) -> str:
    """A value in the notation of its column; an empty cell is named."""
    return LEEG if waarde is None else celtekst(kolom, waarde)
