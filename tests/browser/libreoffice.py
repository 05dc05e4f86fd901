"""LibreOffice as a person uses it: opens a workbook, types in cells, and saves it.

A macro of Basic (vul.xba) does the typing, because Debian's LibreOffice without a screen has no
Python of its own.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

MODULE = Path(__file__).with_name("vul.xba")
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Vul"/>
</library:library>
"""
PATIENCE_S = 120


class LibreOffice:
    """A profile of its own in `place`, with the macro in it."""

    def __init__(self, program: str, place: Path) -> None:
        self._start = [
            program,
            f"-env:UserInstallation={place.as_uri()}",
            "--headless",
            "--norestore",
        ]
        # The first start makes the profile; a library that stood there before would be replaced.
        self._run("--terminate_after_init")
        standard = place / "user" / "basic" / "Standard"
        shutil.copyfile(MODULE, standard / MODULE.name.capitalize())
        (standard / "script.xlb").write_text(LIBRARY, encoding="utf-8")

    def fill(self, source: Path, target: Path, cells: Mapping[str, str]) -> Path:
        """Save `source` as `target` with other texts; `cells` are named Blad!A1."""
        typed = "|".join(f"{cell.replace('!', '=')}={text}" for cell, text in cells.items())
        self._run(f'macro:///Standard.Vul.Main("{source}","{target}","{typed}")')
        assert target.exists(), "LibreOffice saved nothing"
        return target

    def _run(self, argument: str) -> None:
        subprocess.run(
            [*self._start, argument], capture_output=True, timeout=PATIENCE_S, check=True
        )
