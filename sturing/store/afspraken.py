"""What the organisation changed of the afspraken, and the reasons it gave for exceptions.

Owns the tables `afspraak_wijziging` and `afspraak_reden`: rows are only added. A line of the log is
written in the same transaction; of a reason it names the object, never the words. Must never judge
a right or a rule. Moments are UTC.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from sturing.domain.afspraak import (
    Afspraakobject,
    Afspraakreden,
    Afspraakveld,
    Afspraakwijziging,
    Objectsoort,
)
from sturing.domain.wie import Wie
from sturing.store import logboek
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql

ACTIE_WIJZIGEN = "afspraak wijzigen"
ACTIE_REDEN = "afspraak reden"
ACTIE_INTREKKEN = "afspraak reden intrekken"


def wijzig(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    afspraak: str,
    velden: Mapping[Afspraakveld, tuple[str, str]],
    reden: str,
    mag_nog: Callable[[tuple[Afspraakwijziging, ...]], None],
) -> None:
    """Store the changed `velden` (old and new) of one afspraak with one reason.

    `mag_nog` is called inside the transaction with all earlier changes, and raises when what the
    person saw is no longer so; nothing is stored then.
    """
    with opslag.schrijven() as cursor:
        mag_nog(_wijzigingen(cursor))
        nummer = _laatste(cursor)[0]
        for volgnummer, (veld, (oud, nieuw)) in enumerate(velden.items(), start=nummer + 1):
            cursor.execute(
                sql("afspraak/voeg_wijziging_in"),
                {
                    "volgnummer": volgnummer,
                    "afspraak": afspraak,
                    "veld": veld.value,
                    "oud": oud,
                    "nieuw": nieuw,
                    "reden": reden,
                    **_wanneer(wie, tijdstip),
                },
            )
            logboek.schrijf(
                opslag,
                wie=wie,
                tijdstip=tijdstip,
                actie=ACTIE_WIJZIGEN,
                object_naam=f"{afspraak}: {veld}",
                oud=oud,
                nieuw=nieuw,
            )


def leg_reden_vast(
    opslag: Opslag,
    *,
    wie: Wie,
    tijdstip: datetime,
    afspraak: str,
    object_: Afspraakobject,
    feiten: Iterable[str],
    tekst: str,
    ingetrokken: bool = False,
) -> None:
    """Store a reason with the facts that it was given for, or that it is taken back."""
    with opslag.schrijven() as cursor:
        cursor.execute(
            sql("afspraak/voeg_reden_in"),
            {
                "volgnummer": _laatste(cursor)[1] + 1,
                "afspraak": afspraak,
                "soort": object_.soort.value,
                "opdracht": object_.opdracht,
                "team": object_.team,
                "gebied": object_.gebied,
                "persoon": object_.persoon,
                "doel": object_.doel,
                "vraagstuk": object_.vraagstuk,
                "feiten": json.dumps(list(feiten), ensure_ascii=False),
                "ingetrokken": ingetrokken,
                "tekst": tekst,
                **_wanneer(wie, tijdstip),
            },
        )
        # An item is named by its area and opdracht: its vraagstuk is the text of a cell.
        codes = (
            object_.gebied,
            object_.opdracht,
            object_.team,
            object_.persoon,
            object_.doel,
        )
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=tijdstip,
            actie=ACTIE_INTREKKEN if ingetrokken else ACTIE_REDEN,
            object_naam=f"{afspraak}: {object_.soort} {' '.join(code for code in codes if code)}",
        )


def wijzigingen(opslag: Opslag) -> tuple[Afspraakwijziging, ...]:
    """Every change that was ever made, oldest first."""
    with opslag.lezen() as cursor:
        return _wijzigingen(cursor)


def redenen(opslag: Opslag) -> tuple[Afspraakreden, ...]:
    """Every reason that was ever given or taken back, oldest first."""
    with opslag.lezen() as cursor:
        rijen = cursor.execute(sql("afspraak/redenen")).fetchall()
    return tuple(
        Afspraakreden(
            volgnummer=volgnummer,
            afspraak=afspraak,
            object=Afspraakobject(
                soort=Objectsoort(soort),
                opdracht=opdracht,
                team=team,
                gebied=gebied,
                persoon=persoon,
                doel=doel,
                vraagstuk=vraagstuk,
            ),
            feiten=tuple(json.loads(feiten)),
            ingetrokken=ingetrokken,
            tekst=tekst,
            account=account,
            naam=naam,
            tijdstip=tijdstip.replace(tzinfo=UTC),
        )
        for (
            volgnummer,
            afspraak,
            soort,
            opdracht,
            team,
            gebied,
            persoon,
            doel,
            vraagstuk,
            feiten,
            ingetrokken,
            tekst,
            account,
            naam,
            tijdstip,
        ) in rijen
    )


def _wijzigingen(cursor: Cursor) -> tuple[Afspraakwijziging, ...]:
    rijen = cursor.execute(sql("afspraak/wijzigingen")).fetchall()
    return tuple(
        Afspraakwijziging(
            volgnummer=volgnummer,
            afspraak=afspraak,
            veld=Afspraakveld(veld),
            oud=oud,
            nieuw=nieuw,
            reden=reden,
            account=account,
            naam=naam,
            tijdstip=tijdstip.replace(tzinfo=UTC),
        )
        for volgnummer, afspraak, veld, oud, nieuw, reden, account, naam, tijdstip in rijen
    )


def _laatste(cursor: Cursor) -> tuple[int, int]:
    wijziging, reden = cursor.execute(sql("afspraak/laatste_nummer")).fetchall()[0]
    return int(wijziging), int(reden)


def _wanneer(wie: Wie, tijdstip: datetime) -> dict[str, object]:
    return {
        "account": wie.account,
        "naam": wie.naam,
        "tijdstip": tijdstip.astimezone(UTC).replace(tzinfo=None),
    }
