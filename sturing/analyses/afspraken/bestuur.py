"""Does a portefeuillehouder know whom to turn to? "Het bestuurlijk ambtelijk samenspel."

The contact of an opdracht is its delegate, and without one its opdrachtgever. Only opdrachten that
claim are tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from sturing.analyses.afspraken.opdrachtgevers import PROBEER
from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_opdracht
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.domain.afspraak import Afspraak, Afspraakobject, Objectsoort
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import SoortWerk
from sturing.domain.werk import Opdracht

MET_BESTUUR = frozenset({SoortWerk.STRATEGISCHE_AGENDA, SoortWerk.PROGRAMMABEGROTING})
"""The rows of the table that name the bestuurlijk opdrachtgever."""


def bestuurlijk_opdrachtgever(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Strategic work and work of the begroting names at least one portefeuillehouder."""
    for opdracht in stof.lopend:
        if opdracht.soort_werk not in MET_BESTUUR:
            continue
        if opdracht.portefeuillehouders:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin="Er is geen portefeuillehouder, en dus geen bestuurlijk opdrachtgever.",
            herstel="Vul bij Gegevens op blad Opdrachten een portefeuillehouder in.",
            knop="Vul bestuurder in",
            weg=Weg.GEGEVENS,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.soort_werk.value,),
        )
        yield bij_opdracht(opdracht, punt)


def een_aanspreekpunt(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """A portefeuillehouder of an opdracht has exactly one person to turn to."""
    for opdracht in stof.lopend:
        if not opdracht.portefeuillehouders:
            continue
        gever, aan = opdracht.opdrachtgever, opdracht.gedelegeerd_aan
        delegatie = stof.delegaties.get(opdracht.opdracht)
        voorbij = bool(delegatie and delegatie.tot and delegatie.tot < stof.peildag)
        zin = ""
        if gever is None and aan is None:
            zin = "Er is geen opdrachtgever: de portefeuillehouder heeft geen aanspreekpunt."
        elif gever is None:
            zin = f"{stof.naam(aan)} is gedelegeerd, maar er is geen opdrachtgever."
        elif aan is not None and voorbij:
            zin = (
                f"De delegatie aan {stof.naam(aan)} is voorbij. Niet duidelijk is wie nu het "
                f"aanspreekpunt is: {stof.naam(aan)} of {stof.naam(gever)}."
            )
        elif (aan or gever) in opdracht.portefeuillehouders:
            zin = f"{stof.naam(aan or gever)} is ook de portefeuillehouder zelf."
        if not zin:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=zin,
            herstel=PROBEER.format(knop="Opdrachtgever")
            + "Kies één persoon als aanspreekpunt, of leg een nieuwe delegatie vast.",
            knop="Kies aanspreekpunt",
            proef="opdrachtgever",
            weg=Weg.PRIORITEITEN,
            aan_zet=stof.eindverantwoordelijke(opdracht),
            feiten=(gever or "", aan or ""),
        )
        yield bij_opdracht(opdracht, punt)


def weinig_aanspreekpunten(stof: Toetsstof, afspraak: Afspraak) -> Iterator[Toetsing]:
    """A portefeuillehouder has no more different contacts than the threshold."""
    per: dict[PersoonCode, dict[PersoonCode, list[Opdracht]]] = {}
    werk: dict[PersoonCode, list[Opdracht]] = {}
    for opdracht in stof.lopend:
        aanspreekpunt = opdracht.gedelegeerd_aan or opdracht.opdrachtgever
        for houder in opdracht.portefeuillehouders:
            werk.setdefault(houder, []).append(opdracht)
            if aanspreekpunt:
                per.setdefault(houder, {}).setdefault(aanspreekpunt, []).append(opdracht)
    grens = afspraak.drempel or 0
    for houder, opdrachten in sorted(werk.items()):
        aanspreekpunten = per.get(houder, {})
        punt = Punt(
            zin=f"{len(aanspreekpunten)} verschillende aanspreekpunten voor {len(opdrachten)} "
            f"opdrachten; afgesproken is ten hoogste {grens}.",
            herstel="Breng opdrachten van deze portefeuillehouder bij minder opdrachtgevers onder. "
            + PROBEER.format(knop="Opdrachtgever"),
            knop="Breng werk bijeen",
            proef="opdrachtgever",
            weg=Weg.PRIORITEITEN,
            aan_zet=stof.directie,
            feiten=(houder, *sorted(aanspreekpunten)),
        )
        yield Toetsing(
            object=Afspraakobject(soort=Objectsoort.PERSOON, persoon=houder),
            naam=stof.naam(houder),
            punt=punt if len(aanspreekpunten) > grens else None,
            rust_op=tuple(o.opdracht for o in opdrachten),
            van=frozenset({houder}),
        )
