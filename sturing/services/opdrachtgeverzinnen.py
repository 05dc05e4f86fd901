"""The sentences of the screen Opdrachtgever: on top, and under its table.

Must never calculate: the rows and their sums are those of the engine.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.samenspel import Stand
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel, dekking
from sturing.services import notatie
from sturing.services.gespreksbeeld import Gespreksbeeld
from sturing.services.omgeving import Basis


def titel(
    basis: Basis,
    wie_is_het: str,
    persoon: PersoonCode,
    eigen: Sequence[Opdracht],
    regels: Sequence[Opdrachtregel],
    signalen: Sequence[Gespreksbeeld],
    aan: Sequence[Gespreksbeeld],
) -> str:
    """What this person answers for, how it stands, and what waits for an answer."""
    delen = []
    if regels:
        niet = sum(r.status is Haalbaarheid.NIET_HAALBAAR for r in regels)
        druk = sum(r.status is Haalbaarheid.ONDER_DRUK for r in regels)
        if niet:
            delen.append(f"{notatie.getal(niet)} {_is(niet)} niet haalbaar")
        elif druk:
            delen.append(f"{notatie.getal(druk)} {_is(druk)} onder druk")
        else:
            delen.append("alles is haalbaar")
    zin = "; ".join([f"{wie_is_het} {_waarvan(basis, persoon, eigen, regels)}", *delen])
    return " ".join(f"{deel}." for deel in (zin, *_wacht(signalen, aan)))


def _waarvan(
    basis: Basis,
    persoon: PersoonCode,
    eigen: Sequence[Opdracht],
    regels: Sequence[Opdrachtregel],
) -> str:
    """Counts what asks something, as the report and Afspraken do; when nothing asks, all of it."""
    vragend = {r.opdracht for r in regels}
    telt = [o for o in eigen if not vragend or o.opdracht in vragend]
    gever = sum(o.opdrachtgever == persoon for o in telt)
    gedelegeerd = len(telt) - gever
    if not eigen:
        return f"van geen enkele opdracht opdrachtgever in {basis.uitkomst.horizon.van.jaar}"
    delen = []
    if gever:
        delen.append(f"opdrachtgever van {notatie.aantal(gever, 'opdracht', 'opdrachten')}")
    if gedelegeerd:
        aantal = notatie.aantal(gedelegeerd, "opdracht", "opdrachten")
        delen.append(
            f"gedelegeerd opdrachtgever van {notatie.getal(gedelegeerd) if gever else aantal}"
        )
    rust = "" if vragend else f" {_die_niets_vraagt(len(telt))}"
    return f"{notatie.opsomming(delen)}{rust}"


def _die_niets_vraagt(n: int) -> str:
    return "die nu niets vraagt" if n == 1 else "die nu niets vragen"


def _wacht(signalen: Sequence[Gespreksbeeld], aan: Sequence[Gespreksbeeld]) -> list[str]:
    """`2 signalen en 1 vraag wachten op antwoord`; empty when nothing waits."""
    open_signalen = sum(g.stand is Stand.OPEN for g in signalen)
    vragen = sum(g.stand is Stand.OPEN for g in aan)
    wat = []
    if open_signalen:
        wat.append(notatie.aantal(open_signalen, "signaal", "signalen"))
    if vragen:
        wat.append(notatie.aantal(vragen, "vraag", "vragen"))
    if not wat:
        return []
    return [f"{notatie.opsomming(wat)} {_wacht_woord(open_signalen + vragen)} op antwoord"]


def _wacht_woord(n: int) -> str:
    return "wacht" if n == 1 else "wachten"


def _is(n: int) -> str:
    return "is" if n == 1 else "zijn"


def samen(regels: Sequence[Opdrachtregel], aantal: int) -> str:
    """The sums under the table of `aantal` opdrachten in words, and how many of these ask nothing
    now; empty without rows."""
    if not regels:
        return ""
    gevraagd = sum(r.gevraagd_honderdste for r in regels)
    toegekend = sum(r.toegekend_honderdste for r in regels)
    geld = sum(r.gevraagd_cent for r in regels)
    krijgt = sum(r.toegekend_cent for r in regels)
    zin = (
        f"Samen {notatie.uren_met_eenheid(toegekend)} toegekend van de {notatie.uren(gevraagd)} "
        f"gevraagd ({notatie.dekking(dekking(gevraagd, toegekend))})"
    )
    euro = f" en {notatie.euro_mln(krijgt)} van {notatie.euro_mln(geld)}" if geld else ""
    rust = aantal - len(regels)
    niets = f" Nog {_vraagt_niets(rust)} niet mee." if rust else ""
    return f"{zin}{euro}.{niets}"


def _vraagt_niets(n: int) -> str:
    if n == 1:
        return "1 opdracht vraagt nu niets en telt"
    return f"{notatie.getal(n)} opdrachten vragen nu niets en tellen"
