"""The rows around a finding look as they do in the person's own sheet."""

from __future__ import annotations

from datetime import date

from sturing.domain.bevinding import Ernst
from sturing.intake.cellen import Cel, Celsoort
from sturing.intake.uitsnede import Uitsnede
from sturing.services.celfragment import fragmenten


def test_a_month_a_day_a_percentage_and_a_formula_are_shown_as_they_were_typed() -> None:
    dag = date(2027, 3, 1)
    cellen = (
        Cel(1, Celsoort.MAAND, dag),
        Cel(2, Celsoort.DAG, dag),
        Cel(3, Celsoort.PROCENT, 0.205),
        Cel(4, Celsoort.FORMULE, ""),
    )
    uitsnede = Uitsnede(
        bestand="werkboek.xlsx", blad="Inzet", rijen=((5, cellen),), ernst={(5, 2): Ernst.FOUT}
    )
    [fragment] = fragmenten([uitsnede])
    assert fragment.cellen == (("mrt 2027", "01-03-2027", "20,5%", "(formule)"),)
    assert fragment.gemarkeerd == {(5, 1): "fout"}
