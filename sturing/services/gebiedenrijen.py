"""The rows and the small pictures of the screen Gebieden. Owns their order and rounding only.

Areas stand in one fixed order: the kernen with what lies under each, the regio, and the whole
municipality last; every hour is in one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from sturing.analyses.gebied import Gebiedregel
from sturing.analyses.gebiedsmaand import compute_gebiedsmaand
from sturing.domain.codes import GebiedCode
from sturing.domain.keuzes import GebiedSoort
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Dimensie, Paar
from sturing.services import notatie
from sturing.services.blik import Blik
from sturing.services.gebiedenbeeld import Gebiedrij, Gebiedspaneel, Paneelmaand
from sturing.services.gebiedsregels import binnen

ZONDER = "Zonder gebied"
TOTAAL = "Hele gemeente"
_GEEN = Paar(gevraagd_honderdste=0, toegekend_honderdste=0)
_LAATST: dict[GebiedSoort | None, int] = {GebiedSoort.REGIO: 1, GebiedSoort.GEMEENTEBREED: 2}


def gebiedrijen(
    blik: Blik, regels: Sequence[Gebiedregel], eigen: Collection[GebiedCode]
) -> tuple[Gebiedrij, ...]:
    """Every area, and what belongs to none when there is such work."""
    volgorde = _volgorde(regels)
    gevraagd, toegekend = notatie.rond_paren(
        [r.gevraagd_honderdste for r in volgorde], [r.toegekend_honderdste for r in volgorde]
    )
    nu = {r.sleutel: r for r in blik.voor.effecten.per[Dimensie.GEBIED]}
    verschil = notatie.rond_op_totaal(
        [
            r.toegekend_honderdste - (nu[r.gebied].toegekend_honderdste if r.gebied in nu else 0)
            for r in volgorde
        ]
    )
    rijen = []
    for regel, vraagt, krijgt, anders in zip(volgorde, gevraagd, toegekend, verschil, strict=True):
        onderliggend = regel.soort is not GebiedSoort.GEMEENTEBREED and (
            regel.totaal_gevraagd_honderdste != regel.gevraagd_honderdste
        )
        per_1000 = regel.toegekend_uren_per_1000_inwoners
        rijen.append(
            Gebiedrij(
                gebied=regel.gebied,
                naam=regel.naam or regel.gebied or ZONDER,
                niveau=regel.niveau,
                opdrachten=_aantal(regel),
                gevraagd_uren=vraagt,
                toegekend_uren=krijgt,
                dekking_pct=notatie.dekking_heel(regel.dekking_ratio),
                haalbaar=regel.haalbaar,
                onder_druk=regel.onder_druk,
                niet_haalbaar=regel.niet_haalbaar,
                met_onderliggend_uren=notatie.uren_heel(regel.totaal_toegekend_honderdste)
                if onderliggend
                else None,
                per_1000=None
                if per_1000 is None or regel.soort is GebiedSoort.GEMEENTEBREED
                else notatie.uren_heel(round(per_1000 * 100)),
                verschil_uren=anders,
                van_mij=regel.gebied in eigen,
            )
        )
    return tuple(rijen)


def _aantal(regel: Gebiedregel) -> int:
    return regel.haalbaar + regel.onder_druk + regel.niet_haalbaar + regel.zonder_vraag


def _volgorde(regels: Sequence[Gebiedregel]) -> list[Gebiedregel]:
    """The tree with the regio and the whole municipality at the end of it."""
    kern: dict[GebiedCode | None, tuple[int, int]] = {}
    plek = (0, 0)
    for nummer, regel in enumerate(regels):
        if regel.niveau <= 1:
            plek = (3 if regel.gebied is None else _LAATST.get(regel.soort, 0), nummer)
        kern[regel.gebied] = plek
    gevuld = [r for r in regels if r.gebied is not None or _aantal(r)]
    nummers = {id(r): nummer for nummer, r in enumerate(regels)}
    return sorted(gevuld, key=lambda r: (*kern[r.gebied], nummers[id(r)]))


def totaalrij(blik: Blik) -> Gebiedrij:
    """The organisation: what the rows add up to; every opdracht counts once."""
    geheel, nu = blik.uitkomst.effecten.organisatie, blik.voor.effecten.organisatie
    hele = [g for g in blik.basis.plan.gebieden if g.soort is GebiedSoort.GEMEENTEBREED]
    inwoners = hele[0].inwoners if hele else None
    return Gebiedrij(
        gebied=None,
        naam=TOTAAL,
        niveau=0,
        opdrachten=geheel.aantallen.totaal,
        gevraagd_uren=notatie.uren_heel(geheel.gevraagd_honderdste),
        toegekend_uren=notatie.uren_heel(geheel.toegekend_honderdste),
        dekking_pct=notatie.dekking_heel(geheel.dekking),
        haalbaar=geheel.aantallen.haalbaar,
        onder_druk=geheel.aantallen.onder_druk,
        niet_haalbaar=geheel.aantallen.niet_haalbaar,
        met_onderliggend_uren=notatie.uren_heel(geheel.toegekend_honderdste),
        per_1000=None
        if not inwoners
        else notatie.uren_heel(round(Fraction(geheel.toegekend_honderdste * 1000, inwoners))),
        verschil_uren=notatie.uren_heel(geheel.toegekend_honderdste - nu.toegekend_honderdste),
        van_mij=False,
    )


def panelen(blik: Blik, rijen: Sequence[Gebiedrij]) -> tuple[Gebiedspaneel, ...]:
    """One per area at the top of the tree, with all below it, that asks any hours; the whole
    municipality without the others, so that every hour stands in one of them."""
    gebieden = blik.basis.plan.gebieden
    per: dict[tuple[GebiedCode | None, Maand], Paar] = {
        (r.gebied, r.maand): Paar(
            gevraagd_honderdste=r.gevraagd_honderdste, toegekend_honderdste=r.toegekend_honderdste
        )
        for r in compute_gebiedsmaand(blik.uitkomst)
    }
    uit = []
    for rij in rijen:
        if rij.gebied is None or rij.niveau > 1:
            continue
        code = GebiedCode(rij.gebied)
        maanden = [
            _som([per.get((g, maand), _GEEN) for g in binnen(gebieden, code)])
            for maand in blik.uitkomst.horizon.maanden
        ]
        geheel = _som(maanden)
        if geheel.gevraagd_honderdste:
            uit.append(
                Gebiedspaneel(
                    gebied=rij.gebied,
                    naam=rij.naam,
                    bijschrift=f"{notatie.dekking(geheel.dekking)} van "
                    f"{notatie.uren_met_eenheid(geheel.gevraagd_honderdste)}",
                    maanden=tuple(
                        _maand(rij.naam, m, p)
                        for m, p in zip(blik.uitkomst.horizon.maanden, maanden, strict=True)
                    ),
                )
            )
    return tuple(uit)


def _som(paren: Sequence[Paar]) -> Paar:
    return Paar(
        gevraagd_honderdste=sum(p.gevraagd_honderdste for p in paren),
        toegekend_honderdste=sum(p.toegekend_honderdste for p in paren),
    )


def _maand(naam: str, maand: Maand, paar: Paar) -> Paneelmaand:
    dekking = paar.dekking
    deel = 0.0 if dekking is None else float(dekking * 100)
    tekst = f"{naam}, {notatie.maand_kort(maand)}: "
    if dekking is None:
        tekst += "niets gevraagd"
    else:
        tekst += (
            f"{notatie.dekking(dekking)}, {notatie.uren(paar.toegekend_honderdste)} van "
            f"{notatie.uren_met_eenheid(paar.gevraagd_honderdste)}"
        )
    return Paneelmaand(
        label=notatie.maand_kort(maand),
        toegekend_pct=deel,
        tekort_pct=0.0 if dekking is None else 100 - deel,
        gevraagd_uren=notatie.uren_heel(paar.gevraagd_honderdste),
        toegekend_uren=notatie.uren_heel(paar.toegekend_honderdste),
        toelichting=tekst,
    )


def panelen_zin(panelen: Sequence[Gebiedspaneel]) -> str:
    """`Per gebied en maand, toegekend van wat is gevraagd: Bilthoven 88% van 32.557 uur; ...`."""
    delen = "; ".join(f"{p.naam} {p.bijschrift}" for p in panelen)
    return f"Per gebied en maand, toegekend van wat is gevraagd: {delen}."
