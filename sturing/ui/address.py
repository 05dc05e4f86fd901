"""What the address of a page carries, so that a view can be sent to a colleague.

Owns the names in the address and reading and writing them; what a control holds is in state.py.
Must never be trusted: an address is text of a person, and rights are asked by the services.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from sturing.domain.keuzes import Domein
from sturing.ui import state

TEAM: Final = "team"
"""Prioriteiten, Teams and Uitleg open on one team."""
LEVEL: Final = "niveau"
"""Teams shows the teams of one level of zelforganisatie."""
MONTH: Final = "maand"
"""Overzicht opens on the teams in one month."""
VIEW: Final = "deel"
LOOK: Final = "bekijk"
LEVERING: Final = "levering"
"""The part of Gegevens, what is looked at in the history, and of which levering."""
DECISION_PART: Final = "onderdeel"
DECISION: Final = "besluit"
PROPOSAL: Final = "voorstel"
PERSON: Final = "portefeuillehouder"
"""The part of Besluiten, the decision whose plan is open, the proposal, and with whom the talk
is."""
CLIENT: Final = "persoon"
"""Opdrachtgever opens on one person."""
RULE: Final = "afspraak"
"""Afspraken opens on the points of one rule."""
CLAIMS_BETWEEN: Final = "tussen"
"""Claims opens on opdrachtgevers or on scenarios."""
REPORT: Final = "rapportage"
REPORT_OF: Final = "voor"
"""Rapportage opens on one kind of report, and of whom or what."""
AREA: Final = "gebied"
ITEM: Final = "onderwerp"
"""Gebieden opens on one area, and on one item of its agenda."""
GOAL: Final = "doel"
PROGRAMME: Final = "programma"
WORTH: Final = "waarde"
"""Programma's en doelen opens on one doel and one part of a kernwaarde; its flow is that of one
programme."""
EXPLAINED: Final = "uitleg"
"""The part of Uitleg."""
OPENED: Final = "waarom"
"""Prioriteiten opens Waarom of one opdracht, once."""
VIEWED: Final = "kijk"
DOMAIN: Final = "domein"
"""The scenario and the domain that the screens look at."""


def text_in_link(name: str) -> str | None:
    """What the address has as `name`."""
    return st.query_params.get(name) or None


def taken_from_link(name: str) -> str | None:
    """What the address has as `name`, which is then taken out: it counts once."""
    value = text_in_link(name)
    put(name, "")
    return value


def choice_to_link(name: str, key: str) -> None:
    """Put what was just chosen in the control `key` in the address, as `name`."""
    st.query_params[name] = str(state.widget(key))


def number_in_link(name: str) -> int | None:
    """The number that the address has as `name`; None for none or for what is no number."""
    return number(st.query_params.get(name) or "")


def number(text: str) -> int | None:
    """The number that `text` is; None for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def levering_to_link(number: int) -> None:
    """Put the levering that is looked at in the address."""
    if st.query_params.get(LEVERING) != str(number):
        st.query_params[LEVERING] = str(number)


def part_from_link(key: str, parts: Sequence[str]) -> None:
    """Choose the part that the address names, the first one when it names none of `parts`; only
    before that control was drawn."""
    if state.widget(key) not in parts:
        named = st.query_params.get(key)
        state.put_widget(key, named if named in parts else parts[0])


def part_to_link(key: str) -> None:
    """Put the part that was just chosen in the address."""
    st.query_params[key] = str(state.widget(key))


def look_at(view: str, look: str, number: int) -> None:
    """Open a part of Gegevens on one levering; for a button, before anything is drawn."""
    state.put_widget(VIEW, view)
    part_to_link(VIEW)
    look_at_levering(look, number)


def look_at_levering(look: str, number: int) -> None:
    """Go to another view of the history, of another levering; before that control is drawn."""
    state.put_widget(LOOK, look)
    part_to_link(LOOK)
    levering_to_link(number)


def open_decision(number: int) -> None:
    """Open the plan of a decision; for a button."""
    st.query_params[DECISION] = str(number)


def close_decision() -> None:
    """Back from the plan of a decision; for a button."""
    st.query_params.pop(DECISION, None)


def view_from_link() -> None:
    """Look at the scenario and the domain that the address names. What it does not name stays as
    it was chosen on another screen, and comes in the address."""
    now = state.viewed()
    named = text_in_link(DOMAIN)
    domein = Domein(named) if named in set(Domein) else now.domein
    view_to_link(state.Viewed(number_in_link(VIEWED) or now.scenario, domein))


def view_to_link(view: state.Viewed) -> None:
    """Look at this on every screen, and put it in the address."""
    state.look_at(view)
    put(VIEWED, "" if view.scenario is None else str(view.scenario))
    put(DOMAIN, view.domein or "")


def put(name: str, value: str) -> None:
    """Put `value` in the address as `name`; an empty one takes it out."""
    if value == (st.query_params.get(name) or ""):
        return
    if value:
        st.query_params[name] = value
    else:
        del st.query_params[name]
