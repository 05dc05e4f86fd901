"""What the pictures of Overzicht say, in one sentence each, for who hears them.

Must never calculate: the numbers are those of the pictures.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.services import notatie
from sturing.services.beelden import Effectrij, Maandbeeld, Warmterij
from sturing.services.overzichtbeeld import Beeldzinnen


def beeldzinnen(
    maanden: Sequence[Maandbeeld], warmte: Sequence[Warmterij], verschillen: Sequence[Effectrij]
) -> Beeldzinnen:
    """The sentence of each picture; empty for one that is not drawn."""
    return Beeldzinnen(
        maanden=_maanden(maanden), warmte=_warmte(warmte), verschillen=_verschillen(verschillen)
    )


def kleinzin(teams: int, minimum: int) -> str:
    """Which teams are left out of the heat map, and why; empty for none."""
    if not teams:
        return ""
    staat = notatie.aantal(teams, "team staat", "teams staan")
    return f"{staat} er niet bij: de uren rusten op minder dan {minimum} personen."


def _maanden(maanden: Sequence[Maandbeeld]) -> str:
    """What the picture of the months says, for who hears it."""
    if not maanden:
        return "Er zijn geen maanden om te laten zien."
    krap = max(maanden, key=lambda m: m.tekort_honderdste)
    boven = sum(m.gevraagd_honderdste > m.aanbod_honderdste for m in maanden)
    maandwoord = notatie.aantal(len(maanden), "maand", "maanden")
    return (
        f"In {boven} van de {maandwoord} wordt meer gevraagd dan er is. Het grootste tekort is in "
        f"{notatie.maand_lang(krap.maand)}: {notatie.uren_met_eenheid(krap.tekort_honderdste)}."
    )


def _warmte(rijen: Sequence[Warmterij]) -> str:
    """What the heat map says, for who hears it."""
    krap = [r for r in rijen if r.tekort_uren]
    if not krap:
        return "Geen enkel team komt uren tekort."
    eerste = max(krap, key=lambda r: r.tekort_uren)
    telwoord = "komt" if len(krap) == 1 else "komen"
    return (
        f"{notatie.aantal(len(krap), 'team', 'teams')} {telwoord} uren tekort, {eerste.naam} het "
        f"meest: {notatie.getal(eerste.tekort_uren)} uur."
    )


def _verschillen(rijen: Sequence[Effectrij]) -> str:
    """What the dumbbells say, for who hears them."""
    meer = sum(r.verschil_uren > 0 for r in rijen)
    if not rijen:
        return ""
    wie = notatie.aantal(meer, "opdrachtgever krijgt", "opdrachtgevers krijgen")
    return f"{wie} meer uren dan in het plan van nu, {notatie.getal(len(rijen) - meer)} minder."
