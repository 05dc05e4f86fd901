"""Value against hours: only work with a score and a choice, and only what one may see."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from sturing.analyses.waarde import compute_waarde
from sturing.domain.codes import OpdrachtCode
from sturing.services.blik import blik_op
from sturing.services.omgeving import LOKAAL
from sturing.services.waarden import waardenbeeld
from tests.services.conftest import omgeving_met, rijen

SCORES = {"W1": "9", "S1": "8", "S2": "7.5", "S3": "7.5", "R1": "2", "R2": None, "N1": "5"}


def test_a_score_stands_beside_its_hours_and_what_has_none_is_counted() -> None:
    gegeven = rijen()
    for rij in gegeven["Opdrachten"]:
        waarde = SCORES.get(str(rij["opdracht"]))
        rij["waarde"] = Decimal(waarde) if waarde else None
    omgeving = omgeving_met(gegeven)
    blik = blik_op(omgeving, LOKAAL)
    regels = {r.opdracht: r for r in compute_waarde(blik.uitkomst)}
    alles = waardenbeeld(blik, {OpdrachtCode(code) for code in SCORES})
    deel = waardenbeeld(blik, {OpdrachtCode("S1")})
    omgeving.sluit()
    assert set(regels) == {"W1", "S1", "S2", "S3", "R1", "R2"}
    assert regels[OpdrachtCode("S2")].score == Fraction(15, 2)
    assert regels[OpdrachtCode("R2")].score is None
    assert [bol.opdracht for bol in alles.bollen] == ["S1", "R1", "S2", "S3"]
    assert [bol.score_tekst for bol in alles.bollen] == ["8", "2", "7,5", "7,5"]
    assert [bol.gevraagd_uren for bol in alles.bollen] == [2100, 2000, 1100, 600]
    assert alles.zonder == "1 opdracht heeft geen score en staat er niet bij."
    assert [bol.opdracht for bol in deel.bollen] == ["S1"]
    assert not deel.zonder


def test_work_that_was_given_the_value_nought_has_a_score_and_stands_lowest() -> None:
    gegeven = rijen()
    for rij in gegeven["Opdrachten"]:
        waarde = {"S1": "8", "S2": "0"}.get(str(rij["opdracht"]))
        rij["waarde"] = Decimal(waarde) if waarde else None
    omgeving = omgeving_met(gegeven)
    beeld = waardenbeeld(blik_op(omgeving, LOKAAL), {OpdrachtCode("S1"), OpdrachtCode("S2")})
    omgeving.sluit()
    assert [(bol.opdracht, bol.score_tekst) for bol in beeld.bollen] == [("S1", "8"), ("S2", "0")]
    assert not beeld.zonder
