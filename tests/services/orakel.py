"""Sections 2 to 5 of the calculation model written straight from the text, naive and slow.

Reads the cells that a test wrote into a workbook (column heading -> value), never the database and
nothing of the engine. Amounts in the answer are hundredths of an hour and cents; maps instead of
lists, so that the comparison needs no order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from .orakel_aanbod import Boek, Maand, Rij, aanbod, werkdagen

STATUSSEN = ("haalbaar", "onder_druk", "niet_haalbaar", "zonder_vraag")


def grootste_rest(hoeveelheid: int, gewichten: Mapping[Any, Any]) -> dict[Any, int]:
    """Parts by weight; ties to the earlier key of `gewichten`."""
    totaal = sum(gewichten.values())
    exact = {sleutel: Fraction(hoeveelheid) * g / totaal for sleutel, g in gewichten.items()}
    delen = {sleutel: x.numerator // x.denominator for sleutel, x in exact.items()}
    op_rest = sorted(exact, key=lambda sleutel: delen[sleutel] - exact[sleutel])
    for sleutel in op_rest[: hoeveelheid - sum(delen.values())]:
        delen[sleutel] += 1
    return delen


def per_jaar(hoeveelheid: int, van: date, tot: date) -> dict[int, int]:
    return grootste_rest(hoeveelheid, Counter(d.year for d in werkdagen(van, tot)))


def per_maand(hoeveelheid: int, van: date, tot: date) -> Iterable[tuple[Maand, int]]:
    for jaar, deel in per_jaar(hoeveelheid, van, tot).items():
        dagen = (d for d in werkdagen(van, tot) if d.year == jaar)
        yield from grootste_rest(deel, Counter((jaar, d.month) for d in dagen)).items()


def in_volgorde(boek: Boek) -> list[dict[str, Any]]:
    def sleutel(o: Rij) -> tuple[Any, ...]:
        velden = ("maatschappelijke waarde", "medewerkerswaarde", "financiele waarde")
        score = o["waarde"] if o["waarde"] is not None else sum(o[v] or 0 for v in velden)
        return (o["wettelijk"] != "ja", o["rang"] is None, o["rang"], -score, o["opdracht"])

    return sorted(
        (o for o in boek["Opdrachten"] if o["status"] in ("gepland", "lopend")), key=sleutel
    )


def euros(o: Rij, jaren: list[int]) -> dict[int, int]:
    if o["programma"] is None or not o["budget"]:
        return {}
    cent = int(o["budget"] * 100)
    if o["van"] is None and o["tot"] is None:
        return dict.fromkeys(jaren, cent)
    van, tot = o["van"] or date(jaren[0], 1, 1), o["tot"] or date(jaren[-1], 12, 31)
    delen = per_jaar(cent, van, tot) if werkdagen(van, tot) else {}
    return {jaar: deel for jaar, deel in delen.items() if jaar in jaren and deel}


def verdeel(
    methode: str, vragen: list[dict[Any, int]], over: dict[Any, int]
) -> list[dict[Any, int]]:
    """What each opdracht gets, in order. A key is (team, maand) or (programma, jaar)."""
    uit = []
    for vraag in vragen:
        krijgt = {k: min(v, over.get(k, v)) for k, v in vraag.items()}
        if methode == "alles-of-niets" and krijgt != vraag:
            krijgt = dict.fromkeys(vraag, 0)
        if methode == "samenhangend":
            for maand in {k[1] for k in vraag if isinstance(k[1], tuple)}:
                bron = [k for k in vraag if k in over and k[1] in (maand, maand[0])]
                krap = min(bron, key=lambda k: Fraction(over[k], vraag[k]))
                for k in (k for k in bron if k[1] == maand):
                    krijgt[k] = min(vraag[k], vraag[k] * over[krap] // vraag[krap])
        for k in krijgt.keys() & over.keys():
            over[k] -= krijgt[k]
        uit.append(krijgt)
    return uit


def oordeel(gevraagd: int, toegekend: int) -> str | None:
    if not gevraagd:
        return None
    dekking = Fraction(toegekend, gevraagd)
    return STATUSSEN[0 if dekking >= Fraction("0.95") else 1 if dekking >= Fraction("0.5") else 2]


def paar(bron: Iterable[tuple[int, int]]) -> dict[str, int]:
    g = t = 0
    for gevraagd, toegekend in bron:
        g, t = g + gevraagd, t + toegekend
    return {"gevraagd_uren": g, "toegekend_uren": t}


def dimensie(
    delen: Iterable[tuple[Hashable, str, int, int]],
    status: Mapping[str, str],
    sleutels: Iterable[Any],
) -> dict[Any, dict[str, Any]]:
    """Rows of one dimension from (key, opdracht, asked, granted); `sleutels` always have a row."""
    per_sleutel: dict[Any, list[tuple[str, int, int]]] = {sleutel: [] for sleutel in sleutels}
    for sleutel, code, gevraagd, toegekend in delen:
        if gevraagd or status[code] == "zonder_vraag":
            per_sleutel.setdefault(sleutel, []).append((code, gevraagd, toegekend))
    return {
        sleutel: paar((g, t) for _, g, t in lijst)
        | {"opdrachten": _tel(status[c] for c in {code for code, _, _ in lijst})}
        for sleutel, lijst in per_sleutel.items()
    }


def _tel(statussen: Iterable[str]) -> dict[str, int]:
    aantal = Counter(statussen)
    return {status: aantal[status] for status in STATUSSEN}


def gebied_delen(
    boek: Boek, code: str, gevraagd: int, toegekend: int
) -> Iterable[tuple[str | None, int, int]]:
    deel: dict[str | None, Fraction] = defaultdict(Fraction)
    for a in boek["Gebiedsagenda"]:
        if a["opdracht"] == code and a["aandeel %"] is not None:
            deel[a["gebied"]] += Fraction(a["aandeel %"])
    breed = next((g["gebied"] for g in boek["Gebieden"] if g["soort"] == "gemeentebreed"), None)
    deel[breed] += 100 - sum(deel.values())
    op_code = dict(sorted(deel.items(), key=lambda x: (x[0] is None, x[0] or "")))
    asked = grootste_rest(gevraagd, op_code)
    granted = grootste_rest(toegekend, asked)
    return ((gebied, asked[gebied], granted[gebied]) for gebied in op_code)


def reken(boek: Boek, van: Maand, tot: Maand, methode: str) -> dict[str, Any]:
    """The answer of `sturing verdeling --json` as maps of integers."""
    maanden = [(n // 12, n % 12 + 1) for n in range(van[0] * 12 + van[1] - 1, tot[0] * 12 + tot[1])]
    jaren = sorted({jaar for jaar, _ in maanden})
    over: dict[Any, int] = {
        (team["team"], maand): aanbod(boek, team, maand)
        for team in boek["Teams"]
        for maand in maanden
    }
    netto = dict(over)
    for b in boek["Begroting"]:
        if b["beschikbaar"] is not None:
            sleutel = (b["programma"], b["jaar"])
            over[sleutel] = over.get(sleutel, 0) + int(b["beschikbaar"] * 100)
    orde = in_volgorde(boek)
    vragen: list[dict[Any, int]] = []
    for o in orde:
        vraag: dict[Any, int] = Counter()
        for i in (i for i in boek["Inzet"] if i["opdracht"] == o["opdracht"]):
            for maand, uren in per_maand(int(i["uren"] * 100), i["van"], i["tot"]):
                if uren and maand in maanden:
                    vraag[i["team"], maand] += uren
        vragen.append(dict(vraag) | {(o["programma"], j): c for j, c in euros(o, jaren).items()})
    krijgen = verdeel(methode, vragen, over)

    regels, budget, opdrachten, status = {}, {}, [], {}
    lijn, open_ = 0, True
    for plaats, (o, vraag, krijgt) in enumerate(zip(orde, vragen, krijgen, strict=True), 1):
        uren = {k: (v, krijgt[k]) for k, v in vraag.items() if isinstance(k[1], tuple)}
        geld = {k: (v, krijgt[k]) for k, v in vraag.items() if k not in uren}
        regels |= {(o["opdracht"], *k): v for k, v in uren.items()}
        budget |= {(o["opdracht"], *k): v for k, v in geld.items()}
        u, e = paar(uren.values()), paar(geld.values())
        basis = u if u["gevraagd_uren"] else e
        oord = oordeel(*basis.values())
        status[o["opdracht"]] = oord if oord and u["gevraagd_uren"] else "zonder_vraag"
        moet_passen = uren if methode == "strikt" else uren | geld
        past = all(g == t for g, t in moet_passen.values())
        euro = {"gevraagd_euro": e["gevraagd_uren"], "toegekend_euro": e["toegekend_uren"]}
        naam = oord.replace("_", " ") if oord else None
        kop = {"opdracht": o["opdracht"], "plaats": plaats}
        opdrachten.append(kop | u | euro | {"status": naam, "past": past})
        open_ = open_ and oord in ("haalbaar", None)
        lijn = plaats if open_ and oord else lijn

    def per_opdracht(sleutel: Callable[[Rij], Any]) -> list[tuple[Any, str, int, int]]:
        return [
            (sleutel(o), o["opdracht"], r["gevraagd_uren"], r["toegekend_uren"])
            for o, r in zip(orde, opdrachten, strict=True)
        ]

    def houders(o: Rij) -> list[str | None]:
        return str(o["portefeuillehouders"]).split("; ") if o["portefeuillehouders"] else [None]

    zonder = [(None, code, 0, 0) for code, s in status.items() if s == "zonder_vraag"]
    teams = [(team, code, g, t) for (code, team, _), (g, t) in regels.items()]
    gebieden = [
        (gebied, code, g, t)
        for (code, _, _), (gevraagd, toegekend) in regels.items()
        for gebied, g, t in gebied_delen(boek, code, gevraagd, toegekend)
    ]
    mede = [(p, o["opdracht"]) for o in orde for p in houders(o)[1:]]
    per = {
        veld.replace(" ", "_"): dimensie(per_opdracht(lambda o, v=veld: o[v]), status, ())
        for veld in ("opdrachtgever", "programma", "soort werk")
    }
    per["portefeuillehouder"] = dimensie(
        per_opdracht(lambda o: houders(o)[0]), status, [p for p, _ in mede]
    )
    per["team"] = dimensie([*teams, *zonder], status, [t["team"] for t in boek["Teams"]])
    per["gebied"] = dimensie([*gebieden, *zonder], status, [g["gebied"] for g in boek["Gebieden"]])
    totaal = {r["opdracht"]: (r["gevraagd_uren"], r["toegekend_uren"]) for r in opdrachten}
    for houder, rij in per["portefeuillehouder"].items():
        rij["mede"] = paar(totaal[code] for p, code in mede if p == houder)
    for team, rij in per["team"].items():
        if team is not None:
            rij["aanbod_uren"] = sum(netto[team, maand] for maand in maanden)
    boven = {g["gebied"]: g["valt onder"] for g in boek["Gebieden"]}
    for gebied, rij in per["gebied"].items():
        rij["met_onderliggend"] = paar(
            (g, t) for eigen, _, g, t in gebieden if gebied in _takken(eigen, boven)
        )
    return {
        "aanbod": netto,
        "lijn": lijn,
        "opdrachten": opdrachten,
        "regels": regels,
        "budget": budget,
        "per": per,
    }


def _takken(gebied: str | None, boven: Mapping[str, str | None]) -> Iterable[str | None]:
    yield gebied
    while gebied is not None and (gebied := boven[gebied]) is not None:
        yield gebied
