"""One item of a gebiedsagenda as a reader may see it, ready to draw.

Owns what is hidden: of an opdracht that the reader may not see only the words of the agenda remain.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sturing.analyses.gebiedsagenda import Agendaregel
from sturing.domain.codes import OpdrachtCode, PersoonCode
from sturing.engine.effecten import Opdrachtregel
from sturing.services import notatie
from sturing.services.bordbeeld import KNELPUNT_VANAF_HONDERDSTE
from sturing.services.gebiedenbeeld import Onderwerp
from sturing.services.namen import Namen

GEEN_OPDRACHT = "Nog geen opdracht"
NIET_AFGESPROKEN = "Nog niet afgesproken"
GEEN_VRAAG = "vraagt hier geen uren"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezer:
    """For whom an item is written: the names and opdrachten that may be seen, the place of each
    opdracht, and whether the screen of every opdrachtgever may be opened."""

    plekken: Mapping[OpdrachtCode, Opdrachtregel]
    namen: Namen
    zichtbaar: Collection[OpdrachtCode]
    mag_personen: bool
    eigen_persoon: PersoonCode | None


def onderwerp(lezer: Lezer, regel: Agendaregel) -> Onderwerp:
    """The item in words; hours are those of its area."""
    ziet = regel.opdracht is None or regel.opdracht in lezer.zichtbaar
    plek = lezer.plekken.get(regel.opdracht) if regel.opdracht else None
    heeft_uren = ziet and regel.gevraagd_honderdste
    knelt = ziet and plek and plek.bindend_tekort_honderdste >= KNELPUNT_VANAF_HONDERDSTE
    gever = regel.opdrachtgever if ziet else None
    open_persoon = lezer.mag_personen or (gever is not None and gever == lezer.eigen_persoon)
    return Onderwerp(
        sleutel="|".join((regel.gebied, regel.opdracht or "", regel.vraagstuk or "")),
        gebied=regel.gebied,
        gebied_naam=regel.gebied_naam,
        vraagstuk=regel.vraagstuk or "",
        soort=regel.soort.value if regel.soort else notatie.ONBEKEND,
        initiatief=regel.initiatief.value if regel.initiatief else notatie.ONBEKEND,
        gemeente=regel.bijdrage_gemeente or NIET_AFGESPROKEN,
        partners=regel.bijdrage_partners or NIET_AFGESPROKEN,
        overstijgend=regel.overstijgend,
        opdracht=lezer.namen.opdracht(regel.opdracht) if regel.opdracht else GEEN_OPDRACHT,
        zichtbaar=ziet,
        status=regel.stand if ziet else None,
        stand=_stand(regel) if ziet else notatie.ONBEKEND,
        plaats=notatie.getal(plek.plaats) if ziet and plek else notatie.ONBEKEND,
        opdrachtgever=lezer.namen.persoon_kort(gever) if gever else notatie.ONBEKEND,
        gedelegeerd=lezer.namen.persoon_kort(regel.gedelegeerd_aan)
        if ziet and regel.gedelegeerd_aan
        else "",
        gevraagd=notatie.uren(regel.gevraagd_honderdste) if heeft_uren else notatie.ONBEKEND,
        toegekend=notatie.uren(regel.toegekend_honderdste) if heeft_uren else notatie.ONBEKEND,
        dekking=notatie.dekking(regel.dekking_ratio) if ziet else notatie.ONBEKEND,
        knelpunt=lezer.namen.team(plek.bindend_team) if knelt and plek else "",
        mist=_mist(regel) if ziet else (),
        waarom=regel.opdracht if ziet and plek and regel.opdracht else "",
        persoon=gever if gever and open_persoon else "",
    )


def _stand(regel: Agendaregel) -> str:
    """The status of the opdracht in words; one that asks nothing has that of the plan."""
    if regel.opdracht is None:
        return GEEN_OPDRACHT.casefold()
    if regel.stand is not None:
        return regel.stand.value
    return regel.status.value if regel.status and not regel.status.vraagt else GEEN_VRAAG


def _mist(regel: Agendaregel) -> tuple[str, ...]:
    delen = (
        ("opdracht", regel.zonder_opdracht),
        ("opdrachtgever", regel.zonder_opdrachtgever),
        ("uren", regel.zonder_vraag),
    )
    mist = tuple(wat for wat, ontbreekt in delen if ontbreekt)
    return (*mist, "toegekende uren") if regel.krijgt_niets else mist
