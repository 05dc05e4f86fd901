"""The first sentence of a report, and what its file is called: words, the numbers are given."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from sturing.domain.keuzes import Haalbaarheid
from sturing.rapport.model import Soort
from sturing.services import notatie
from sturing.services.rapportbron import Bron, Werkrij, aantal_met


def standzin(bron: Bron, van_wie: str, rijen: Sequence[Werkrij], *, oorzaak: bool = True) -> str:
    """`Van de 23 opdrachten van X zijn er 3 niet haalbaar en 5 onder druk, vooral door Y.`;
    the team is not named without `oorzaak`."""
    if not rijen:
        return f"Geen opdracht {van_wie} vraagt uren of geld in {bron.jaar}."
    niet = aantal_met(rijen, Haalbaarheid.NIET_HAALBAAR)
    druk = aantal_met(rijen, Haalbaarheid.ONDER_DRUK)
    if not niet and not druk:
        if len(rijen) == 1:
            return f"De enige opdracht {van_wie} is haalbaar."
        wie = "Beide" if len(rijen) == 2 else f"Alle {notatie.getal(len(rijen))}"
        return f"{wie} opdrachten {van_wie} zijn haalbaar."
    delen = [
        f"{notatie.getal(n)} {woord}"
        for n, woord in ((niet, "niet haalbaar"), (druk, "onder druk"))
        if n
    ]
    einde = door(bron, rijen) if oorzaak else ""
    if len(rijen) == 1:
        return f"De enige opdracht {van_wie} is {delen[0].partition(' ')[2]}{einde}."
    werkwoord = "is" if niet + druk == 1 else "zijn"
    aantal = notatie.getal(len(rijen))
    return f"Van de {aantal} opdrachten {van_wie} {werkwoord} er {notatie.opsomming(delen)}{einde}."


def door(bron: Bron, rijen: Sequence[Werkrij]) -> str:
    """`, vooral door A en B`: the two teams that bind most of what is short; ties to the code."""
    krap = (Haalbaarheid.NIET_HAALBAAR, Haalbaarheid.ONDER_DRUK)
    teams = Counter(
        rij.regel.bindend_team
        for rij in rijen
        if rij.regel.status in krap and rij.regel.bindend_team
    )
    beste = sorted(teams, key=lambda team: (-teams[team], team))[:2]
    if not beste:
        return ""
    namen = [bron.basis.namen.team(team) for team in beste]
    return f", {'vooral ' if sum(teams.values()) > 1 else ''}door {notatie.opsomming(namen)}"


def bestandsnaam(soort: Soort | str, naam: str) -> str:
    """`opdrachtgever-strategisch-manager-ruimtelijk`: small letters, digits and dashes only."""
    plat = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return "-".join(filter(None, (str(soort), re.sub(r"[^a-z0-9]+", "-", plat).strip("-")[:60])))
