"""Section 1 of the calculation model written straight from the text, day by day: supply.

Reads the cells that a test wrote into a workbook (column heading -> value); hours in hundredths.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

Rij = Mapping[str, Any]
Boek = Mapping[str, list[dict[str, Any]]]
Maand = tuple[int, int]
STANDAARD = {
    "voltijd uren per week": Fraction(36),
    "verzuim %": Fraction("6.5"),
    "indirect %": Fraction(6),
    "ruimte %": Fraction(4),
}


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    w = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = h + w - 7 * ((a + 11 * h + 22 * w) // 451) + 114
    pasen = date(jaar, m // 31, m % 31 + 1)
    koningsdag = date(jaar, 4, 27)
    vast = {date(jaar, 1, 1), date(jaar, 12, 25), date(jaar, 12, 26)}
    vast.add(koningsdag - timedelta(koningsdag.weekday() == 6))
    if jaar >= 2024:
        vast.add(date(jaar, 5, 5))
    return frozenset(vast | {pasen + timedelta(dagen) for dagen in (1, 39, 50)})


@cache
def werkdagen(van: date, tot: date) -> tuple[date, ...]:
    alle = (van + timedelta(n) for n in range((tot - van).days + 1))
    return tuple(d for d in alle if d.weekday() < 5 and d not in feestdagen(d.year))


def laatste_dag(maand: Maand) -> date:
    jaar, m = maand
    return date(jaar + m // 12, m % 12 + 1, 1) - timedelta(1)


def in_venster(rij: Rij, dag: date) -> bool:
    van, tot = rij.get("van"), rij.get("tot")
    return (van is None or van <= dag) and (tot is None or dag <= tot)


def norm(boek: Boek, jaar: int, team: str, veld: str) -> Fraction:
    for wie in (team, None):
        for rij in boek["Normen"]:
            if rij["jaar"] == jaar and rij["team"] == wie and rij[veld] is not None:
                return Fraction(rij[veld])
    if veld == "verlofuren":
        return Fraction("194.4") if jaar <= 2024 else Fraction("201.6")
    return STANDAARD[veld]


def fte_op(boek: Boek, team: str, dag: date) -> Fraction:
    telt = [c for c in boek["Capaciteit"] if c["team"] == team and c["soort"] != "vacature"]
    if any(c["van"].year <= dag.year <= c["tot"].year for c in telt):
        return sum((Fraction(c["fte"]) for c in telt if in_venster(c, dag)), Fraction(0))
    fte = Fraction(0)
    voltijd = norm(boek, dag.year, team, "voltijd uren per week")
    for rol in boek["Teamrollen"]:
        mens = next(m for m in boek["Medewerkers"] if m["medewerker"] == rol["medewerker"])
        if rol["team"] == team and in_venster(rol, dag) and in_venster(mens, dag):
            afwezig = sum(
                100 if a["afwezig %"] is None else Fraction(a["afwezig %"])
                for a in boek["Afwezigheid"]
                if a["medewerker"] == mens["medewerker"] and in_venster(a, dag)
            )
            aanwezig = 1 - Fraction(min(afwezig, 100)) / 100
            deel = Fraction(rol["aandeel %"]) / 100
            fte += Fraction(mens["uren per week"]) / voltijd * deel * aanwezig
    return fte


def aanbod(boek: Boek, team: Rij, maand: Maand) -> int:
    jaar, code = maand[0], team["team"]
    n = {v: norm(boek, jaar, code, v) for v in (*STANDAARD, "verlofuren")}
    jaardagen = len(werkdagen(date(jaar, 1, 1), date(jaar, 12, 31)))
    na_verlof = n["voltijd uren per week"] / 5 - n["verlofuren"] / jaardagen
    netto = na_verlof * (1 - n["verzuim %"] / 100) * (1 - (n["indirect %"] + n["ruimte %"]) / 100)
    dagen = werkdagen(date(*maand, 1), laatste_dag(maand))
    uren = sum((fte_op(boek, code, d) for d in dagen if in_venster(team, d)), Fraction(0)) * netto
    return int(uren * 100)
