"""Opdrachten over the months with their coverage, in the order of the plan: when is what done?

Must never calculate: the hours and the norms of the status are the engine's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sturing.analyses.opdrachtmaand import Opdrachtmaandregel, compute_opdrachtmaand
from sturing.domain.codes import OpdrachtCode
from sturing.domain.tijd import Maand
from sturing.engine.tellen import status_van
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.planbalkbeeld import Planbalk, Planmaand

_LEEG = Planmaand(dekking_pct=None, status=None, toelichting="")


def planbalken(blik: Blik, codes: Collection[OpdrachtCode]) -> tuple[Planbalk, ...]:
    """These opdrachten over every month of the period: first those that fall short in a month,
    by place, then the others by place. Who asks no hours has no row."""
    namen = blik.basis.namen
    per: dict[OpdrachtCode, dict[Maand, Opdrachtmaandregel]] = defaultdict(dict)
    for regel in compute_opdrachtmaand(blik.uitkomst):
        if regel.opdracht in codes:
            per[regel.opdracht][regel.maand] = regel
    maanden = blik.uitkomst.model.maanden
    balken = [
        Planbalk(
            opdracht=code,
            naam=namen.opdracht(code),
            maanden=tuple(
                _maand(namen.opdracht(code), regels[m]) if m in regels else _LEEG for m in maanden
            ),
            gevraagd_uren=notatie.uren_heel(sum(r.gevraagd_honderdste for r in regels.values())),
        )
        for code, regels in per.items()
    ]
    return tuple(sorted(balken, key=lambda balk: not balk.komt_tekort))


def planzin(balken: tuple[Planbalk, ...], labels: tuple[str, ...]) -> str:
    """What the bars say, for who hears them."""
    if not balken:
        return "Geen van deze opdrachten vraagt uren in deze periode."
    krap = [
        sum((balk.maanden[i].dekking_pct or 0) < 100 for balk in balken if balk.vraagt(i))
        for i in range(len(labels))
    ]
    meest = max(krap)
    wat = notatie.aantal(len(balken), "opdracht vraagt", "opdrachten vragen")
    if not meest:
        krijgt = "krijgt" if len(balken) == 1 else "krijgen"
        return f"{wat} uren in deze periode en {krijgt} elke maand alles."
    komt = notatie.aantal(meest, "opdracht komt", "opdrachten komen")
    maand = labels[krap.index(meest)]
    return f"{wat} uren in deze periode. De krapste maand is {maand}: {komt} tekort."


def _maand(naam: str, regel: Opdrachtmaandregel) -> Planmaand:
    gevraagd, toegekend = regel.gevraagd_honderdste, regel.toegekend_honderdste
    pct = notatie.dekking_heel(regel.dekking_ratio)
    tekst = (
        f"{naam}, {notatie.maand_lang(regel.maand)}: {notatie.uren(toegekend)} van "
        f"{notatie.uren_met_eenheid(gevraagd)} ({notatie.dekking(regel.dekking_ratio)})"
    )
    return Planmaand(dekking_pct=pct, status=status_van(gevraagd, toegekend), toelichting=tekst)
