"""The columns of an analysis as a person reads them: which field, under which Dutch head.

A head names its unit. Hours are stored as hundredths and euros as cents (`*_honderdste`, `*_cent`);
who shows them divides by a hundred, and the head says `uur` or `euro`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """`veld` is a field or property of the row type."""

    veld: str
    kop: str


def kolommen(**koppen: str) -> tuple[Kolom, ...]:
    """Columns in the order given, as field=head."""
    return tuple(Kolom(veld=veld, kop=kop) for veld, kop in koppen.items())


UREN = kolommen(
    gevraagd_honderdste="gevraagd (uur)",
    toegekend_honderdste="toegekend (uur)",
    tekort_honderdste="tekort (uur)",
    dekking_ratio="dekking (deel van 1)",
)
AANTALLEN = kolommen(
    haalbaar="haalbaar (opdrachten)",
    onder_druk="onder druk (opdrachten)",
    niet_haalbaar="niet haalbaar (opdrachten)",
    zonder_vraag="zonder gevraagde uren (opdrachten)",
)
GELD = kolommen(gevraagd_cent="gevraagd (euro)", toegekend_cent="toegekend (euro)")
AANBOD = kolommen(aanbod_honderdste="beschikbaar (uur)", vrij_honderdste="niet toegekend (uur)")
"""Column groups that several analyses share."""
