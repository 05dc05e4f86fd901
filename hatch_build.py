"""What a wheel carries besides the package: the screens, the demonstration and what they show.

In a checkout these stand beside the package, so an editable install must not copy them: the copy
would grow old. `sturing/services/plaatsen.py` looks in both places.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BESIDE_THE_PACKAGE = (
    ".streamlit/config.toml",
    "app.py",
    "data",
    "docs/begrippen.md",
    "pages",
    "static",
)


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by hatchling for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to a real wheel (`version` is then "standard", else "editable")."""
        if version == "standard":
            build_data["force_include"].update(
                {path: f"sturing/_app/{path}" for path in BESIDE_THE_PACKAGE}
            )
