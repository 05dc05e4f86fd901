"""Every threshold and default, in one place, with its source or reason.

Percentages are decimals as written (6.5 means 6.5%), hours are decimals of an hour.
"""

from __future__ import annotations

from decimal import Decimal

VOLTIJD_UREN_PER_WEEK = Decimal("36")
"""Full time under the cao Gemeenten."""

VERLOFUREN_TOT_EN_MET_2024 = Decimal("194.4")
VERLOFUREN_VANAF_2025 = Decimal("201.6")
"""Leave of a full-timer: 144 legal hours plus 50.4, from 2025 57.6 (cao Gemeenten)."""

VERZUIM_PCT = Decimal("6.5")
"""Sick leave (Personeelsmonitor Gemeenten 2023)."""

INDIRECT_PCT = Decimal("6")
RUIMTE_PCT = Decimal("4")
"""Indirect time, and the Ruimte of Focus en Ruimte (learning, preparing, evaluating): a choice."""

HAALBAAR_VANAF_PCT = 95
ONDER_DRUK_VANAF_PCT = 50
"""Coverage from which an opdracht is haalbaar, and onder druk (rekenmodel section 4)."""

KERNWAARDE_HOOG_VANAF = Decimal(4)
KERNWAARDE_LAAG_ONDER = Decimal(2)
"""A kernwaarde of 0 to 5 is high from 4 and low below 2: a choice, two steps at each end."""

KRUIMEL_HONDERDSTE_PER_MAAND = 800
"""Less than 8 granted hours of a team in a month is a crumb (rekenmodel section 5)."""

GROTE_VERWIJDERING_PCT = 10
"""An upload that removes more than this share of the rows in its scope asks for confirmation."""

GROEP_MINIMUM = 5
GROEP_MINIMUM_BESTUUR = 10
"""Figures that rest on fewer persons are suppressed (vertrouwen.md, Privacy)."""

BACKUPS_LAATSTE = 30
BACKUPS_MAANDEN = 24
"""Backups that stay: the newest ones (about a month in which every team delivers), and the last of
each of so many months (two rounds of planning and control, and the audit of the year before)."""


def verlofuren_standaard(jaar: int) -> Decimal:
    """Default leave of a full-timer in `jaar`, in hours."""
    return VERLOFUREN_TOT_EN_MET_2024 if jaar <= 2024 else VERLOFUREN_VANAF_2025
