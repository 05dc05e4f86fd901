"""Where the files beside the code live (app.py, pages, data, docs): in a checkout or a wheel."""

from __future__ import annotations

from pathlib import Path

import sturing
from sturing.errors import BestandError

_PAKKET = Path(sturing.__file__).resolve().parent


def app_map() -> Path:
    """The folder that holds app.py and data: inside the wheel `sturing/_app`, else the checkout.

    Raises BestandError when neither is there (a broken installation).
    """
    for map_ in (_PAKKET / "_app", _PAKKET.parent):
        if (map_ / "data").is_dir():
            return map_
    raise BestandError(
        "De bestanden van Sturing zijn niet gevonden.",
        hint="Installeer Sturing opnieuw.",
    )


def demonstratie_map() -> Path:
    """The folder with the workbooks of the demonstration organisation."""
    return app_map() / "data" / "demonstratie"


def begrippen_bestand() -> Path:
    """The list of terms, shown on the screen Uitleg."""
    return app_map() / "docs" / "begrippen.md"
