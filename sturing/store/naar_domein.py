"""Turns stored rows into the frozen types of the domain, one function per sheet.

Owns that translation and nothing else: an empty `wettelijk` is no, an empty `afwezig_pct` is 100,
`portefeuillehouders` is a text of codes with a semicolon between them. Must never judge a row.
Units as in the domain: hours in hundredths, euros in cents.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sturing.domain import keuzes as k
from sturing.domain import organisatie as o
from sturing.domain import werk as w
from sturing.domain.codes import PersoonCode
from sturing.domain.tijd import Maand

Gelezen = dict[str, Any]
"""A row as the database gave it; the CHECKs of its table guarantee the type of every field."""

_maand = lru_cache(maxsize=2048)(Maand.van_dag)


def _codes(tekst: str | None) -> tuple[PersoonCode, ...]:
    delen = (deel.strip() for deel in (tekst or "").split(";"))
    return tuple(PersoonCode(deel) for deel in delen if deel)


def team(rij: Gelezen) -> o.Team:
    """A row of Teams."""
    begeleiding = rij.pop("begeleiding")
    return o.Team(
        soort=k.TeamSoort(rij.pop("soort")),
        domein=k.Domein(rij.pop("domein")),
        begeleiding=k.Begeleiding(begeleiding) if begeleiding else None,
        **rij,
    )


def persoonsrol(rij: Gelezen) -> o.Persoonsrol:
    """A row of Personen."""
    domein = rij.pop("domein")
    return o.Persoonsrol(
        rol=k.Rol(rij.pop("rol")), domein=k.Domein(domein) if domein else None, **rij
    )


def gebied(rij: Gelezen) -> o.Gebied:
    """A row of Gebieden."""
    return o.Gebied(soort=k.GebiedSoort(rij.pop("soort")), **rij)


def programma(rij: Gelezen) -> o.Programma:
    """A row of Programmas."""
    return o.Programma(**rij)


def begrotingsregel(rij: Gelezen) -> o.Begrotingsregel:
    """A row of Begroting."""
    return o.Begrotingsregel(**rij)


def doel(rij: Gelezen) -> o.Doel:
    """A row of Doelen."""
    return o.Doel(bron=k.DoelBron(rij.pop("bron")), **rij)


def opdracht(rij: Gelezen) -> w.Opdracht:
    """A row of Opdrachten."""
    voortgang = rij.pop("voortgang")
    return w.Opdracht(
        soort_werk=k.SoortWerk(rij.pop("soort_werk")),
        status=k.Status(rij.pop("status")),
        portefeuillehouders=_codes(rij.pop("portefeuillehouders")),
        wettelijk=bool(rij.pop("wettelijk")),
        voortgang=k.Voortgang(voortgang) if voortgang else None,
        **rij,
    )


def agendapunt(rij: Gelezen) -> w.Agendapunt:
    """A row of Gebiedsagenda."""
    soort, initiatief = rij.pop("soort"), rij.pop("initiatief")
    return w.Agendapunt(
        soort=k.AgendaSoort(soort) if soort else None,
        initiatief=k.Initiatief(initiatief) if initiatief else None,
        **rij,
    )


def capaciteitsregel(rij: Gelezen) -> o.Capaciteitsregel:
    """A row of Capaciteit; the days of its window stand for their months."""
    return o.Capaciteitsregel(
        team=rij["team"],
        van=_maand(rij["van"]),
        tot=_maand(rij["tot"]),
        soort=k.CapaciteitSoort(rij["soort"]),
        fte=rij["fte"],
    )


def medewerker(rij: Gelezen) -> o.Medewerker:
    """A row of Medewerkers."""
    dienstverband = rij.pop("dienstverband")
    return o.Medewerker(
        dienstverband=k.Dienstverband(dienstverband) if dienstverband else None, **rij
    )


def teamrol(rij: Gelezen) -> o.Teamrol:
    """A row of Teamrollen."""
    del rij["volgnr"]
    return o.Teamrol(**rij)


def afwezigheid(rij: Gelezen) -> o.Afwezigheid:
    """A row of Afwezigheid; without a percentage the absence is whole."""
    pct = rij.pop("afwezig_pct")
    return o.Afwezigheid(afwezig_pct=Decimal(100) if pct is None else pct, **rij)


def inzetregel(rij: Gelezen) -> w.Inzetregel:
    """A row of Inzet."""
    del rij["volgnr"]
    return w.Inzetregel(**rij)


def urenregel(rij: Gelezen) -> w.Urenregel:
    """A row of Uren."""
    rij["maand"] = _maand(rij["maand"])
    return w.Urenregel(**rij)


def bestedingsregel(rij: Gelezen) -> w.Bestedingsregel:
    """A row of Besteding."""
    rij["maand"] = _maand(rij["maand"])
    return w.Bestedingsregel(**rij)


def teamplanregel(rij: Gelezen) -> w.Teamplanregel:
    """A row of Teamplannen."""
    return w.Teamplanregel(**rij)


def norm(rij: Gelezen) -> o.Norm:
    """A row of Normen."""
    return o.Norm(**rij)


def peildatum_van(uren: tuple[w.Urenregel, ...]) -> date | None:
    """The data date: the last day of the last month with spent hours (rekenmodel, opening)."""
    return max(regel.maand for regel in uren).laatste_dag if uren else None
