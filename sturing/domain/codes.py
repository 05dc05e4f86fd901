"""Codes: the identity of all that a workbook names. Text, compared exactly after trimming."""

from __future__ import annotations

from typing import NewType

TeamCode = NewType("TeamCode", str)
PersoonCode = NewType("PersoonCode", str)
GebiedCode = NewType("GebiedCode", str)
ProgrammaCode = NewType("ProgrammaCode", str)
DoelCode = NewType("DoelCode", str)
OpdrachtCode = NewType("OpdrachtCode", str)
MedewerkerCode = NewType("MedewerkerCode", str)
