"""Value against hours: a picture that stays readable, and a browser that stays quick."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from sturing.ui.components.worth import MOST_BUBBLES
from tests.pages.gelezen import gelezen


def picture(opdrachten: int) -> AppTest:
    def page() -> None:
        from fractions import Fraction

        import streamlit as st

        from sturing.domain.keuzes import Haalbaarheid
        from sturing.services.waarden import Waardebol, Waardenbeeld
        from sturing.ui.components.worth import worth
        from sturing.ui.theme import LIGHT

        bollen = tuple(
            Waardebol(
                opdracht=f"O{i:04}",
                naam=f"Opdracht {i}",
                score=Fraction(5),
                score_tekst="5",
                gevraagd_uren=5000 - i,
                toegekend_uren=100,
                status=Haalbaarheid.HAALBAAR,
            )
            for i in range(st.session_state["opdrachten"])
        )
        beeld = Waardenbeeld(bollen=bollen, zin="Een zin.", zonder="")
        worth(beeld, LIGHT, export=False)

    script = AppTest.from_function(page)
    script.session_state["opdrachten"] = opdrachten
    return script.run()


def drawn(script: AppTest) -> int:
    (chart,) = script.get("plotly_chart")
    return sum(len(trace.get("customdata", ())) for trace in json.loads(chart.proto.spec)["data"])


def rest(script: AppTest) -> list[str]:
    return [m.value for m in script.markdown if gelezen("Kies Tabel voor alle.") in m.value]


def test_the_picture_has_the_opdrachten_that_ask_most_and_says_how_many_it_leaves_out() -> None:
    script = picture(MOST_BUBBLES + 1)
    assert drawn(script) == MOST_BUBBLES
    (said,) = rest(script)
    assert "1 andere opdracht" in said.replace("\u00a0", " ")


def test_a_picture_of_all_of_them_leaves_out_none() -> None:
    script = picture(MOST_BUBBLES)
    assert drawn(script) == MOST_BUBBLES
    assert not rest(script)
