"""What the screen Opdrachtgever shows, ready to draw. Hours are whole hours as shown."""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Haalbaarheid
from sturing.services.beelden import Keuze, Kop
from sturing.services.gespreksbeeld import Gespreksbeeld
from sturing.services.planbalkbeeld import Planbalk


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtrij:
    """One opdracht of this person. Voortgang and kwaliteit are words of people, never a colour.

    `plaats` is None for one that asks nothing now; `stand` says then why. `gedelegeerd` is to whom,
    or ("namens ...") on whose behalf this person steers it.
    """

    opdracht: str
    plaats: int | None
    naam: str
    status: Haalbaarheid | None
    stand: str
    gevraagd_uren: int | None
    toegekend_uren: int | None
    gevraagd_dzd: int | None
    """Thousands of euros; None for one that asks nothing now."""
    toegekend_dzd: int | None
    dekking: str
    dekking_pct: int | None
    knelpunt: str
    gedelegeerd: str
    voortgang: str
    kwaliteit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegatie:
    """One opdracht that this person delegated (`wie` is "aan ...") or steers for another ("namens
    ..."); `van`, `tot` and `reden` as decided (`besloten`), an en dash for what is not known."""

    naam: str
    wie: str
    van: str
    tot: str
    reden: str
    besloten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimregel:
    """Another opdrachtgever with whom this person asks too much together: hours, of how many teams,
    and of which team most."""

    persoon: str
    naam: str
    tekort_uren: int
    teams: int
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegregel:
    """A portefeuillehouder of opdrachten of this person: how many, how many fall short, and the day
    of the last note of a talk (an en dash for none, or none that may be read)."""

    persoon: str
    naam: str
    opdrachten: int
    knelt: int
    laatste: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgeverbeeld:
    """The whole screen of one person. `personen` is empty for who may not choose another."""

    kop: Kop
    persoon: str
    personen: tuple[Keuze, ...]
    van_mij: bool
    rijen: tuple[Opdrachtrij, ...]
    planning: tuple[Planbalk, ...]
    """Those that ask hours, over the months of the period."""
    maanden: tuple[str, ...]
    planzin: str
    samen: str
    """The sums under the table, in words; empty without rows."""
    signalen: tuple[Gespreksbeeld, ...]
    aan_voorgelegd: tuple[Gespreksbeeld, ...]
    door_voorgelegd: tuple[Gespreksbeeld, ...]
    voorleggen: tuple[Keuze, ...]
    """The opdrachten that the acting person may lay before a strategisch manager."""
    gedelegeerd: tuple[Delegatie, ...]
    claims: tuple[Claimregel, ...]
    gesprekken: tuple[Overlegregel, ...]
    portefeuille: str
    """Under the answer of who has nothing here but is portefeuillehouder: where that work is; empty
    for everybody else."""
    mag_exporteren: bool

    @property
    def leeg(self) -> bool:
        """Whether there is nothing at all to show under the answer."""
        return not (
            self.rijen
            or self.signalen
            or self.aan_voorgelegd
            or self.door_voorgelegd
            or self.claims
            or self.gesprekken
        )
