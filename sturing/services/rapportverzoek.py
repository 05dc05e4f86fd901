"""A report asked for in words, as the command does: a kind, a key, and the ending of a file name.

Owns which words there are and what is said of the others. Must never make anything by itself.
"""

from __future__ import annotations

from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rapport.model import Soort, Vorm
from sturing.services.blik import Kijk
from sturing.services.omgeving import Omgeving
from sturing.services.rapportbundel import maak_bundel
from sturing.services.rapporten import BRIEF, Bestand, maak_brief, maak_rapport

BUNDEL = "bundel"
SOORTEN = (*Soort, BRIEF, BUNDEL)


def maak_gevraagd(
    omgeving: Omgeving,
    wie: Wie,
    soort: str,
    sleutel: str,
    uitgang: str,
    kijk: Kijk | None = None,
) -> Bestand:
    """The file. `uitgang` is the ending of its name, with the dot. Raises InvoerError for a word
    that is not there, and the errors of who makes it."""
    if soort not in SOORTEN:
        raise InvoerError(
            f"Rapportage '{soort}' bestaat niet.", hint=f"Kies uit: {', '.join(SOORTEN)}."
        )
    if soort == BUNDEL:
        if sleutel:
            raise InvoerError("Een bundel is van alles samen.", hint=f"Laat '{sleutel}' weg.")
        _vorm(uitgang, (".zip",))
        return maak_bundel(omgeving, wie, kijk)
    if not sleutel and soort != Soort.DIRECTIE:
        raise InvoerError(
            f"Van wie of wat is de rapportage '{soort}'?", hint="Geef na het soort ook de code."
        )
    if soort == BRIEF:
        vorm = Vorm(_vorm(uitgang, (".docx", ".pdf")))
        return maak_brief(omgeving, wie, sleutel, vorm, kijk)
    vorm = Vorm(_vorm(uitgang, tuple(f".{v.value}" for v in Vorm)))
    return maak_rapport(omgeving, wie, Soort(soort), sleutel, vorm, kijk)


def _vorm(uitgang: str, mag: tuple[str, ...]) -> str:
    """The ending without its dot; InvoerError for one that does not belong here."""
    if uitgang not in mag:
        raise InvoerError(
            f"'{uitgang}' is geen bestand dat hier kan."
            if uitgang
            else "De naam van het bestand heeft geen uitgang.",
            hint=f"Laat de naam eindigen op {' of '.join(mag)}.",
        )
    return uitgang.removeprefix(".")
