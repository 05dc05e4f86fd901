"""Does every opdracht have one ambtelijk opdrachtgever, with a role that fits the soort werk?

The reading of the table "Principe afspraken": which role fits stands in `rollen.csv`. Only
opdrachten that claim are tested. Of a person with several roles the one that fits best counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_opdracht
from sturing.analyses.afspraken.regels import ROLLEN, Roloordeel
from sturing.analyses.afspraken.stof import Toetsstof, rolnaam
from sturing.domain.afspraak import Afspraak, Afspraakobject, Objectsoort
from sturing.domain.bevinding import Ernst
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Rol, SoortWerk
from sturing.domain.werk import Opdracht

Controle = Callable[[Toetsstof, Afspraak], Iterator[Toetsing]]
_BESTE_EERST = tuple(Roloordeel)
PROBEER = "Probeer in uw concept bij Prioriteiten de wijziging ‘{knop}’. "
_ANDERE = PROBEER.format(knop="Opdrachtgever")
_WERKWOORD = {
    SoortWerk.STRATEGISCHE_AGENDA: "strategisch werk",
    SoortWerk.PROGRAMMABEGROTING: "werk uit de programmabegroting",
    SoortWerk.GEBIEDSAGENDA: "werk op de gebiedsagenda",
    SoortWerk.REGULIER: "regulier werk",
    SoortWerk.ONDERSTEUNEND: "ondersteunend werk",
    SoortWerk.AFSTEMMING_BESTUUR: "afstemming met het bestuur",
}


def roloordeel(stof: Toetsstof, opdracht: Opdracht) -> Roloordeel | None:
    """How the role of the opdrachtgever fits the soort werk; None without a role that holds."""
    rollen = stof.rollen.get(opdracht.opdrachtgever, frozenset()) if opdracht.opdrachtgever else ()
    oordelen = [ROLLEN[opdracht.soort_werk, rol] for rol in rollen]
    return min(oordelen, key=_BESTE_EERST.index, default=None)


def een_opdrachtgever(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every opdracht names an opdrachtgever who has a role on the day that is looked at."""
    for opdracht in stof.lopend:
        gever, zin = opdracht.opdrachtgever, ""
        if gever is None:
            zin = "Er is geen ambtelijk opdrachtgever."
        elif not stof.rollen.get(gever):
            zin = f"{stof.naam(gever)} is opdrachtgever, maar heeft nu geen rol in het plan."
        if not zin:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=zin,
            herstel=_ANDERE + "Kies wie deze opdracht gaat sturen.",
            knop="Wijs opdrachtgever aan",
            proef="opdrachtgever",
            weg=Weg.PRIORITEITEN,
            aan_zet=stof.eindverantwoordelijke(opdracht),
            feiten=_feiten(opdracht),
        )
        yield bij_opdracht(opdracht, punt)


def rol_past(soort: SoortWerk) -> Controle:
    """The check that the role of the opdrachtgever fits this soort werk at all."""
    goed = {Roloordeel.PAST, Roloordeel.MET_REDEN, Roloordeel.GEDELEGEERD}

    def controle(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
        for opdracht, gever, oordeel in _met_rol(stof, soort):
            if oordeel in goed:
                yield bij_opdracht(opdracht, None)
                continue
            punt = Punt(
                zin=f"{stof.naam(gever)} ({stof.rolwoord(gever)}) is opdrachtgever van "
                f"{_WERKWOORD[soort]}. Die rol past daar niet bij.",
                herstel=_ANDERE + f"Wie mag: {_wie_mag(soort)}.",
                knop="Kies een ander",
                proef="opdrachtgever",
                weg=Weg.PRIORITEITEN,
                aan_zet=stof.eindverantwoordelijke(opdracht),
                feiten=_feiten(opdracht),
            )
            yield bij_opdracht(opdracht, punt)

    return controle


def met_reden(soorten: frozenset[SoortWerk], rol: Rol) -> Controle:
    """The check that asks a reason when work of these kinds lies with `rol`."""

    def controle(stof: Toetsstof, afspraak: Afspraak) -> Iterator[Toetsing]:
        mag = " Dat mag, met een reden." if afspraak.ernst is Ernst.LET_OP else ""
        for soort in SoortWerk:
            for opdracht, gever, oordeel in _met_rol(stof, soort) if soort in soorten else ():
                if oordeel is not Roloordeel.MET_REDEN or rol not in stof.rollen[gever]:
                    yield bij_opdracht(opdracht, None)
                    continue
                punt = Punt(
                    zin=f"{stof.naam(gever)} is opdrachtgever van {_WERKWOORD[soort]}.{mag}",
                    herstel=f"Kies een ander. {_ANDERE}Zonder reden mag: {_wie_mag(soort)}.",
                    knop="Kies een ander",
                    proef="opdrachtgever",
                    weg=Weg.PRIORITEITEN,
                    aan_zet=stof.eindverantwoordelijke(opdracht),
                    feiten=_feiten(opdracht),
                )
                yield bij_opdracht(opdracht, punt)

    return controle


def span(stof: Toetsstof, afspraak: Afspraak) -> Iterator[Toetsing]:
    """No opdrachtgever has more opdrachten than the threshold; delegated ones count as well."""
    per: dict[PersoonCode, list[Opdracht]] = {}
    for opdracht in stof.lopend:
        if opdracht.opdrachtgever:
            per.setdefault(opdracht.opdrachtgever, []).append(opdracht)
    for gever, eigen in sorted(per.items()):
        aantal = len(eigen)
        punt = Punt(
            zin=f"{stof.naam(gever)} is opdrachtgever van {aantal} opdrachten, "
            f"{aantal - (afspraak.drempel or 0)} meer dan afgesproken.",
            herstel=f"Draag opdrachten over aan een ander. {_ANDERE}",
            knop="Draag opdrachten over",
            proef="opdrachtgever",
            weg=Weg.PRIORITEITEN,
            aan_zet=gever,
            feiten=(gever, str(aantal)),
        )
        yield Toetsing(
            object=Afspraakobject(soort=Objectsoort.PERSOON, persoon=gever),
            naam=stof.naam(gever),
            punt=punt if aantal > (afspraak.drempel or 0) else None,
            rust_op=tuple(o.opdracht for o in eigen),
            van=frozenset({gever}),
        )


def _met_rol(
    stof: Toetsstof, soort: SoortWerk
) -> Iterator[tuple[Opdracht, PersoonCode, Roloordeel]]:
    """The opdrachten of this kind whose opdrachtgever has a role; the others fail elsewhere."""
    for opdracht in stof.lopend:
        if opdracht.soort_werk is not soort or opdracht.opdrachtgever is None:
            continue
        oordeel = roloordeel(stof, opdracht)
        if oordeel is not None:
            yield opdracht, opdracht.opdrachtgever, oordeel


def _wie_mag(soort: SoortWerk) -> str:
    """The roles that fit without a reason, in words."""
    mag = [
        rolnaam(rol)
        for rol in Rol
        if ROLLEN[soort, rol] in (Roloordeel.PAST, Roloordeel.GEDELEGEERD)
    ]
    return mag[0] if len(mag) == 1 else f"{', '.join(mag[:-1])} of {mag[-1]}"


def _feiten(opdracht: Opdracht) -> tuple[str, ...]:
    return (opdracht.soort_werk.value, opdracht.opdrachtgever or "")
