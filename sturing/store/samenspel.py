"""Signals of teams and opdrachten laid before the strategisch manager, with all that was said.

Owns the tables `signaal`, `escalatie` and `samenspel_bericht`: rows are only added. A line of the
log is written in the same transaction; it names the object, never the words. Must never judge who
may say something. Moments are UTC, hours hundredths.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.samenspel import (
    Bericht,
    Berichtsoort,
    Escalatie,
    Richting,
    Signaalsoort,
    Teamsignaal,
)
from sturing.domain.tijd import Maand
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, InvariantError
from sturing.store import logboek
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql

SIGNAAL = "signaal"
ESCALATIE = "escalatie"
_C = TypeVar("_C")


def meld(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    soort: Signaalsoort,
    tekst: str,
    team: TeamCode | None = None,
    opdracht: OpdrachtCode | None = None,
    van: Maand | None = None,
    tot: Maand | None = None,
    uren_honderdste: int | None = None,
    richting: Richting | None = None,
    plaats: int | None = None,
) -> int:
    """Store a new signal with its first message, and give its number."""
    with opslag.schrijven() as cursor:
        nummer = _laatste(cursor)[0] + 1
        cursor.execute(
            sql("samenspel/voeg_signaal_in"),
            {
                "nummer": nummer,
                "soort": soort.value,
                "team": team,
                "opdracht": opdracht,
                "van": van.eerste_dag if van else None,
                "tot": tot.eerste_dag if tot else None,
                "uren_honderdste": uren_honderdste,
                "richting": richting.value if richting else None,
                "plaats": plaats,
            },
        )
        _schrijf(
            opslag,
            cursor,
            SIGNAAL,
            nummer,
            1,
            bericht(wie, tijdstip, Berichtsoort.VRAAG, tekst),
            wie,
            waarover=", ".join(code for code in (team, opdracht) if code),
        )
    return nummer


def leg_voor(
    opslag: Opslag, *, wie: Wie, tijdstip: datetime, opdracht: OpdrachtCode, aan: str, tekst: str
) -> int:
    """Store a new escalation with its question, and give its number."""
    with opslag.schrijven() as cursor:
        nummer = _laatste(cursor)[1] + 1
        cursor.execute(
            sql("samenspel/voeg_escalatie_in"), {"nummer": nummer, "opdracht": opdracht, "aan": aan}
        )
        vraag = bericht(wie, tijdstip, Berichtsoort.VRAAG, tekst)
        _schrijf(opslag, cursor, ESCALATIE, nummer, 1, vraag, wie, waarover=opdracht)
    return nummer


def bericht(
    wie: Wie,
    tijdstip: datetime,
    soort: Berichtsoort,
    tekst: str,
    concept: int | None = None,
) -> Bericht:
    """A message of `wie`. `tijdstip` must have a time zone (InvariantError)."""
    if tijdstip.tzinfo is None:
        raise InvariantError("Het tijdstip van een bericht heeft geen tijdzone.")
    return Bericht(
        soort=soort,
        tekst=tekst,
        account=wie.account,
        naam=wie.naam,
        tijdstip=tijdstip,
        concept=concept,
    )


def zeg(opslag: Opslag, *, wie: Wie, bij: str, nummer: int, nieuw: Bericht, na: int) -> None:
    """Add a message by one who saw `na` messages; another number by now is a ConflictError."""
    with opslag.schrijven() as cursor:
        velden = {"bij": bij, "nummer": nummer}
        gezegd = int(cursor.execute(sql("samenspel/aantal_berichten"), velden).fetchall()[0][0])
        if gezegd != na or not na:
            raise ConflictError(
                "Intussen is hier iets bij gezegd.",
                hint="Lees het nieuwe bericht en probeer het opnieuw. Er is niets opgeslagen.",
            )
        _schrijf(opslag, cursor, bij, nummer, na + 1, nieuw, wie)


def signalen(opslag: Opslag) -> tuple[Teamsignaal, ...]:
    """Every signal, oldest first."""
    with opslag.lezen() as cursor:
        gezegd = _berichten(cursor, SIGNAAL)
        rijen = cursor.execute(sql("samenspel/signalen")).fetchall()
    return tuple(
        Teamsignaal(
            nummer=nummer,
            soort=Signaalsoort(soort),
            team=_of_niets(TeamCode, team),
            opdracht=_of_niets(OpdrachtCode, opdracht),
            van=_maand(van),
            tot=_maand(tot),
            uren_honderdste=uren,
            richting=_of_niets(Richting, richting),
            plaats=plaats,
            berichten=gezegd[nummer],
        )
        for nummer, soort, team, opdracht, van, tot, uren, richting, plaats in rijen
    )


def escalaties(opslag: Opslag) -> tuple[Escalatie, ...]:
    """Everything that was ever laid before a strategisch manager, oldest first."""
    with opslag.lezen() as cursor:
        gezegd = _berichten(cursor, ESCALATIE)
        rijen = cursor.execute(sql("samenspel/escalaties")).fetchall()
    return tuple(
        Escalatie(nummer=nummer, opdracht=OpdrachtCode(opdracht), aan=aan, berichten=gezegd[nummer])
        for nummer, opdracht, aan in rijen
    )


def _laatste(cursor: Cursor) -> tuple[int, int]:
    signaal, escalatie = cursor.execute(sql("samenspel/laatste_nummer")).fetchall()[0]
    return int(signaal), int(escalatie)


def _schrijf(
    opslag: Opslag,
    cursor: Cursor,
    bij: str,
    nummer: int,
    volgnr: int,
    nieuw: Bericht,
    wie: Wie,
    *,
    waarover: str = "",
) -> None:
    cursor.execute(
        sql("samenspel/voeg_bericht_in"),
        {
            "bij": bij,
            "nummer": nummer,
            "volgnr": volgnr,
            "soort": nieuw.soort.value,
            "tekst": nieuw.tekst,
            "account": nieuw.account,
            "naam": nieuw.naam,
            "tijdstip": nieuw.tijdstip.astimezone(UTC).replace(tzinfo=None),
            "concept": nieuw.concept,
        },
    )
    delen = [f"{bij} {nummer}" + (f": {waarover}" if waarover else "")]
    if nieuw.concept is not None:
        delen.append(f"concept {nieuw.concept}")
    logboek.schrijf(
        opslag,
        wie=wie,
        tijdstip=nieuw.tijdstip,
        actie=f"{bij} {nieuw.soort}",
        object_naam=", ".join(delen),
    )


def _berichten(cursor: Cursor, bij: str) -> dict[int, tuple[Bericht, ...]]:
    per: dict[int, list[Bericht]] = {}
    rijen = cursor.execute(sql("samenspel/berichten"), {"bij": bij}).fetchall()
    for nummer, soort, tekst, account, naam, tijdstip, concept in rijen:
        per.setdefault(nummer, []).append(
            Bericht(
                soort=Berichtsoort(soort),
                tekst=tekst,
                account=account,
                naam=naam,
                tijdstip=tijdstip.replace(tzinfo=UTC),
                concept=concept,
            )
        )
    return {nummer: tuple(berichten) for nummer, berichten in per.items()}


def _of_niets(maak: Callable[[str], _C], code: str | None) -> _C | None:
    return None if code is None else maak(code)


def _maand(dag: date | None) -> Maand | None:
    return None if dag is None else Maand.van_dag(dag)
