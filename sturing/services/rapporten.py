"""Reports and letters as files: the door for the page Rapportage and the command.

Owns that a report is asked for with the right to export, made, and then put in the log: who took
which figures out, with their kenmerk, never the contents. A file that could not be made leaves no
line; one whose line could not be written is not handed out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rapport.model import Rapport, Soort, Vorm
from sturing.rapport.schrijven import BRIEFVORMEN, MIME, schrijf, schrijf_brief
from sturing.services.blik import Kijk
from sturing.services.brief import brief_van
from sturing.services.omgeving import Omgeving
from sturing.services.rapportbron import Bron, bron_van
from sturing.services.rapportdirectie import rapport_directie
from sturing.services.rapportpersonen import rapport_opdrachtgever, rapport_portefeuillehouder
from sturing.services.rapportplek import rapport_gebied, rapport_team
from sturing.services.rapportrecht import eis_rapport
from sturing.store import logboek

ACTIE = "rapportage maken"
BRIEF = "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file to hand out."""

    naam: str
    mime: str
    inhoud: bytes = field(repr=False)


_MAAK: dict[Soort, Callable[[Bron, str], Rapport]] = {
    Soort.DIRECTIE: lambda bron, _: rapport_directie(bron),
    Soort.PORTEFEUILLEHOUDER: rapport_portefeuillehouder,
    Soort.OPDRACHTGEVER: rapport_opdrachtgever,
    Soort.GEBIED: rapport_gebied,
    Soort.TEAM: rapport_team,
}


def rapport_uit(bron: Bron, soort: Soort, sleutel: str = "") -> Rapport:
    """One report. Raises RechtError, and InvoerError when there is no such report."""
    eis_rapport(bron, soort, sleutel)
    return _MAAK[soort](bron, sleutel)


def maak_rapport(
    omgeving: Omgeving,
    wie: Wie,
    soort: Soort,
    sleutel: str,
    vorm: Vorm,
    kijk: Kijk | None = None,
) -> Bestand:
    """One report as a file, with its line in the log. Errors as `rapport_uit`."""
    bron = bron_van(omgeving, wie, kijk)
    rapport = rapport_uit(bron, soort, sleutel)
    inhoud = schrijf(rapport, vorm)
    schrijf_log(bron, f"rapportage {soort.value} {sleutel}".rstrip(), vorm.value)
    return Bestand(naam=f"{rapport.naam}.{vorm.value}", mime=MIME[vorm], inhoud=inhoud)


def maak_brief(
    omgeving: Omgeving, wie: Wie, opdracht: str, vorm: Vorm, kijk: Kijk | None = None
) -> Bestand:
    """The letter about one opdracht that falls short. Raises RechtError, and InvoerError for an
    opdracht that is not there or gets everything, and for a kind of file that is no letter."""
    if vorm not in BRIEFVORMEN:
        raise InvoerError("Een brief is geen werkboek.", hint="Kies Word (.docx) of PDF (.pdf).")
    bron = bron_van(omgeving, wie, kijk)
    brief = brief_van(bron, opdracht)
    inhoud = schrijf_brief(brief, vorm)
    schrijf_log(bron, f"{BRIEF} {opdracht}", vorm.value)
    return Bestand(naam=f"{brief.naam}.{vorm.value}", mime=MIME[vorm], inhoud=inhoud)


def schrijf_log(bron: Bron, wat: str, vorm: str) -> None:
    """One line: what was made, as which kind of file, with the kenmerk of the figures."""
    logboek.schrijf(
        bron.omgeving.opslag,
        wie=bron.wie,
        tijdstip=datetime.now(UTC),
        actie=ACTIE,
        object_naam=wat,
        nieuw=f"{vorm}, kenmerk {bron.herkomst.kenmerk}",
    )
