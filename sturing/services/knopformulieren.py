"""The fields that several knobs share, with what stands in them at first. No rules, no reading."""

from __future__ import annotations

from sturing.domain.wijziging import Wijziging
from sturing.services import knopinvoer as lees
from sturing.services.beelden import Keuze
from sturing.services.knopinvoer import Invoer
from sturing.services.knopstand import Knopstand, als_keuzes
from sturing.services.knopvelden import Veld, Veldsoort


def opdracht_veld(keuzes: tuple[Keuze, ...], invoer: Invoer) -> Veld:
    """The choice of an opdracht."""
    return Veld(
        sleutel="opdracht",
        naam="Opdracht",
        soort=Veldsoort.KEUZE,
        keuzes=keuzes,
        waarde=lees.tekst(invoer, "opdracht"),
    )


def tekstveld(invoer: Invoer, sleutel: str, naam: str, hulp: str = "", standaard: str = "") -> Veld:
    """A text; `standaard` stands in it when the form is opened empty."""
    waarde = lees.tekst(invoer, sleutel) if sleutel in invoer else standaard
    return Veld(sleutel=sleutel, naam=naam, waarde=waarde, hulp=hulp)


def vraagt_veld(stand: Knopstand, invoer: Invoer) -> Veld:
    """The choice of an opdracht that claims."""
    return opdracht_veld(stand.opdracht_keuzes(lambda o: o.status.vraagt), invoer)


def alleen_opdracht(wijziging: Wijziging) -> Invoer:
    """The texts of a form that asks only which opdracht."""
    return {"opdracht": str(getattr(wijziging, "opdracht", ""))}


def keuzeveld(
    invoer: Invoer, sleutel: str, naam: str, keuzes: dict[str, str], vraag: str = "Kies"
) -> Veld:
    """A choice of codes with their names; `vraag` stands in it until one is chosen."""
    return Veld(
        sleutel=sleutel,
        naam=naam,
        soort=Veldsoort.KEUZE,
        keuzes=als_keuzes(keuzes),
        waarde=lees.tekst(invoer, sleutel),
        vraag=vraag,
    )
