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
from sturing.intake.exportbron import DOELEN, Koppelvoorstel, gebreken_van_koppeling
from sturing.intake.schema import PER_BLAD, Kolom, Soort, normaal
from sturing.services.beelden import Keuze
from sturing.services.leverrechten import eis_leveren
from sturing.services.omgeving import Omgeving
from sturing.store import koppelingen
from sturing.store.rijen import lees_blad

LATER = "later"
"""A choice that was not made yet."""


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
class Koppelbeeld:
    """One export that waits for a choice, ready to show."""

    sleutel: str
    titel: str
    uitleg: str
    niet_gelezen: str
    doel: str
    doelen: tuple[str, ...]
    koppen: tuple[Keuze, ...]
    kolommen: tuple[Koppelkolom, ...]
    pseudo: tuple[Keuze, ...]
    """Values that are no opdracht (`naam` says how many rows), each needs a choice."""
    opdrachten: tuple[Keuze, ...]
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


def maak_koppeling(
    voorstel: Koppelvoorstel,
    *,
    doel: str,
    kolommen: Mapping[str, str],
    vast: Mapping[str, str],
    pseudo: Mapping[str, str],
    decimaalpunt: bool,
) -> Koppeling:
    """The koppeling that a person chose: `kolommen` are fields with a heading as written, `pseudo`
    values with the opdracht they belong to (the empty text: they do not count)."""
    waarden = {veld: dict(paren) for veld, paren in voorstel.koppeling.waarden.items()}
    gekozen = {waarde: code for waarde, code in pseudo.items() if code != LATER}
    if gekozen:
        waarden["opdracht"] = {**waarden.get("opdracht", {}), **gekozen}
    velden = PER_BLAD[doel].per_veld
    return Koppeling(
        kenmerk=voorstel.koppeling.kenmerk,
        bron=voorstel.koppeling.bron,
        doel=doel,
        kolommen={veld: normaal(kop) for veld, kop in kolommen.items() if kop},
        vast={veld: tekst.strip() for veld, tekst in vast.items() if tekst.strip()},
        waarden={veld: paren for veld, paren in waarden.items() if veld in velden},
        decimaalpunt=decimaalpunt,
    )


def maak_koppelbeeld(omgeving: Omgeving, voorstel: Koppelvoorstel, doel: str) -> Koppelbeeld:
    """What the form shows when the sheet is read as `doel`."""
    koppeling = voorstel.koppeling
    zelfde = doel == koppeling.doel
    blad = PER_BLAD[doel]
    geschreven = {normaal(kop): kop for kop in voorstel.koppen}
    gelezen = [
        f"{geschreven.get(kop, kop)} = {blad.per_veld[veld].kolom}"
        for veld, kop in koppeling.kolommen.items()
        if zelfde
    ]
    kolommen = tuple(
        _kolom(omgeving, kolom, voorstel, geschreven, zelfde=zelfde)
        for kolom in blad.kolommen
        if kolom.opgeslagen
    )
    begin = f"Blad '{voorstel.blad}' lijkt op een export van {koppeling.bron}."
    if voorstel.bekend:
        begin = f"In de export van {koppeling.bron} staat iets nieuws dat geen opdracht lijkt."
    return Koppelbeeld(
        sleutel=f"{voorstel.bestand}/{voorstel.blad}",
        titel=begin,
        uitleg=f"Wij lezen: {', '.join(gelezen)}." if gelezen else "",
        niet_gelezen=f"Wij lezen niet wie het werk deed: {', '.join(voorstel.persoon)}."
        if voorstel.persoon
        else "",
        doel=doel,
        doelen=DOELEN,
        koppen=tuple(Keuze(sleutel=kop, naam=kop) for kop in voorstel.koppen),
        kolommen=tuple(sorted(kolommen, key=lambda kolom: not kolom.verplicht)),
        pseudo=tuple(
            Keuze(
                sleutel=p.waarde,
                naam=f"{p.waarde or '(leeg)'} · {p.rijen} {'rij' if p.rijen == 1 else 'rijen'}",
            )
            for p in voorstel.pseudo
        ),
        opdrachten=_codes(omgeving, "Opdrachten"),
        decimaalpunt=koppeling.decimaalpunt,
        bekend=voorstel.bekend,
    )


def _kolom(
    omgeving: Omgeving,
    kolom: Kolom,
    voorstel: Koppelvoorstel,
    geschreven: Mapping[str, str],
    *,
    zelfde: bool,
) -> Koppelkolom:
    koppeling = voorstel.koppeling
    kop = geschreven.get(koppeling.kolommen.get(kolom.veld, ""), "") if zelfde else ""
    if not zelfde:
        namen = {normaal(naam) for naam in (kolom.kolom, *kolom.synoniemen)}
        kop = next((geschreven[naam] for naam in geschreven if naam in namen), "")
    keuzes: tuple[Keuze, ...] = tuple(Keuze(sleutel=w, naam=w) for w in kolom.toegestaan)
    if kolom.verwijst_naar is not None and kolom.soort is Soort.CODE:
        keuzes = _codes(omgeving, kolom.verwijst_naar)
    return Koppelkolom(
        veld=kolom.veld,
        naam=kolom.kolom,
        verplicht=kolom.verplicht,
        kop=kop,
        vast=koppeling.vast.get(kolom.veld, "") if zelfde else "",
        keuzes=keuzes,
    )


def _codes(omgeving: Omgeving, bladnaam: str) -> tuple[Keuze, ...]:
    """The codes of a sheet with their names, in order of the code."""
    codekolom = PER_BLAD[bladnaam].codekolom
    if codekolom is None:
        return ()
    namen: dict[str, str] = {}
    for rij in lees_blad(omgeving.opslag, bladnaam):
        namen.setdefault(str(rij[codekolom.veld]), str(rij.get("naam") or ""))
    return tuple(Keuze(sleutel=c, naam=f"{c} {n}".strip()) for c, n in sorted(namen.items()))
