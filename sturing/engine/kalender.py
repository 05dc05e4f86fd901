"""Working days: the only place that knows the Dutch public holidays. Unit: whole days.

Monday to Friday less the holidays of rekenmodel section 1 (article 6.3 cao Gemeenten). Goede
Vrijdag is a working day. Must never read the clock.
"""

from __future__ import annotations

import calendar
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from sturing.domain.tijd import Maand

BEVRIJDINGSDAG_VANAF = 2024
"""First year in which 5 May is a day off every year (cao Gemeenten)."""

_VRIJDAG = 4
_ZONDAG = 6


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The public holidays of `jaar`, also those that fall in a weekend."""
    pasen = easter(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == _ZONDAG:
        koningsdag = date(jaar, 4, 26)
    dagen = {
        date(jaar, 1, 1),
        pasen + timedelta(days=1),
        koningsdag,
        pasen + timedelta(days=39),
        pasen + timedelta(days=50),
        date(jaar, 12, 25),
        date(jaar, 12, 26),
    }
    if jaar >= BEVRIJDINGSDAG_VANAF:
        dagen.add(date(jaar, 5, 5))
    return frozenset(dagen)


@cache
def _werkdagen_van(jaar: int) -> tuple[date, ...]:
    vrij = feestdagen(jaar)
    eerste = date(jaar, 1, 1)
    dagen = (eerste + timedelta(days=nummer) for nummer in range(365 + int(calendar.isleap(jaar))))
    return tuple(dag for dag in dagen if dag.weekday() <= _VRIJDAG and dag not in vrij)


def werkdagen(van: date, tot: date) -> int:
    """Working days from `van` up to and including `tot`; 0 when `tot` comes before `van`."""
    if tot < van:
        return 0
    aantal = 0
    for jaar in range(van.year, tot.year + 1):
        dagen = _werkdagen_van(jaar)
        begin = bisect_left(dagen, van) if jaar == van.year else 0
        einde = bisect_right(dagen, tot) if jaar == tot.year else len(dagen)
        aantal += einde - begin
    return aantal


@cache
def werkdagen_per_jaar(jaar: int) -> int:
    """Working days of a calendar year."""
    return len(_werkdagen_van(jaar))


@cache
def werkdagen_per_maand(maand: Maand) -> int:
    """Working days of a calendar month."""
    return werkdagen(maand.eerste_dag, maand.laatste_dag)


def werkdag_van_maand(maand: Maand, nummer: int) -> date:
    """The working day with this number of a month, 1 for the first.

    Raises ValueError when the month has fewer working days.
    """
    dagen = _werkdagen_van(maand.jaar)
    eerste = bisect_left(dagen, maand.eerste_dag)
    if not 1 <= nummer <= werkdagen_per_maand(maand):
        raise ValueError(f"{maand} has no working day {nummer}")
    return dagen[eerste + nummer - 1]
