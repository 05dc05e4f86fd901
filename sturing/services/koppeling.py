"""Koppelingen of exports as a use case: which one counts, recording one, and completing one.

Who may deliver may record one. A koppeling with a fixed team or other fixed value belongs to who
recorded it: for somebody else it is a proposal again, except for the command line, which has no
screen to ask on. Must never hold a value of a column that names a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sturing.domain.koppeling import Koppeling, Vastlegging
from sturing.domain.wie import Herkomst, Wie
from sturing.errors import InvoerError
from sturing.intake.beoordeling import Beoordeling
from sturing.intake.exportbron import DOELEN, Koppelvoorstel, gebreken_van_koppeling
from sturing.intake.schema import PER_BLAD, Kolom, Soort, normaal
from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.leverrechten import eis_leveren
from sturing.services.omgeving import Omgeving
from sturing.store import koppelingen
from sturing.store.rijen import lees_blad


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelkolom:
    """One column of the sheet of Sturing: its name, whether it must be filled, and where from.

    `kop` is the proposed heading, `vast` the proposed value for all rows; `keuzes` are the values
    to choose from, empty when a person types one.
    """

    veld: str
    naam: str
    verplicht: bool
    kop: str
    vast: str
    keuzes: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelkeuze:
    """What a person filled in: fields with a heading as written, fields with one value for all
    rows, and values that are no opdracht with what they count for (the empty text: nothing)."""

    doel: str
    kolommen: Mapping[str, str]
    vast: Mapping[str, str]
    pseudo: Mapping[str, str]
    decimaalpunt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppelbeeld:
    """One export that waits for a choice, ready to show."""

    sleutel: str
    titel: str
    uitleg: str
    niet_gelezen: str
    doel: str
    koppen: tuple[Keuze, ...]
    kolommen: tuple[Koppelkolom, ...]
    pseudo: tuple[Keuze, ...]
    """Values that are no opdracht (`naam` says how many rows), each needs a choice."""
    pseudo_keuzes: Mapping[str, tuple[Keuze, ...]]
    """What each of them can count for; the first, not at all, is proposed."""
    decimaalpunt: bool
    bekend: bool


def geldend(omgeving: Omgeving, wie: Wie) -> Mapping[str, Vastlegging]:
    """The koppeling that counts per kenmerk for who delivers: the own one, else the newest one of
    anybody without fixed values (the command line: of anybody)."""
    alle = koppelingen.lijst(omgeving.opslag)
    ieders = [v for v in alle if wie.herkomst is Herkomst.SYSTEEM or not v.koppeling.vast]
    eigen = [v for v in alle if v.account == wie.account]
    return {v.koppeling.kenmerk: v for v in (*ieders, *eigen)}


def leg_vast(omgeving: Omgeving, wie: Wie, koppeling: Koppeling) -> int:
    """Record how a source is read. Raises RechtError for who may not deliver, InvoerError when a
    required column has no source or a column names a person."""
    eis_leveren(wie)
    gebreken = gebreken_van_koppeling(koppeling)
    if gebreken:
        raise InvoerError("De koppeling is nog niet compleet.", gebreken[0])
    return koppelingen.leg_vast(
        omgeving.opslag, wie=wie, koppeling=koppeling, tijdstip=datetime.now(UTC)
    )


def vul_aan(
    omgeving: Omgeving, wie: Wie, kenmerk: str, veld: str, waarden: Mapping[str, str]
) -> int:
    """Remember what values of a source mean (the empty text: leave the rows out).

    Raises InvoerError when the source has no koppeling, RechtError as `leg_vast`.
    """
    eis_leveren(wie)
    vastlegging = geldend(omgeving, wie).get(kenmerk)
    if vastlegging is None:
        raise InvoerError("Deze bron heeft nog geen koppeling.", hint="Leg die eerst vast.")
    koppeling = vastlegging.koppeling
    paren = {**koppeling.waarden.get(veld, {}), **waarden}
    return leg_vast(omgeving, wie, replace(koppeling, waarden={**koppeling.waarden, veld: paren}))


def doelen() -> tuple[str, ...]:
    """The sheets that an export of another program can be."""
    return DOELEN


def openstaand(beoordeling: Beoordeling) -> tuple[tuple[str, str], ...]:
    """The exports that wait for a choice: a key of each, and the sheet it probably is."""
    return tuple((_sleutel(v), v.koppeling.doel) for v in beoordeling.voorstellen)


def gelezen(beoordeling: Beoordeling) -> tuple[tuple[str, str, str], ...]:
    """The exports that were read with a koppeling: key, sheet and source, to be changed."""
    return tuple((_sleutel(v), v.koppeling.doel, v.koppeling.bron) for v in beoordeling.gekoppeld)


def bevestig(
    omgeving: Omgeving, wie: Wie, beoordeling: Beoordeling, sleutel: str, keuze: Koppelkeuze
) -> int:
    """Record what a person chose for one export. Raises as `leg_vast`."""
    voorstel = _voorstel(beoordeling, sleutel)
    waarden = {veld: dict(paren) for veld, paren in voorstel.koppeling.waarden.items()}
    if keuze.pseudo:
        waarden["opdracht"] = {**waarden.get("opdracht", {}), **keuze.pseudo}
    velden = PER_BLAD[keuze.doel].per_veld
    kolommen = {veld: normaal(kop) for veld, kop in keuze.kolommen.items() if kop}
    koppeling = Koppeling(
        kenmerk=voorstel.koppeling.kenmerk,
        bron=voorstel.koppeling.bron,
        doel=keuze.doel,
        kolommen=kolommen,
        vast={v: t.strip() for v, t in keuze.vast.items() if t.strip() and v not in kolommen},
        waarden={veld: paren for veld, paren in waarden.items() if veld in velden},
        decimaalpunt=keuze.decimaalpunt,
    )
    return leg_vast(omgeving, wie, koppeling)


def _sleutel(voorstel: Koppelvoorstel) -> str:
    return f"{voorstel.bestand}/{voorstel.blad}"


def _voorstel(beoordeling: Beoordeling, sleutel: str) -> Koppelvoorstel:
    for voorstel in (*beoordeling.voorstellen, *beoordeling.gekoppeld):
        if _sleutel(voorstel) == sleutel:
            return voorstel
    raise InvoerError("Deze export is er niet meer.", hint="Kies het bestand opnieuw.")


def koppelbeeld(
    omgeving: Omgeving, wie: Wie, beoordeling: Beoordeling, sleutel: str, doel: str
) -> Koppelbeeld:
    """What the form of one export shows when it is read as the sheet `doel`."""
    voorstel = _voorstel(beoordeling, sleutel)
    koppeling = voorstel.koppeling
    zelfde = doel == koppeling.doel
    blad = PER_BLAD[doel]
    geschreven = {normaal(kop): kop for kop in voorstel.koppen}
    koppen = [
        f"{geschreven.get(kop, kop)} = {blad.per_veld[veld].kolom}"
        for veld, kop in koppeling.kolommen.items()
        if zelfde
    ]
    kolommen = tuple(
        _kolom(omgeving, wie, kolom, voorstel, geschreven)
        for kolom in blad.kolommen
        if kolom.opgeslagen
    )
    titel = f"Blad '{voorstel.blad}' lijkt op een export van {koppeling.bron}."
    if voorstel.bekend and not voorstel.pseudo:
        titel = f"Zo lezen wij de export van {koppeling.bron}."
    elif voorstel.bekend:
        titel = f"In de export van {koppeling.bron} staat iets nieuws dat geen opdracht lijkt."
    return Koppelbeeld(
        sleutel=sleutel,
        titel=titel,
        uitleg=f"Wij lezen: {', '.join(koppen)}." if koppen else "",
        niet_gelezen="Wie het werk deed en hoe laat, lezen en bewaren wij niet: "
        f"{', '.join(voorstel.persoon)}."
        if voorstel.persoon
        else "",
        doel=doel,
        koppen=tuple(Keuze(sleutel=kop, naam=kop) for kop in voorstel.koppen),
        kolommen=tuple(sorted(kolommen, key=lambda kolom: not kolom.verplicht)),
        pseudo=tuple(
            Keuze(
                sleutel=p.waarde,
                naam=f"{p.waarde or '(leeg)'} · "
                f"{notatie.aantal(p.rijen, 'rij', 'rijen')}{f' · {p.soort}' if p.soort else ''}",
            )
            for p in voorstel.pseudo
        ),
        pseudo_keuzes=_pseudo_keuzes(omgeving, voorstel),
        decimaalpunt=koppeling.decimaalpunt,
        bekend=voorstel.bekend,
    )


def _pseudo_keuzes(omgeving: Omgeving, voorstel: Koppelvoorstel) -> Mapping[str, tuple[Keuze, ...]]:
    if not voorstel.pseudo:
        return {}
    opdrachten = tuple(
        Keuze(sleutel=k.sleutel, naam=f"Telt mee bij {k.naam}")
        for k in codes_van(omgeving, "Opdrachten")
    )
    niet = Keuze(sleutel="", naam="Telt niet mee")
    return {
        p.waarde: (
            niet,
            *((Keuze(sleutel=p.waarde, naam=f"Is opdracht {p.waarde}"),) if p.waarde else ()),
            *opdrachten,
        )
        for p in voorstel.pseudo
    }


def _kolom(
    omgeving: Omgeving,
    wie: Wie,
    kolom: Kolom,
    voorstel: Koppelvoorstel,
    geschreven: Mapping[str, str],
) -> Koppelkolom:
    koppeling = voorstel.koppeling
    zelfde = kolom in PER_BLAD[koppeling.doel].kolommen
    kop = geschreven.get(koppeling.kolommen.get(kolom.veld, ""), "") if zelfde else ""
    if not zelfde:
        namen = {normaal(naam) for naam in (kolom.kolom, *kolom.synoniemen)}
        kop = next((geschreven[naam] for naam in geschreven if naam in namen), "")
    keuzes: tuple[Keuze, ...] = tuple(Keuze(sleutel=w, naam=w) for w in kolom.toegestaan)
    if kolom.verwijst_naar is not None and kolom.soort is Soort.CODE:
        keuzes = codes_van(omgeving, kolom.verwijst_naar)
    vast = koppeling.vast.get(kolom.veld, "") if zelfde else ""
    eigen = {team for toekenning in wie.toekenningen for team in toekenning.teams}
    if kolom.veld == "team" and not kop and not vast and len(eigen) == 1:
        vast = str(min(eigen))
    return Koppelkolom(
        veld=kolom.veld,
        naam=kolom.kolom,
        verplicht=kolom.verplicht,
        kop=kop,
        vast=vast,
        keuzes=keuzes,
    )


def codes_van(omgeving: Omgeving, bladnaam: str) -> tuple[Keuze, ...]:
    """The codes of a sheet with their names, in order of the code."""
    codekolom = PER_BLAD[bladnaam].codekolom
    if codekolom is None:
        return ()
    namen: dict[str, str] = {}
    for rij in lees_blad(omgeving.opslag, bladnaam):
        namen.setdefault(str(rij[codekolom.veld]), str(rij.get("naam") or ""))
    return tuple(Keuze(sleutel=c, naam=f"{c} {n}".strip()) for c, n in sorted(namen.items()))
