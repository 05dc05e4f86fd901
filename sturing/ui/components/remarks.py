"""The button that gives the person's own file back, with the findings in its cells."""

from __future__ import annotations

import streamlit as st

from sturing.services.leveringen import Voorstel
from sturing.services.opmerkingen import is_iets_gelezen, met_opmerkingen, naam_en_soort
from sturing.ui.components.texts import link


def download_remarks(voorstel: Voorstel) -> None:
    """A copy of what was uploaded: values, no formulas, and a remark in every marked cell. Without
    a sheet that could be read there is none."""
    bestanden, bevindingen = voorstel.bestanden, voorstel.beoordeling.bevindingen
    if not is_iets_gelezen(bevindingen):
        return
    name, media_type = naam_en_soort(bestanden, bevindingen)
    st.download_button(
        link("Download bestand met opmerkingen"),
        lambda: met_opmerkingen(bestanden, bevindingen),
        file_name=name,
        mime=media_type,
        on_click="ignore",
        type="tertiary",
        help="Een kopie met waarden, zonder formules. Verbeter de cellen en kies de kopie opnieuw.",
    )
