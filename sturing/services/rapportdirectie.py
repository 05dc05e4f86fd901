"""The report for the directie: the whole organisation, with what is not haalbaar by name.

Owns which parts stand in it; the sentence, the figures and the months are those of Overzicht. For
who may export figures of groups only (bestuur) no opdracht and no team stands in it. Hours
hundredths.
"""

from __future__ import annotations

from sturing.analyses.maand import compute_maand
from sturing.analyses.wettelijk import compute_wettelijk
from sturing.domain.keuzes import Haalbaarheid
from sturing.engine.effecten import Dimensie
from sturing.errors import InvoerError
from sturing.rapport.model import (
    Cel,
    Cijfer,
    Deel,
    Grafiek,
    Kolom,
    Kolomsoort,
    Rapport,
    Rij,
    Soort,
    Tabel,
)
from sturing.services import notatie
from sturing.services.effectrijen import hele_paren
from sturing.services.overzichtkop import kerncijfers, titel
from sturing.services.rapportbron import Bron, Werkrij, grafiek_van
from sturing.services.rapportrecht import alleen_groepen
from sturing.services.rapporttabel import knelpunten, tabellen, urencellen
from sturing.services.rapportverschil import verschildelen
from sturing.services.rapportzinnen import standzin
from sturing.services.regels import cellen_met_tekort, verdeelregels


def rapport_directie(bron: Bron) -> Rapport:
    """Of the whole organisation. Raises InvoerError while there are no opdrachten or teams."""
    uitkomst = bron.basis.uitkomst
    if not bron.basis.plan.opdrachten or not bron.basis.plan.teams:
        raise InvoerError(
            f"Er is nog geen plan voor {bron.jaar} om over te rapporteren.",
            hint="Lees eerst teams en opdrachten in.",
        )
    groepen = alleen_groepen(bron)
    rijen = bron.hele_rijen(bron.regels)
    delen: list[Deel] = [_maanden(bron), _per_portefeuillehouder(bron)]
    bijlagen: tuple[Tabel, ...] = ()
    if not groepen:
        krap_cellen = tuple(verdeelregels(uitkomst, cellen_met_tekort(uitkomst)))
        krap = [r for r in rijen if _is_krap(r)]
        alle = _alle(bron, rijen)
        if krap:
            delen.append(
                tabellen(
                    bron,
                    f"Opdrachten die niet haalbaar of onder druk zijn, {bron.jaar}",
                    krap,
                    blad="Niet haalbaar of onder druk",
                    uitleg=f"Alle opdrachten staan in het Excelbestand, op het blad ‘{alle.blad}’.",
                    gever=True,
                )[0]
            )
        delen += [
            knelpunten(bron, krap_cellen, rijen),
            *verschildelen(bron.vergelijking, bron.mag_mee),
        ]
        bijlagen = (alle,)
    return Rapport(
        naam=Soort.DIRECTIE.value,
        titel="Directie: de hele organisatie",
        zin=standzin(bron, "van de organisatie", rijen, oorzaak=False) if groepen else _zin(bron),
        herkomst=bron.herkomst,
        cijfers=tuple(
            Cijfer(
                naam=c.naam,
                waarde=c.waarde,
                bijschrift=f"{c.bijschrift}; {c.verschil}" if c.verschil else c.bijschrift,
            )
            for c in kerncijfers(bron.blik)
        ),
        delen=tuple(delen),
        bijlagen=bijlagen,
    )


def _zin(bron: Bron) -> str:
    """The sentence of Overzicht, of the whole organisation."""
    effecten = bron.basis.uitkomst.effecten
    return titel(
        bron.basis,
        effecten.organisatie,
        effecten,
        compute_wettelijk(bron.basis.uitkomst),
        [r for r in effecten.opdrachten if r.status is Haalbaarheid.NIET_HAALBAAR],
    )


def _is_krap(rij: Werkrij) -> bool:
    return rij.regel.status in (Haalbaarheid.NIET_HAALBAAR, Haalbaarheid.ONDER_DRUK)


def _alle(bron: Bron, rijen: tuple[Werkrij, ...]) -> Tabel:
    pagina, heel = tabellen(bron, "Alle opdrachten", rijen, blad="Opdrachten", gever=True)
    return heel[0] if heel else pagina


def _maanden(bron: Bron) -> Grafiek:
    regels = compute_maand(bron.basis.uitkomst)
    return grafiek_van(
        bron,
        {r.maand: r.gevraagd_honderdste for r in regels},
        {r.maand: r.toegekend_honderdste for r in regels},
        {r.maand: r.aanbod_honderdste for r in regels},
    )


def _per_portefeuillehouder(bron: Bron) -> Tabel:
    regels = bron.basis.uitkomst.effecten.per[Dimensie.PORTEFEUILLEHOUDER]
    heel = hele_paren([(r.sleutel, r.gevraagd_honderdste, r.toegekend_honderdste) for r in regels])
    rijen = []
    for r in regels:
        telling = (r.aantallen.totaal, r.aantallen.onder_druk, r.aantallen.niet_haalbaar)
        naam = bron.basis.namen.sleutel(Dimensie.PORTEFEUILLEHOUDER, r.sleutel)
        uren = urencellen(r.gevraagd_honderdste, r.toegekend_honderdste, heel[r.sleutel])
        rijen.append(_rij(naam, uren, telling))
    som = bron.basis.uitkomst.effecten.organisatie
    totaal = (som.aantallen.totaal, som.aantallen.onder_druk, som.aantallen.niet_haalbaar)
    heel_som = (sum(a for a, _ in heel.values()), sum(b for _, b in heel.values()))
    uren = urencellen(som.gevraagd_honderdste, som.toegekend_honderdste, heel_som)
    aantal = Kolomsoort.AANTAL
    return Tabel(
        kop=f"Per portefeuillehouder, {bron.jaar}",
        blad="Per portefeuillehouder",
        uitleg="Een opdracht telt bij de portefeuillehouder die het eerst is genoemd.",
        kolommen=(
            Kolom(kop="Portefeuillehouder", breedte=9),
            Kolom(kop="Opdrachten", soort=aantal, breedte=3),
            Kolom(kop="Onder druk", soort=aantal, breedte=3),
            Kolom(kop="Niet haalbaar", soort=aantal, breedte=3),
            Kolom(kop="Gevraagd", eenheid="uur", soort=Kolomsoort.UREN, breedte=3),
            Kolom(kop="Toegekend", eenheid="uur", soort=Kolomsoort.UREN, breedte=3),
            Kolom(kop="Dekking", soort=Kolomsoort.DEKKING, breedte=3),
        ),
        rijen=(*rijen, _rij("Samen", uren, totaal, totaal=True)),
    )


def _rij(
    naam: str, uren: tuple[Cel, ...], telling: tuple[int, ...], *, totaal: bool = False
) -> Rij:
    aantallen = [Cel(tekst=notatie.getal(n), getal=n) for n in telling]
    return Rij(cellen=(Cel(tekst=naam), *aantallen, *uren), totaal=totaal)
