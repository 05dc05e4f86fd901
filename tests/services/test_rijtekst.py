"""A value of a row reads the same in a difference, in an earlier state and in a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from sturing.domain.levering import Waarde
from sturing.domain.plan import Instellingen
from sturing.intake.rijverschil import Rijverschil
from sturing.intake.schema import PER_BLAD
from sturing.services.namen import namen_van
from sturing.services.rijtekst import cellen, celtekst, venstertekst
from sturing.services.verschilbeeld import rijregel
from sturing.store.plan import plan_van


@pytest.mark.parametrize(
    ("blad", "veld", "waarde", "tekst"),
    [
        ("Inzet", "uren_honderdste", 123_450, "1.234,50"),
        ("Inzet", "uren_honderdste", 120_000, "1.200"),
        ("Begroting", "jaar", 2027, "2027"),
        ("Opdrachten", "rang", 1_200, "1200"),
        ("Gebieden", "inwoners", 22_500, "22.500"),
        ("Teamrollen", "aandeel_pct", Decimal("12.50"), "12,5"),
        ("Capaciteit", "van", date(2027, 1, 1), "jan 2027"),
        ("Inzet", "van", date(2027, 1, 4), "04-01-2027"),
        ("Opdrachten", "peildatum", date(2027, 3, 1), "01-03-2027"),
        ("Opdrachten", "wettelijk", True, "ja"),
        ("Opdrachten", "programma", None, ""),
    ],
)
def test_a_value_is_written_by_its_column(blad: str, veld: str, waarde: Waarde, tekst: str) -> None:
    assert celtekst(PER_BLAD[blad].per_veld[veld], waarde) == tekst


def test_a_state_and_a_difference_write_the_same_row_alike() -> None:
    rij: dict[str, Waarde] = {
        "medewerker": "M1",
        "van": date(2027, 1, 1),
        "tot": date(2027, 3, 31),
        "afwezig_pct": Decimal("12.5"),
    }
    kop = PER_BLAD["Afwezigheid"]
    staat = dict(zip((k.veld for k in kop.kolommen), cellen("Afwezigheid", rij), strict=True))
    leeg = namen_van(plan_van({}, {}, Instellingen()))
    regel = rijregel(Rijverschil(blad="Afwezigheid", oud=None, nieuw=rij), leeg)
    assert regel.wijziging == f"afwezig % {staat['afwezig_pct']}"
    assert regel.rij == "M1, jan t/m mrt 2027"


def test_a_window_leaves_open_ends_out() -> None:
    assert venstertekst("Opdrachten", {"van": date(2027, 3, 1), "tot": None}) == "vanaf mrt 2027"
    assert venstertekst("Opdrachten", {"van": None, "tot": date(2027, 3, 5)}) == (
        "tot en met 05-03-2027"
    )
    assert venstertekst("Opdrachten", {"van": None, "tot": None}) == ""
    assert venstertekst("Inzet", {"van": date(2026, 7, 1), "tot": date(2027, 6, 30)}) == (
        "jul 2026 t/m jun 2027"
    )
