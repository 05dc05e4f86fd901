"""What a list of changes does, in words and whole numbers: for a proposal and for an old decision.

Owns the view of before and after of Besluiten. Must never calculate hours: the engine did. No I/O.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sturing.domain.besluit import Verlies
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.wijziging import Wijziging
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.werkstand import Kostenregel
from sturing.services import notatie
from sturing.services.beelden import Opdrachtmelding
from sturing.services.besluitbeeld import Aantalrij, Geverrij, Gevolgdeel, Merkrij
from sturing.services.bordbeeld import geparkeerd, meldingen, telling
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen, namen_samen, namen_van


def gevolgdeel(
    voor: Uitkomst,
    na: Uitkomst,
    wijzigingen: Iterable[Wijziging],
    verlies: Iterable[Verlies],
    zichtbaar: Collection[str],
    *,
    totalen: bool,
) -> Gevolgdeel:
    """Before and after, for who may see these opdrachten, and (`totalen`) the sums of all."""
    namen = namen_samen(namen_van(voor.stand.plan), namen_van(na.stand.plan)).voor(zichtbaar)
    komt, levert = (
        [m for m in lijst if m.opdracht in zichtbaar] for lijst in meldingen(voor, na, namen)
    )
    erbij, weg = _hele_uren(komt), _hele_uren(levert)
    lijst = tuple(wijzigingen)
    gezien = [w for w in lijst if _mag_zien(w, zichtbaar)]
    plan = voor.stand.plan
    return Gevolgdeel(
        opdrachten=_aantallen(voor, na) if totalen else (),
        uren=_uren(voor, na) if totalen else (),
        jaar=_jaar(na.horizon),
        komt_erbij=tuple(_merk(m, erbij[m.opdracht], plan, na, namen) for m in komt),
        levert_in=(
            *(_merk(m, weg[m.opdracht], plan, na, namen) for m in levert),
            *_in_ander_jaar(verlies, {m.opdracht for m in levert}, plan, na, namen, zichtbaar),
        ),
        gevers=_gevers(erbij, weg, plan, na, namen),
        kosten=_kosten(na.stand.kosten, namen) if totalen else (),
        wijzigingen=tuple(wijzigingszin(w, namen) for w in gezien),
        verborgen=len(lijst) - len(gezien),
    )


def _jaar(horizon: Horizon) -> str:
    """A whole plan year by its number; any other horizon in words."""
    if horizon == Horizon.planjaar(horizon.van.jaar):
        return str(horizon.van.jaar)
    return notatie.periode(horizon)


def _mag_zien(wijziging: Wijziging, zichtbaar: Collection[str]) -> bool:
    code = getattr(wijziging, "opdracht", None)
    return code is None or code in zichtbaar


def _aantallen(voor: Uitkomst, na: Uitkomst) -> tuple[Aantalrij, ...]:
    een = telling(voor.effecten, geparkeerd(voor, None))
    ander = telling(na.effecten, geparkeerd(na, None))
    rijen = [
        ("Haalbaar", "haalbaar", een.haalbaar, ander.haalbaar, True),
        ("Onder druk", "onder druk", een.onder_druk, ander.onder_druk, False),
        ("Niet haalbaar", "niet haalbaar", een.niet_haalbaar, ander.niet_haalbaar, False),
        ("Vraagt niets", "niets", een.zonder_vraag, ander.zonder_vraag, None),
        ("Geparkeerd", "geparkeerd", een.geparkeerd, ander.geparkeerd, None),
    ]
    uit = [
        Aantalrij(naam=naam, soort=soort, voor=a, na=b, goed=goed)
        for naam, soort, a, b, goed in rijen
        if a or b
    ]
    som = Aantalrij(
        naam="Opdrachten",
        soort="",
        voor=sum(r.voor for r in uit),
        na=sum(r.na for r in uit),
        totaal=True,
    )
    return (*uit, som)


def _uren(voor: Uitkomst, na: Uitkomst) -> tuple[Aantalrij, ...]:
    een, ander = voor.effecten.organisatie, na.effecten.organisatie
    rijen = [
        ("Beschikbaar", een.aanbod_honderdste or 0, ander.aanbod_honderdste or 0, None),
        ("Gevraagd", een.gevraagd_honderdste, ander.gevraagd_honderdste, None),
        ("Toegekend", een.toegekend_honderdste, ander.toegekend_honderdste, True),
        ("Tekort", een.tekort_honderdste, ander.tekort_honderdste, False),
    ]
    return tuple(
        Aantalrij(
            naam=naam, soort="", voor=notatie.uren_heel(a), na=notatie.uren_heel(b), goed=goed
        )
        for naam, a, b, goed in rijen
    )


def _hele_uren(meldingen: Sequence[Opdrachtmelding]) -> dict[str, int]:
    """Whole hours of each, without a sign, that add up to their sum."""
    heel = notatie.rond_op_totaal([abs(m.verschil_honderdste) for m in meldingen])
    return {m.opdracht: uren for m, uren in zip(meldingen, heel, strict=True)}


def _gevers(
    erbij: Mapping[str, int], weg: Mapping[str, int], plan: Plan, na: Uitkomst, namen: Namen
) -> tuple[Geverrij, ...]:
    """The hours per opdrachtgever, who gives most first; the sum last."""
    som: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for kant, per_opdracht in enumerate((erbij, weg)):
        for code, uren in per_opdracht.items():
            som[_gever(code, plan, na, namen)][kant] += uren
    rijen = [Geverrij(naam=n, erbij=a, inlevert=b) for n, (a, b) in som.items() if a or b]
    rijen.sort(key=lambda rij: (-rij.inlevert, -rij.erbij, rij.naam))
    if len(rijen) < 2:
        return tuple(rijen)
    a, b = sum(rij.erbij for rij in rijen), sum(rij.inlevert for rij in rijen)
    return (*rijen, Geverrij(naam="Samen", erbij=a, inlevert=b, totaal=True))


def _merk(m: Opdrachtmelding, uren: int, plan: Plan, na: Uitkomst, namen: Namen) -> Merkrij:
    met_teken = notatie.getal(uren if m.verschil_honderdste > 0 else -uren, teken=True)
    return Merkrij(
        opdracht=m.opdracht,
        naam=m.naam,
        opdrachtgever=_gever(m.opdracht, plan, na, namen),
        status=m.status,
        voor=m.dekking_voor,
        na=m.dekking,
        uren="" if not m.verschil_honderdste else met_teken if uren else "minder dan 1",
        geparkeerd=m.geparkeerd,
    )


def _gever(code: str, plan: Plan, na: Uitkomst, namen: Namen) -> str:
    """Who is opdrachtgever in the plan in force; of one that is new, after the changes."""
    for opdracht in (*plan.opdrachten, *na.stand.plan.opdrachten):
        if opdracht.opdracht == code:
            return namen.persoon_kort(opdracht.opdrachtgever)
    return namen.persoon_kort(None)


def _in_ander_jaar(
    verlies: Iterable[Verlies],
    genoemd: Collection[str],
    plan: Plan,
    na: Uitkomst,
    namen: Namen,
    zichtbaar: Collection[str],
) -> Iterable[Merkrij]:
    """Opdrachten that lose hours or euros in another plan year only."""
    regels = {r.opdracht: r for r in na.effecten.opdrachten}
    for deel in verlies:
        if deel.opdracht in genoemd or deel.opdracht not in zichtbaar:
            continue
        regel = regels.get(deel.opdracht)
        delen = [
            f"{notatie.MIN}{notatie.uren_met_eenheid(deel.uren_honderdste)}"
            if deel.uren_honderdste
            else "",
            notatie.euro_verschil(-deel.euro_cent) if deel.euro_cent else "",
        ]
        yield Merkrij(
            opdracht=deel.opdracht,
            naam=namen.opdracht(deel.opdracht),
            opdrachtgever=_gever(deel.opdracht, plan, na, namen),
            status=regel.status if regel else None,
            voor="",
            na=f"{notatie.opsomming([d for d in delen if d])} in een ander jaar",
            uren="",
            geparkeerd=regel is None,
        )


def _kosten(kosten: Iterable[Kostenregel], namen: Namen) -> tuple[str, ...]:
    uit = []
    for regel in kosten:
        uren = notatie.uren_met_eenheid(regel.netto_honderdste)
        waar = f"{namen.team(regel.team)}, {regel.jaar}"
        if regel.euro_cent is None:
            uit.append(f"{waar}: {uren} inhuur, zonder tarief.")
            continue
        programma = namen.programmas.get(regel.programma or "")
        van = f", uit {programma.naam}" if programma else ""
        uit.append(f"{waar}: {uren} inhuur kost {notatie.euro(regel.euro_cent)}{van}.")
    return tuple(uit)


def kenmerk(vingerafdruk: str) -> str:
    """The first eight signs of a fingerprint in two groups, as people say it."""
    return f"{vingerafdruk[:4]} {vingerafdruk[4:8]}"
