"""The small form with which a team raises a signal: a bottleneck, or another priority.

Owns the fields. The hours short are filled in from the calculation and follow the choice of team,
opdracht and months; what a person typed over them counts. Numbers are typed as text and read by the
service.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from sturing.domain.samenspel import Richting
from sturing.services import signaalformulier
from sturing.services.beelden import Keuze
from sturing.services.berichten import MAX_TEKENS
from sturing.services.signaalformulier import Signaalformulier
from sturing.ui.components.conversation import AREA_PX
from sturing.ui.components.outcome import finish
from sturing.ui.components.texts import note, plain
from sturing.ui.context import PageContext

BOTTLENECK, PROPOSAL = "Knelpunt", "Andere prioriteit"
MONTH_PX = 155
WHERE = {
    Richting.HOGER.value: "hoger: net boven de lijn, of een plaats omhoog",
    Richting.LAGER.value: "lager: net onder de lijn, of een plaats omlaag",
    Richting.PLAATS.value: "op een plaats die ik noem",
}


def raise_signal(context: PageContext, form: Signaalformulier, raised: int) -> None:
    """The form for what may be raised; `raised` is how many there are, so that it empties."""
    kinds = [BOTTLENECK] * bool(form.teams) + [PROPOSAL] * bool(form.opdrachten)
    kind = kinds[0]
    if len(kinds) > 1:
        kind = st.segmented_control(
            "Wat wilt u melden?",
            kinds,
            format_func=lambda name: f":blue[{name}]",
            default=kinds[0],
            required=True,
            key="signaal_soort",
        )
    if kind == BOTTLENECK:
        _bottleneck(context, form, raised)
    else:
        _proposal(context, form, raised)


def _bottleneck(context: PageContext, form: Signaalformulier, raised: int) -> None:
    omgeving, wie, horizon = context.omgeving, context.wie, context.horizon
    team = _choose("Team", form.teams, "signaal_team")
    work = signaalformulier.opdrachten_van_team(omgeving, wie, team, horizon)
    none = Keuze(sleutel=signaalformulier.ZONDER_OPDRACHT, naam="het hele team")
    opdracht = _choose("Opdracht", (none, *work), f"signaal_opdracht_{team}")
    found = signaalformulier.tekort(omgeving, wie, team, opdracht, horizon=horizon)
    with st.container(horizontal=True, gap="small"):
        van = _choose("Van", form.maanden, f"signaal_van_{team}_{opdracht}", found.van, MONTH_PX)
        tot = _choose(
            "Tot en met", form.maanden, f"signaal_tot_{team}_{opdracht}", found.tot, MONTH_PX
        )
    short = signaalformulier.tekort(omgeving, wie, team, opdracht, van, tot, horizon)
    uren = st.text_input(
        "Uren tekort",
        value=short.uren,
        key=f"signaal_uren_{team}_{opdracht}_{van}_{tot}_{raised}",
    )
    filled = "Dat is ingevuld. Weet u het beter, typ dan uw eigen getal." if short.uren else ""
    st.markdown(note(f"{short.zin} {filled}".strip()))
    tekst = _words("Wat is er aan de hand?", f"signaal_tekst_{raised}")
    if st.button("Meld knelpunt", key=f"signaal_meld_{raised}", type="primary"):
        finish(
            signaalformulier.meld(
                omgeving,
                wie,
                team=team,
                opdracht=opdracht,
                van=van,
                tot=tot,
                uren=uren,
                tekst=tekst,
            )
        )


def _proposal(context: PageContext, form: Signaalformulier, raised: int) -> None:
    opdracht = _choose("Opdracht", form.opdrachten, "voorstel_opdracht")
    richting = st.radio(
        "Waar hoort de opdracht te staan?",
        list(WHERE),
        format_func=lambda key: WHERE[key],
        key=f"voorstel_richting_{raised}",
    )
    plaats = ""
    if richting == Richting.PLAATS:
        plaats = st.text_input("Plaats", key=f"voorstel_plaats_{raised}", width=120)
    waarom = _words("Waarom?", f"voorstel_waarom_{raised}")
    if st.button("Stel voor", key=f"voorstel_meld_{raised}", type="primary"):
        finish(
            signaalformulier.stel_in_woorden_voor(
                context.omgeving,
                context.wie,
                opdracht=opdracht,
                richting=richting or Richting.HOGER.value,
                plaats=plaats,
                waarom=waarom,
            )
        )


def _choose(
    label: str,
    choices: Sequence[Keuze],
    key: str,
    first: str = "",
    width: int | Literal["stretch"] = "stretch",
) -> str:
    names = {keuze.sleutel: plain(keuze.naam) for keuze in choices}
    codes = list(names)
    return (
        st.selectbox(
            label,
            codes,
            index=codes.index(first) if first in names else 0,
            format_func=lambda code: names[code],
            key=key,
            width=width,
        )
        or codes[0]
    )


def _words(label: str, key: str) -> str:
    return st.text_area(label, key=key, max_chars=MAX_TEKENS, height=AREA_PX)
