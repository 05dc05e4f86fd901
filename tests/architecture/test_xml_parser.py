"""Uploads are parsed by the hardened parser: lxml, when installed, would silently replace it."""

from __future__ import annotations

from importlib.metadata import distribution

import openpyxl
from packaging.requirements import Requirement


def test_openpyxl_uses_the_hardened_parser() -> None:
    assert openpyxl.DEFUSEDXML is True
    assert openpyxl.LXML is False, "uninstall lxml: openpyxl takes it instead of defusedxml"


def test_nothing_that_the_product_needs_brings_lxml() -> None:
    gezien: set[str] = set()
    rest = ["sturing"]
    while rest:
        naam = rest.pop()
        if naam in gezien:
            continue
        gezien.add(naam)
        nodig = map(Requirement, distribution(naam).requires or ())
        rest += [r.name.lower() for r in nodig if r.marker is None or r.marker.evaluate()]
    assert "openpyxl" in gezien
    assert "lxml" not in gezien
