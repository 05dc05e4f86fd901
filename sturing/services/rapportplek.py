"""The report of one team and of one area: the part of each opdracht that is asked there.

Owns the sentence on top and which parts stand in it. Of an area everything below it counts along;
each area by itself stands in a table of its own. Hours are hundredths.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.team import compute_team
from sturing.analyses.wettelijk import compute_wettelijk
from sturing.domain.codes import GebiedCode, TeamCode
from sturing.domain.tijd import Maand
from sturing.engine.effecten import Dimensie, Effectregel
from sturing.rapport.model import (
    Cel,
    Cijfer,
    Deel,
    Kolom,
    Kolomsoort,
    Rapport,
    Rij,
    Soort,
    Tabel,
    Zinnen,
)
from sturing.services import notatie
from sturing.services.effectrijen import hele_paren
from sturing.services.gebiedsregels import binnen, gebiedsregels
from sturing.services.rapportbron import Bron, Werkrij, maandgrafiek
from sturing.services.rapporttabel import cijfers, knelpunten, tabellen, urencellen
from sturing.services.rapportverschil import verschildelen
from sturing.services.rapportzinnen import bestandsnaam, standzin
from sturing.services.regels import aanbodregels, cellen_van_team, verdeelregels


def rapport_team(bron: Bron, team: str) -> Rapport:
    """What is asked of this team, by opdracht, and what it can give."""
    uitkomst, namen = bron.basis.uitkomst, bron.basis.namen
    code = TeamCode(team)
    cellen = tuple(verdeelregels(uitkomst, cellen_van_team(uitkomst, code)))
    rijen = bron.deelrijen(cellen)
    naam = namen.team(code)
    effect = bron.effect(Dimensie.TEAM, team)
    aanbod: dict[Maand, int] = {m: uren for t, m, uren in aanbodregels(uitkomst) if t == code}
    delen: list[Deel] = [maandgrafiek(bron, cellen, aanbod)]
    bijlagen: tuple[Tabel, ...] = ()
    if rijen:
        tabel, bijlagen = tabellen(
            bron,
            f"Opdrachten die {naam} vragen, {bron.jaar}",
            rijen,
            uitleg="De uren zijn van dit team; status en knelpunt zijn van de hele opdracht.",
            gever=True,
        )
        delen += [tabel, knelpunten(bron, cellen, rijen)]
    delen += verschildelen(bron.vergelijking, {r.regel.opdracht for r in rijen} & bron.mag_mee)
    fte = next((r.fte_gemiddeld for r in compute_team(uitkomst) if r.team == code), None)
    beschikbaar = effect.aanbod_honderdste or 0 if effect else 0
    opdrachten, *uren = cijfers(rijen, *_uren(effect))
    return Rapport(
        naam=bestandsnaam(Soort.TEAM, naam.removeprefix("Team ")),
        titel=f"Team {naam.removeprefix('Team ')}",
        zin=_teamzin(bron, code, effect, rijen),
        herkomst=bron.herkomst,
        cijfers=(
            Cijfer(
                naam="Beschikbaar",
                waarde=notatie.uren_met_eenheid(beschikbaar),
                bijschrift=f"{notatie.fte(fte)} fte, gemiddeld",
            ),
            *uren,
            opdrachten,
        ),
        delen=tuple(delen),
        bijlagen=bijlagen,
    )


def _teamzin(
    bron: Bron, team: TeamCode, effect: Effectregel | None, rijen: Sequence[Werkrij]
) -> str:
    """Legal work that does not fit comes first (rekenmodel section 4)."""
    naam = bron.basis.namen.team(team)
    delen = []
    wettelijk = next((r for r in compute_wettelijk(bron.basis.uitkomst) if r.team == team), None)
    if wettelijk and wettelijk.te_veel_honderdste:
        uren = notatie.uren_met_eenheid(wettelijk.te_veel_honderdste)
        delen.append(f"Wettelijk werk vraagt bij {naam} {uren} meer dan er is.")
    aanbod = effect.aanbod_honderdste or 0 if effect else 0
    gevraagd, _ = _uren(effect)
    if not gevraagd:
        return " ".join([*delen, f"Van {naam} worden in {bron.jaar} geen uren gevraagd."])
    if not aanbod:
        delen.append(f"{naam} heeft in {bron.jaar} geen uren beschikbaar.")
    else:
        verschil = Fraction(gevraagd - aanbod, aanbod)
        hoeveel = (
            "evenveel gevraagd als"
            if not notatie.pct_heel(abs(verschil))
            else f"{notatie.pct(abs(verschil))} {'meer' if verschil > 0 else 'minder'} gevraagd dan"
        )
        delen.append(f"Van {naam} wordt {hoeveel} er is.")
    krap = sum(r.gevraagd > r.toegekend for r in rijen)
    if not krap:
        delen.append("Alle opdrachten krijgen hier alles wat zij vragen.")
    elif len(rijen) == 1:
        delen.append("De enige opdracht krijgt hier niet alles.")
    else:
        werkwoord = "krijgt" if krap == 1 else "krijgen"
        aantal = f"{notatie.getal(krap)} van de {notatie.getal(len(rijen))} opdrachten"
        delen.append(f"{aantal} {werkwoord} hier niet alles.")
    return " ".join(delen)


def rapport_gebied(bron: Bron, gebied: str) -> Rapport:
    """What is done for this area and everything below it."""
    plan, namen = bron.basis.plan, bron.basis.namen
    gebieden = binnen(plan.gebieden, GebiedCode(gebied))
    cellen = gebiedsregels(bron.basis.uitkomst, gebieden)
    rijen = bron.deelrijen(cellen)
    naam = namen.gebieden[gebied].naam
    effect = bron.effect(Dimensie.GEBIED, gebied)
    samen = effect.met_onderliggend if effect and len(gebieden) > 1 else None
    gevraagd = samen.gevraagd_honderdste if samen else _uren(effect)[0]
    toegekend = samen.toegekend_honderdste if samen else _uren(effect)[1]
    delen: list[Deel] = []
    bijlagen: tuple[Tabel, ...] = ()
    if rijen:
        tabel, bijlagen = tabellen(
            bron,
            f"Opdrachten voor {naam}, {bron.jaar}",
            rijen,
            uitleg="De uren zijn het deel voor dit gebied; status en knelpunt zijn van de hele "
            "opdracht.",
            gever=True,
        )
        delen += [maandgrafiek(bron, cellen), tabel]
        if len(gebieden) > 1:
            delen.append(_per_gebied(bron, gebieden))
        delen.append(knelpunten(bron, cellen, rijen))
    delen += [
        _agenda(bron, gebieden),
        *verschildelen(bron.vergelijking, {r.regel.opdracht for r in rijen} & bron.mag_mee),
    ]
    return Rapport(
        naam=bestandsnaam(Soort.GEBIED, naam),
        titel=f"Gebied {naam}",
        zin=standzin(bron, f"voor {naam}", rijen),
        herkomst=bron.herkomst,
        cijfers=cijfers(rijen, gevraagd, toegekend),
        delen=tuple(delen),
        bijlagen=bijlagen,
    )


def _per_gebied(bron: Bron, gebieden: Sequence[str]) -> Tabel:
    """Each area by itself, without the areas below it, so that the rows add up."""
    per = bron.basis.uitkomst.effecten.per[Dimensie.GEBIED]
    regels = [r for r in per if r.sleutel in gebieden]
    heel = hele_paren([(r.sleutel, r.gevraagd_honderdste, r.toegekend_honderdste) for r in regels])
    rijen = [
        Rij(
            cellen=(
                Cel(tekst=bron.basis.namen.sleutel(Dimensie.GEBIED, r.sleutel)),
                *urencellen(r.gevraagd_honderdste, r.toegekend_honderdste, heel[r.sleutel]),
            )
        )
        for r in regels
    ]
    som = (sum(a for a, _ in heel.values()), sum(b for _, b in heel.values()))
    totaal = urencellen(
        sum(r.gevraagd_honderdste for r in regels),
        sum(r.toegekend_honderdste for r in regels),
        som,
    )
    return Tabel(
        kop=f"Per gebied, {bron.jaar}",
        blad="Per gebied",
        uitleg="Elk gebied zonder de gebieden die eronder vallen.",
        kolommen=(
            Kolom(kop="Gebied", breedte=8),
            Kolom(kop="Gevraagd", eenheid="uur", soort=Kolomsoort.UREN),
            Kolom(kop="Toegekend", eenheid="uur", soort=Kolomsoort.UREN),
            Kolom(kop="Dekking", soort=Kolomsoort.DEKKING),
        ),
        rijen=(*rijen, Rij(cellen=(Cel(tekst="Samen"), *totaal), totaal=True)),
    )


def _agenda(bron: Bron, gebieden: Sequence[str]) -> Zinnen:
    punten = [p for p in bron.basis.plan.gebiedsagenda if p.gebied in gebieden]
    if not punten:
        return Zinnen(kop="Gebiedsagenda", zinnen=("De gebiedsagenda heeft hier geen punten.",))
    aantal = notatie.aantal(len(punten), "punt", "punten")
    zin = f"De gebiedsagenda telt {aantal}"
    zonder = sum(p.opdracht is None for p in punten)
    if not zonder:
        return Zinnen(kop="Gebiedsagenda", zinnen=(f"{zin}; elk punt hangt aan een opdracht.",))
    werkwoord = "hangt" if zonder == 1 else "hangen"
    return Zinnen(
        kop="Gebiedsagenda",
        zinnen=(f"{zin}; {notatie.getal(zonder)} {werkwoord} nog niet aan een opdracht.",),
    )


def _uren(effect: Effectregel | None) -> tuple[int, int]:
    return (effect.gevraagd_honderdste, effect.toegekend_honderdste) if effect else (0, 0)
