"""All reports at once: one zip for the weekly meeting, with a list of contents in front.

Owns what is in it: every report that the acting user may make and that says something, in every
kind of file. The same plan gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sturing.domain.wie import Wie
from sturing.errors import RechtError
from sturing.rapport.model import Cel, Kolom, Kolomsoort, Rapport, Rij, Soort, Tabel, Vorm
from sturing.rapport.schrijven import schrijf
from sturing.services import notatie
from sturing.services.blik import Kijk
from sturing.services.omgeving import Omgeving
from sturing.services.rapportbron import Bron, bron_van
from sturing.services.rapporten import Bestand, rapport_uit, schrijf_log
from sturing.services.rapportrecht import keuzes

_TIJD = (1980, 1, 1, 0, 0, 0)
"""The moment of every file in the zip: the first that a zip knows."""
INHOUD = "00-inhoud"
_MAPPEN = {
    Soort.DIRECTIE: "1 directie",
    Soort.PORTEFEUILLEHOUDER: "2 portefeuillehouders",
    Soort.OPDRACHTGEVER: "3 opdrachtgevers",
    Soort.GEBIED: "4 gebieden",
    Soort.TEAM: "5 teams",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plek:
    """One report and where it is in the zip, without extension."""

    rapport: Rapport
    pad: str


def maak_bundel(
    omgeving: Omgeving,
    wie: Wie,
    kijk: Kijk | None = None,
    vormen: Sequence[Vorm] = tuple(Vorm),
) -> Bestand:
    """The zip, with one line in the log. Raises RechtError for who may make no report at all."""
    bron = bron_van(omgeving, wie, kijk)
    plekken = list(_plekken(bron))
    if not plekken:
        raise RechtError(
            "U mag geen rapportages maken.",
            "Daarvoor is een rol nodig die uren en bedragen mag meenemen.",
            "Vraag een beheerder om een rol.",
        )
    inhoud = _inhoud(bron, plekken)
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for plek in (_Plek(rapport=inhoud, pad=INHOUD), *plekken):
            for vorm in (Vorm.PDF,) if plek.pad == INHOUD else vormen:
                info = zipfile.ZipInfo(f"{plek.pad}.{vorm.value}", _TIJD)
                zip_.writestr(info, schrijf(plek.rapport, vorm), zipfile.ZIP_DEFLATED)
    schrijf_log(bron, "bundel", f"zip met {len(plekken)} rapportages")
    return Bestand(
        naam=f"rapportages-{bron.herkomst.dag.isoformat()}.zip",
        mime="application/zip",
        inhoud=uit.getvalue(),
    )


def _plekken(bron: Bron) -> Iterator[_Plek]:
    gebruikt: set[str] = set()
    for soort, lijst in keuzes(bron).items():
        for keuze in lijst:
            rapport = rapport_uit(bron, soort, keuze.sleutel)
            pad = uniek = f"{_MAPPEN[soort]}/{rapport.naam}"
            if uniek in gebruikt:
                uniek = f"{pad}-{keuze.sleutel.lower()}"
            gebruikt.add(uniek)
            yield _Plek(rapport=rapport, pad=uniek)


def _inhoud(bron: Bron, plekken: Sequence[_Plek]) -> Rapport:
    """The list of contents, as a report of its own: what each says first, and where it is."""
    aantal = notatie.aantal(len(plekken), "rapportage", "rapportages")
    eerste = plekken[0].rapport
    return Rapport(
        naam=INHOUD,
        titel="Rapportages voor het weekoverleg",
        zin=eerste.zin if eerste.naam == Soort.DIRECTIE.value else f"Dit zijn {aantal}.",
        herkomst=bron.herkomst,
        cijfers=(),
        delen=(
            Tabel(
                kop=f"Inhoud: {aantal}",
                blad="Inhoud",
                uitleg="Elke rapportage begint met deze zin.",
                kolommen=(
                    Kolom(kop="Rapportage", breedte=5),
                    Kolom(kop="Wat er staat", breedte=10, soort=Kolomsoort.TEKST),
                    Kolom(kop="Bestand", breedte=6),
                ),
                rijen=tuple(
                    Rij(
                        cellen=(
                            Cel(tekst=plek.rapport.titel),
                            Cel(tekst=plek.rapport.zin),
                            Cel(tekst=plek.pad),
                        )
                    )
                    for plek in plekken
                ),
            ),
        ),
    )
