"""Opdrachten and names: what is missing, what resembles a known one, which ranks do not count.

Owns: the notices about single opdrachten and new codes. Ranks are places from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sturing.domain.bevinding import Bevinding
from sturing.intake.codes import Code
from sturing.intake.melding import meld
from sturing.intake.nabij import Namenzoeker
from sturing.intake.ontleden import Regel
from sturing.intake.schema import PER_BLAD
from sturing.intake.stand import Geheel

_MET_NAAM = ("Teams", "Personen", "Gebieden", "Programmas", "Doelen", "Opdrachten")


def controleer_opdrachten(geheel: Geheel) -> Iterator[Bevinding]:
    """An opdracht without opdrachtgever, and a budget that no programme pays."""
    for regel, rij in geheel.nieuw("Opdrachten"):
        if rij["opdrachtgever"] is None:
            yield regel.meld(
                Code.OPDRACHT_ZONDER_OPDRACHTGEVER,
                f"opdracht '{rij['opdracht']}' heeft geen opdrachtgever.",
                "Vul de opdrachtgever in. Is die er nog niet? Dan kan de opdracht er toch in.",
                "opdrachtgever",
            )
        if rij["budget_cent"] and rij["programma"] is None:
            yield regel.meld(
                Code.BUDGET_ZONDER_PROGRAMMA,
                f"opdracht '{rij['opdracht']}' heeft een budget, maar geen programma. Dan vraagt "
                "zij geen geld.",
                "Vul het programma in als de opdracht geld vraagt.",
                "budget_cent",
            )


def controleer_namen_van_nieuwe(geheel: Geheel) -> Iterator[Bevinding]:
    """A new code whose name equals or nearly equals the name of a stored one."""
    for naam in _MET_NAAM:
        code = PER_BLAD[naam].sleutel[0]
        opgeslagen = {
            str(rij[code]): str(rij["naam"]) for rij in geheel.voor.get(naam, ()) if rij["naam"]
        }
        nieuw = [(regel, rij) for regel, rij in geheel.nieuw(naam) if rij[code] not in opgeslagen]
        if not opgeslagen or not nieuw:
            continue
        zoeker = Namenzoeker(opgeslagen)
        for regel, rij in nieuw:
            ander = zoeker.lijkt_op(str(rij["naam"]))
            if ander is not None:
                vorige = "vorige_code" in PER_BLAD[naam].per_veld
                yield regel.meld(
                    Code.LIJKT_OP,
                    f"'{rij['naam']}' lijkt op '{opgeslagen[ander]}', bekend als '{ander}'.",
                    f"Is het dezelfde? Zet dan '{ander}' in de kolom 'vorige code'."
                    if vorige
                    else f"Is het dezelfde? Gebruik dan de code '{ander}'.",
                    "naam",
                )


def houd_plaats_in_werking(regels: Iterable[Regel], besloten_rang: Mapping[str, int]) -> None:
    """A rang that equals the decided place is no wish: as if the column were absent in that row.

    A filled template gives the place in force, so bringing it back unchanged changes nothing.
    """
    for regel in regels:
        rang = regel.waarden.get("rang")
        if rang is not None and besloten_rang.get(str(regel.waarden.get("opdracht"))) == rang:
            del regel.waarden["rang"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rangverschil:
    """An opdracht of the upload whose `rang` differs from the one that a decision gave."""

    opdracht: str
    besloten_rang: int
    rang: int
    bestand: str
    cel: str


def rangverschillen(geheel: Geheel, besloten_rang: Mapping[str, int]) -> tuple[Rangverschil, ...]:
    """The opdrachten of the upload with another rang than decided, in the order of the upload.

    An empty cell, an absent column and an opdracht without a decided rang are no difference.
    """
    if not besloten_rang:
        return ()
    return tuple(
        Rangverschil(
            opdracht=str(rij["opdracht"]),
            besloten_rang=besloten,
            rang=rang,
            bestand=regel.tabel.bestand,
            cel=regel.cel("rang"),
        )
        for regel, rij in geheel.nieuw("Opdrachten")
        if isinstance(rang := regel.waarden.get("rang"), int)
        and (besloten := besloten_rang.get(str(rij["opdracht"]), rang)) != rang
    )


def controleer_rang(rangen: Sequence[Rangverschil]) -> Iterator[Bevinding]:
    """Uploaded ranks that differ from the decided order: counted in one finding."""
    if rangen:
        hoeveel = "1 opdracht heeft" if len(rangen) == 1 else f"{len(rangen)} opdrachten hebben"
        yield meld(
            Code.RANG_BESLOTEN,
            f"{hoeveel} een andere rang dan besloten is. De besloten volgorde blijft.",
            "Wilt u de volgorde veranderen? Maak dan een concept.",
            bestand=rangen[0].bestand,
            blad="Opdrachten",
            waarde=str(len(rangen)),
        )
