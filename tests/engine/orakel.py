"""The calculation model written a second time, slow and plain: day by day, fraction by fraction.

It follows the text of the model sentence by sentence and shares no code with the engine except the
frozen types of the domain and the list of holidays (which has a test of its own).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from sturing.domain.keuzes import CapaciteitSoort, GebiedSoort, Methode
from sturing.domain.plan import Plan
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.engine.kalender import feestdagen

MaandSleutel = tuple[int, int]


def dagen(van: date, tot: date) -> Iterator[date]:
    while van <= tot:
        if van.weekday() < 5 and van not in feestdagen(van.year):
            yield van
        van += timedelta(days=1)


def eerlijk(hoeveelheid: int, gewichten: list[Fraction]) -> list[int]:
    """Largest remainder; ties to the first."""
    totaal = sum(gewichten)
    if totaal == 0:
        return [hoeveelheid, *[0] * (len(gewichten) - 1)]
    quota = [hoeveelheid * gewicht / totaal for gewicht in gewichten]
    delen = [quotum.numerator // quotum.denominator for quotum in quota]
    while sum(delen) < hoeveelheid:
        achter = [quotum - deel for quotum, deel in zip(quota, delen, strict=True)]
        delen[achter.index(max(achter))] += 1
    return delen


def spreid(hoeveelheid: int, van: date, tot: date) -> dict[MaandSleutel, int]:
    jaren = list(range(van.year, tot.year + 1))
    stukken = [(max(van, date(j, 1, 1)), min(tot, date(j, 12, 31))) for j in jaren]
    per_jaar = eerlijk(hoeveelheid, [Fraction(len(list(dagen(a, b)))) for a, b in stukken])
    uit: dict[MaandSleutel, int] = {}
    for deel, (a, b) in zip(per_jaar, stukken, strict=True):
        tel: dict[MaandSleutel, int] = {(a.year, maand): 0 for maand in range(a.month, b.month + 1)}
        for dag in dagen(a, b):
            tel[dag.year, dag.month] += 1
        sleutels = sorted(tel)
        uit.update(zip(sleutels, eerlijk(deel, [Fraction(tel[s]) for s in sleutels]), strict=True))
    return uit


def aanbod(plan: Plan, horizon: Horizon) -> dict[tuple[str, MaandSleutel], int]:
    """Net hundredths per team and month, working day by working day."""
    uit: dict[tuple[str, MaandSleutel], int] = {}
    for team in plan.teams:
        for maand in horizon.maanden:
            norm = {
                "voltijd_uren_per_week": Fraction(36),
                "verlofuren": Fraction(1944 if maand.jaar <= 2024 else 2016, 10),
                "verzuim_pct": Fraction(65, 10),
                "indirect_pct": Fraction(6),
                "ruimte_pct": Fraction(4),
            }
            for wie in (None, team.team):
                for rij in plan.normen:
                    if rij.jaar == maand.jaar and rij.team == wie:
                        for veld in norm:
                            if (waarde := getattr(rij, veld)) is not None:
                                norm[veld] = Fraction(waarde)
            telt = [
                r
                for r in plan.capaciteit
                if r.team == team.team and r.soort is not CapaciteitSoort.VACATURE
            ]
            uit_capaciteit = any(r.van.jaar <= maand.jaar <= r.tot.jaar for r in telt)
            werkdagen_jaar = len(list(dagen(date(maand.jaar, 1, 1), date(maand.jaar, 12, 31))))
            netto = Fraction(0)
            for dag in dagen(maand.eerste_dag, maand.laatste_dag):
                if not binnen(dag, team.van, team.tot):
                    continue
                if uit_capaciteit:
                    fte = sum(
                        (Fraction(r.fte) for r in telt if r.van <= maand <= r.tot), Fraction(0)
                    )
                else:
                    fte = fte_personen(plan, team.team, dag, norm["voltijd_uren_per_week"])
                fte += sum(
                    Fraction(r.fte)
                    for r in plan.scenario_aanbod
                    if r.team == team.team and r.van <= maand <= r.tot
                )
                bruto = fte * norm["voltijd_uren_per_week"] / 5
                verlof = fte * norm["verlofuren"] / werkdagen_jaar
                netto += (
                    (bruto - verlof)
                    * (1 - norm["verzuim_pct"] / 100)
                    * (1 - norm["indirect_pct"] / 100 - norm["ruimte_pct"] / 100)
                )
            uit[team.team, (maand.jaar, maand.maand)] = int(netto * 100 // 1)
    return uit


def binnen(dag: date, van: date | None, tot: date | None) -> bool:
    return (van is None or van <= dag) and (tot is None or dag <= tot)


def fte_personen(plan: Plan, team: str, dag: date, voltijd: Fraction) -> Fraction:
    fte = Fraction(0)
    for rol in plan.teamrollen:
        for persoon in plan.medewerkers:
            if rol.team != team or rol.medewerker != persoon.medewerker:
                continue
            if not (binnen(dag, rol.van, rol.tot) and binnen(dag, persoon.van, persoon.tot)):
                continue
            weg = sum(
                (
                    Fraction(a.afwezig_pct) / 100
                    for a in plan.afwezigheid
                    if a.medewerker == persoon.medewerker and a.van <= dag <= a.tot
                ),
                Fraction(0),
            )
            deel = Fraction(persoon.uren_per_week) / voltijd * Fraction(rol.aandeel_pct) / 100
            fte += deel * (1 - min(weg, Fraction(1)))
    return fte


def volgorde(plan: Plan) -> list[Opdracht]:
    """The claiming opdrachten in order, by four stable sorts from the last rule to the first."""

    def waarde(o: Opdracht) -> Fraction:
        if o.waarde is not None:
            return Fraction(o.waarde)
        g = plan.instellingen.gewichten
        return sum(
            (
                Fraction(gewicht) * Fraction(w or 0)
                for gewicht, w in (
                    (g.maatschappelijke_waarde, o.maatschappelijke_waarde),
                    (g.medewerkerswaarde, o.medewerkerswaarde),
                    (g.financiele_waarde, o.financiele_waarde),
                )
            ),
            Fraction(0),
        )

    rij = sorted((o for o in plan.opdrachten if o.status.vraagt), key=lambda o: o.opdracht)
    rij.sort(key=waarde, reverse=True)
    rij.sort(key=lambda o: o.rang if o.rang is not None else 10**9)
    rij.sort(key=lambda o: plan.besloten_rang.get(o.opdracht, 10**9))
    if plan.instellingen.wettelijk_eerst:
        rij.sort(key=lambda o: not o.wettelijk)
    return rij


def vraag(plan: Plan, horizon: Horizon) -> dict[tuple[str, str, MaandSleutel], int]:
    claimt = {o.opdracht for o in plan.opdrachten if o.status.vraagt}
    uit: dict[tuple[str, str, MaandSleutel], int] = defaultdict(int)
    for rij in plan.inzet:
        if rij.opdracht in claimt:
            for (jaar, maand), deel in spreid(rij.uren_honderdste, rij.van, rij.tot).items():
                if horizon.van.eerste_dag <= date(jaar, maand, 1) <= horizon.tot.laatste_dag:
                    uit[rij.opdracht, rij.team, (jaar, maand)] += deel
    return {sleutel: deel for sleutel, deel in uit.items() if deel}


def euros(plan: Plan, horizon: Horizon) -> dict[tuple[str, str, int], int]:
    uit: dict[tuple[str, str, int], int] = {}
    for o in plan.opdrachten:
        if not o.status.vraagt or o.programma is None or not o.budget_cent:
            continue
        for jaar in horizon.jaren:
            if o.van is None and o.tot is None:
                deel = o.budget_cent
            else:
                van = o.van or date(horizon.jaren[0], 1, 1)
                tot = o.tot or date(horizon.jaren[-1], 12, 31)
                verdeeld = spreid(o.budget_cent, van, tot) if van <= tot else {}
                deel = sum(d for (j, _), d in verdeeld.items() if j == jaar)
            if deel:
                uit[o.opdracht, o.programma, jaar] = deel
    return uit


def verdeel(
    plan: Plan, horizon: Horizon
) -> tuple[dict[tuple[str, str, MaandSleutel], int], dict[tuple[str, str, int], int]]:
    """Granted hours and euros, going down the order by the method of the plan."""
    over: dict[tuple[str, MaandSleutel], int] = aanbod(plan, horizon)
    geld: dict[tuple[str, int], int] = {}
    for regel in plan.begroting:
        if regel.beschikbaar_cent is not None:
            sleutel = (regel.programma, regel.jaar)
            geld[sleutel] = geld.get(sleutel, 0) + regel.beschikbaar_cent
    gevraagd, cent = vraag(plan, horizon), euros(plan, horizon)
    uren_uit: dict[tuple[str, str, MaandSleutel], int] = {}
    cent_uit: dict[tuple[str, str, int], int] = {}
    methode = plan.instellingen.methode
    for o in volgorde(plan):
        eigen = {s: a for s, a in gevraagd.items() if s[0] == o.opdracht}
        lijnen = {s: a for s, a in cent.items() if s[0] == o.opdracht}
        krap = {s: a for s, a in lijnen.items() if (s[1], s[2]) in geld}
        past = all(over[t, m] >= a for (_, t, m), a in eigen.items()) and all(
            geld[p, j] >= a for (_, p, j), a in krap.items()
        )
        ratio_euro = {j: Fraction(geld[p, j], a) for (_, p, j), a in krap.items()}
        for (code, p, j), a in lijnen.items():
            krijgt = min(a, geld[p, j]) if (code, p, j) in krap else a
            if methode is Methode.ALLES_OF_NIETS and not past:
                krijgt = 0
            cent_uit[code, p, j] = krijgt
            if (code, p, j) in krap:
                geld[p, j] -= krijgt
        ratio = {
            m: min(
                [Fraction(1), ratio_euro.get(m[0], Fraction(1))]
                + [Fraction(over[t, mm], a) for (_, t, mm), a in eigen.items() if mm == m]
            )
            for (_, _, m) in eigen
        }
        for (code, t, m), a in eigen.items():
            if methode is Methode.STRIKT:
                krijgt = min(a, over[t, m])
            elif methode is Methode.SAMENHANGEND:
                krijgt = int(a * ratio[m] // 1)
            else:
                krijgt = a if past else 0
            uren_uit[code, t, m] = krijgt
        for (code, t, m), krijgt in uren_uit.items():
            if code == o.opdracht:
                over[t, m] -= krijgt
    return uren_uit, cent_uit


def gebiedsdelen(
    plan: Plan,
    uren: dict[tuple[str, str, MaandSleutel], int],
    gevraagd: dict[tuple[str, str, MaandSleutel], int],
) -> tuple[dict[str | None, int], dict[str | None, int]]:
    """Asked and granted hours per area."""
    breed: str | None = None
    for gebied in plan.gebieden:
        if gebied.soort is GebiedSoort.GEMEENTEBREED:
            breed = gebied.gebied
    vroeg: dict[str | None, int] = defaultdict(int)
    kreeg: dict[str | None, int] = defaultdict(int)
    for sleutel, aantal in gevraagd.items():
        aandeel: dict[str | None, Fraction] = defaultdict(Fraction)
        for punt in plan.gebiedsagenda:
            if punt.opdracht == sleutel[0] and punt.aandeel_pct is not None:
                aandeel[punt.gebied] += Fraction(punt.aandeel_pct)
        aandeel[breed] += 100 - sum(aandeel.values())
        codes = sorted(aandeel, key=lambda code: (code is None, code or ""))
        delen = eerlijk(aantal, [aandeel[code] for code in codes])
        for code, deel in zip(codes, delen, strict=True):
            vroeg[code] += deel
        krijgt = eerlijk(uren[sleutel], [Fraction(deel) for deel in delen])
        for code, deel in zip(codes, krijgt, strict=True):
            kreeg[code] += deel
    return vroeg, kreeg
