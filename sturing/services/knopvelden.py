"""The shape of a knob on the screen: its name, its fields, and what a trial of it tells.

Owns no rule of any knob. Values are texts as a person typed or chose them; a field that takes
several choices holds a tuple. Sentences are Dutch and ready to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sturing.services.beelden import Keuze


class Knop(StrEnum):
    """What can be changed in a draft (rekenmodel section 6); the value is its name in a message."""

    PLAATS = "plaats"
    PARKEER = "parkeer"
    STOP = "stop"
    START = "start"
    VERSCHUIF = "verschuif"
    AMBITIE = "ambitie"
    UREN = "uren"
    OPDRACHTGEVER = "opdrachtgever"
    DELEGATIE = "delegatie"
    INHUUR = "inhuur"
    VACATURE = "vacature"
    UITLENEN = "uitlenen"
    NORM = "norm"
    BUDGET = "budget"
    GEWICHTEN = "gewichten"
    SCORE = "score"
    METHODE = "methode"
    WETTELIJK = "wettelijk"


class Veldsoort(StrEnum):
    TEKST = "tekst"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    JA_NEE = "ja_nee"


JA = "ja"
"""The text of a field JA_NEE that is on; off is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """One field of a form: `waarde` is what stands in it at first, `vraag` what a choice shows
    until one is made."""

    sleutel: str
    naam: str
    soort: Veldsoort = Veldsoort.TEKST
    keuzes: tuple[Keuze, ...] = ()
    waarde: str | tuple[str, ...] = ""
    hulp: str = ""
    vraag: str = "Kies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """The form of one knob. `waarom_niet` says why it cannot be used; `zoek` is the text of the
    button that looks for a value, empty when there is nothing to look for."""

    knop: Knop
    titel: str
    uitleg: str
    velden: tuple[Veld, ...]
    waarom_niet: str = ""
    zoek: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatswissel:
    """An opdracht that gets another place. Places count from 1; None is no place."""

    naam: str
    van: int | None
    naar: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proef:
    """What a filled form would do, before it is added; nothing was stored.

    `begrepen` tells back what was typed, `zin` is the line as the list will show it, `gevolg` what
    it does to the opdrachten, `tegen` against what, `kosten` the euros of inhuur per year. `stijgt`
    and `daalt` are in the order after the change. With `fout` nothing else is filled; `veld` names
    the field.
    """

    begrepen: tuple[str, ...] = ()
    zin: str = ""
    gevolg: str = ""
    tegen: str = ""
    kosten: tuple[str, ...] = ()
    stijgt: tuple[Plaatswissel, ...] = ()
    daalt: tuple[Plaatswissel, ...] = ()
    fout: str = ""
    veld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vondst:
    """What was found for a field: `waarde` to put in field `veld` (empty: nothing), in words."""

    tekst: str
    veld: str = ""
    waarde: str = ""
