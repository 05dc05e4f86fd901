"""The table of opdrachten of a report, and what is short and why, from the rows of the result.

Owns which opdrachten are named when there are more than fit on two pages: what is not haalbaar
first. What may not be named is one row, so that every column adds up. Hours hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.tijd import Maand
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Effectregel, dekking
from sturing.rapport.model import Cel, Cijfer, Kolom, Kolomsoort, Rij, Tabel, Zinnen
from sturing.services import notatie
from sturing.services.bordbeeld import KNELPUNT_VANAF_HONDERDSTE
from sturing.services.effectrijen import hele_paren
from sturing.services.rapportbron import Bron, Cellen, Werkrij, aantal_met
from sturing.services.waaromzinnen import maanden_tekst

MEESTE = 26
"""So many opdrachten stand in a table of a page; a workbook has all of them."""
MEESTE_TEAMS = 4
_ERNST = (Haalbaarheid.NIET_HAALBAAR, Haalbaarheid.ONDER_DRUK, Haalbaarheid.HAALBAAR, None)
_LEEG = Cel(tekst="")


def tabellen(
    bron: Bron,
    kop: str,
    rijen: Sequence[Werkrij],
    *,
    blad: str = "Opdrachten",
    uitleg: str = "",
    gever: bool = False,
) -> tuple[Tabel, tuple[Tabel, ...]]:
    """The table for a page, and the whole one as an appendix when that page has not all.

    `gever` adds who is opdrachtgever.
    """
    mag = [rij for rij in rijen if rij.regel.opdracht in bron.mag_mee]
    op_ernst = sorted(mag, key=lambda r: (_ERNST.index(r.regel.status), r.regel.plaats))
    gekozen = {r.regel.opdracht for r in op_ernst[:MEESTE]}
    wettelijk = any(_opdracht(bron, r).wettelijk for r in mag)
    zin = " ".join(filter(None, (uitleg, "§ is een wettelijke taak." if wettelijk else "")))
    bladzijde = _tabel(bron, (kop, blad), zin, rijen, gekozen, gever=gever)
    if len(mag) <= MEESTE:
        return bladzijde, ()
    alle = {r.regel.opdracht for r in mag}
    return bladzijde, (_tabel(bron, (kop, f"{blad}, alle"), zin, rijen, alle, gever=gever),)


def _opdracht(bron: Bron, rij: Werkrij) -> Opdracht:
    return bron.opdrachten[rij.regel.opdracht]


def _tabel(
    bron: Bron,
    koppen: tuple[str, str],
    uitleg: str,
    rijen: Sequence[Werkrij],
    gekozen: set[OpdrachtCode],
    *,
    gever: bool,
) -> Tabel:
    heel = hele_paren([(r.regel.opdracht, r.gevraagd, r.toegekend) for r in rijen])
    eigen = [r for r in rijen if r.regel.opdracht in gekozen]
    anders = [r for r in rijen if r.regel.opdracht not in gekozen]
    rest = [r for r in anders if r.regel.opdracht in bron.mag_mee]
    buiten = [r for r in anders if r.regel.opdracht not in bron.mag_mee]
    uit = [_rij(bron, r, heel[r.regel.opdracht], gever=gever) for r in eigen]
    if rest:
        naam = f"nog {notatie.aantal(len(rest), 'opdracht', 'opdrachten')}, {_alle_zijn(rest)}"
        uit.append(_samen(naam, rest, heel, gever=gever))
    if buiten:
        naam = f"{notatie.aantal(len(buiten), 'opdracht', 'opdrachten')} buiten uw werk"
        uit.append(_samen(naam, buiten, heel, gever=gever))
    if len(rijen) > 1:
        uit.append(_samen("Samen", rijen, heel, gever=gever, totaal=True))
    return Tabel(
        kop=koppen[0],
        blad=koppen[1],
        uitleg=uitleg,
        kolommen=(
            Kolom(kop="Plaats", soort=Kolomsoort.AANTAL, breedte=2),
            Kolom(kop="Opdracht", breedte=9),
            *((Kolom(kop="Opdrachtgever", breedte=7),) if gever else ()),
            Kolom(kop="Gevraagd", eenheid="uur", soort=Kolomsoort.UREN, breedte=3),
            Kolom(kop="Toegekend", eenheid="uur", soort=Kolomsoort.UREN, breedte=3),
            Kolom(kop="Dekking", soort=Kolomsoort.DEKKING, breedte=3),
            Kolom(kop="Status", soort=Kolomsoort.STATUS, breedte=4),
            Kolom(kop="Knelpunt", breedte=6),
        ),
        rijen=tuple(uit),
    )


def _rij(bron: Bron, rij: Werkrij, uren: tuple[int, int], *, gever: bool) -> Rij:
    regel, opdracht, namen = rij.regel, _opdracht(bron, rij), bron.basis.namen
    teken = f"§{notatie.VAST}" if opdracht.wettelijk else ""
    naam = f"{teken}{opdracht.kort}"
    if regel.budget_tekort:
        naam += f" (€{notatie.VAST}tekort)"
    knelt = regel.bindend_tekort_honderdste >= KNELPUNT_VANAF_HONDERDSTE
    return Rij(
        cellen=(
            Cel(tekst=notatie.getal(regel.plaats), getal=regel.plaats),
            Cel(tekst=naam),
            *((Cel(tekst=namen.persoon_kort(opdracht.opdrachtgever)),) if gever else ()),
            *urencellen(rij.gevraagd, rij.toegekend, uren),
            Cel(tekst=regel.status.value if regel.status else notatie.ONBEKEND),
            Cel(tekst=namen.team(regel.bindend_team) if knelt else ""),
        )
    )


def _samen(
    naam: str,
    rijen: Sequence[Werkrij],
    heel: dict[str | None, tuple[int, int]],
    *,
    gever: bool,
    totaal: bool = False,
) -> Rij:
    paren = [heel[r.regel.opdracht] for r in rijen]
    uren = sum(a for a, _ in paren), sum(b for _, b in paren)
    return Rij(
        cellen=(
            _LEEG,
            Cel(tekst=naam),
            *((_LEEG,) if gever else ()),
            *urencellen(sum(r.gevraagd for r in rijen), sum(r.toegekend for r in rijen), uren),
            _LEEG,
            _LEEG,
        ),
        totaal=totaal,
    )


def urencellen(gevraagd: int, toegekend: int, heel: tuple[int, int]) -> tuple[Cel, Cel, Cel]:
    """Asked, granted and coverage; `heel` are the first two in whole hours, as shown."""
    pct = notatie.dekking_heel(dekking(gevraagd, toegekend))
    return (
        Cel(tekst=notatie.getal(heel[0]), getal=heel[0]),
        Cel(tekst=notatie.getal(heel[1]), getal=heel[1]),
        Cel(
            tekst=notatie.ONBEKEND if pct is None else f"{notatie.getal(pct)}%",
            getal=None if pct is None else pct / 100,
        ),
    )


def _alle_zijn(rijen: Sequence[Werkrij]) -> str:
    """`alle haalbaar`, or how many are what."""
    delen = statussen(rijen)
    if len(delen) == 1 and len(rijen) > 1:
        return f"alle {delen[0].partition(' ')[2]}"
    return notatie.opsomming(delen) if len(rijen) > 1 else delen[0].partition(" ")[2]


def statussen(rijen: Iterable[Werkrij]) -> list[str]:
    """`3 niet haalbaar`, `5 onder druk`, ...: what occurs, worst first."""
    lijst = list(rijen)
    paren = [
        (aantal_met(lijst, status), status.value if status else "zonder vraag") for status in _ERNST
    ]
    return [f"{notatie.getal(n)} {woord}" for n, woord in paren if n]


def cijfers(rijen: Sequence[Werkrij], gevraagd: int, toegekend: int) -> tuple[Cijfer, ...]:
    """Opdrachten, asked, granted and short; of the last the opdrachten that it is of."""
    tekort = gevraagd - toegekend
    krap = sum(r.gevraagd > r.toegekend for r in rijen)
    return (
        Cijfer(
            naam="Opdrachten",
            waarde=notatie.getal(len(rijen)),
            bijschrift=notatie.opsomming(statussen(rijen)) or "geen vraagt er uren",
        ),
        Cijfer(
            naam="Gevraagd", waarde=notatie.uren_met_eenheid(gevraagd), bijschrift="in deze periode"
        ),
        Cijfer(
            naam="Toegekend",
            waarde=notatie.uren_met_eenheid(toegekend),
            bijschrift=f"{notatie.dekking(dekking(gevraagd, toegekend))} van wat gevraagd is"
            if gevraagd
            else "er is niets gevraagd",
        ),
        Cijfer(
            naam="Tekort",
            waarde=notatie.uren_met_eenheid(tekort),
            bijschrift=f"bij {notatie.aantal(krap, 'opdracht', 'opdrachten')}"
            if krap
            else "alles is toegekend",
        ),
    )


def geldcijfer(effect: Effectregel | None) -> tuple[Cijfer, ...]:
    """Euros asked and granted; nothing when no euro is asked."""
    if effect is None or not effect.gevraagd_cent or effect.toegekend_cent is None:
        return ()
    return (
        Cijfer(
            naam="Geld gevraagd",
            waarde=notatie.euro_mln(effect.gevraagd_cent),
            bijschrift="alles is toegekend"
            if effect.toegekend_cent == effect.gevraagd_cent
            else f"toegekend {notatie.euro_mln(effect.toegekend_cent)}",
        ),
    )


def knelpunten(bron: Bron, cellen: Cellen, rijen: Sequence[Werkrij]) -> Zinnen:
    """Which teams are short of hours for this work, by how much, for how many and when; and which
    opdrachten are short of money."""
    zinnen = [*_teamzinnen(bron, cellen), *_geldzin(rijen)]
    return Zinnen(
        kop="Wat er tekortkomt en waarom",
        zinnen=tuple(zinnen) or ("Er komt niets tekort: alles wat gevraagd is, is toegekend.",),
        opsomming=len(zinnen) > 1,
    )


def _teamzinnen(bron: Bron, cellen: Cellen) -> list[str]:
    uren: dict[TeamCode, int] = defaultdict(int)
    maanden: dict[TeamCode, set[Maand]] = defaultdict(set)
    van: dict[TeamCode, set[str]] = defaultdict(set)
    for cel in cellen:
        tekort = cel.gevraagd_honderdste - cel.toegekend_honderdste
        if tekort:
            uren[cel.team] += tekort
            maanden[cel.team].add(cel.maand)
            van[cel.team].add(cel.opdracht)
    op_grootte = sorted(uren, key=lambda team: (-uren[team], team))
    groot = [t for t in op_grootte if uren[t] >= KNELPUNT_VANAF_HONDERDSTE] or op_grootte
    zinnen = [
        f"{bron.basis.namen.team(team)} komt {_uren(uren[team])} tekort voor "
        f"{notatie.aantal(len(van[team]), 'opdracht', 'opdrachten')}, in "
        f"{maanden_tekst(sorted(maanden[team]), bron.horizon)}."
        for team in groot[:MEESTE_TEAMS]
    ]
    rest = [t for t in op_grootte if t not in groot[:MEESTE_TEAMS]]
    if rest:
        wie = notatie.aantal(len(rest), "ander team", "andere teams")
        zinnen.append(f"Bij {wie} samen nog {_uren(sum(uren[t] for t in rest))}.")
    return zinnen


def _uren(honderdste: int) -> str:
    return "minder dan 1 uur" if honderdste < 50 else notatie.uren_met_eenheid(honderdste)


def _geldzin(rijen: Sequence[Werkrij]) -> list[str]:
    krap = [r.regel for r in rijen if r.regel.budget_tekort]
    if not krap:
        return []
    tekort = sum(r.gevraagd_cent - r.toegekend_cent for r in krap)
    wie = notatie.aantal(len(krap), "opdracht komt", "opdrachten komen")
    return [f"{wie} geld tekort, samen {notatie.euro(tekort)}."]
