"""Proposals and the reactions to them: stored, read, and never silently overwritten.

Owns the tables `voorstel` and `reactie`. A proposal is a frozen copy: of it only `stand` and
`versie` change, reactions are only added, and every write names the version that it saw. Each write
has its line in the log, in the same transaction. Must never judge a right or calculate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sturing.domain.besluit import Reactie, Reactiesoort, Verlies, Voorstel, Voorstelstand
from sturing.domain.codes import PersoonCode
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, InvoerError
from sturing.store import logboek
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql
from sturing.store.staat_json import verlies_van_json
from sturing.store.wijziging_json import als_json, lijst_from_json, lijst_to_json


def maak(opslag: Opslag, wie: Wie, voorstel: Voorstel) -> Voorstel:
    """Store a new proposal under the next number (that of `voorstel` is not looked at)."""
    with opslag.schrijven() as cursor:
        nummer = int(cursor.execute(sql("voorstel/laatste_nummer")).fetchall()[0][0]) + 1
        nieuw = replace(voorstel, nummer=nummer)
        cursor.execute(
            sql("voorstel/voeg_in"),
            {
                "nummer": nummer,
                "titel": nieuw.titel,
                "toelichting": nieuw.toelichting,
                "account": nieuw.account,
                "naam": nieuw.naam,
                "persoon": nieuw.persoon,
                "tijdstip": nieuw.tijdstip.astimezone(UTC).replace(tzinfo=None),
                "reactie_tot": nieuw.reactie_tot,
                "van": nieuw.horizon.van.eerste_dag,
                "tot": nieuw.horizon.tot.eerste_dag,
                "concept": nieuw.concept,
                "concept_versie": nieuw.concept_versie,
                "basis_levering": nieuw.basis_levering,
                "vingerafdruk": nieuw.vingerafdruk,
                "wijzigingen": lijst_to_json(nieuw.wijzigingen),
            },
        )
        _log(opslag, wie, "voorstel doen", nummer, nieuw.tijdstip)
    return nieuw


def lees(opslag: Opslag, nummer: int) -> Voorstel:
    """One proposal with its reactions. Raises InvoerError when there is none with this number."""
    with opslag.lezen() as cursor:
        return _een(cursor, nummer)


def lijst(opslag: Opslag) -> tuple[Voorstel, ...]:
    """Every proposal with its reactions, number 1 first."""
    with opslag.lezen() as cursor:
        return _lees(cursor, None)


def reageer(
    opslag: Opslag,
    wie: Wie,
    nummer: int,
    verwachte_versie: int,
    *,
    soort: Reactiesoort,
    tekst: str,
    tijdstip: datetime,
    bij: int | None = None,
    verlies: Iterable[Verlies] = (),
    stand: Voorstelstand | None = None,
) -> Voorstel:
    """Add a reaction to an open proposal, and with `stand` close it at once.

    Raises ConflictError when the proposal is not open any more or is at another version.
    """
    with opslag.schrijven() as cursor:
        nu = eis_open(cursor, nummer, verwachte_versie)
        reactie = Reactie(
            nummer=len(nu.reacties) + 1,
            soort=soort,
            account=wie.account,
            naam=wie.naam,
            persoon=wie.persoon,
            tijdstip=tijdstip.astimezone(UTC),
            tekst=tekst,
            bij=bij,
            verlies=tuple(verlies),
        )
        cursor.execute(
            sql("voorstel/voeg_reactie_in"),
            {
                "voorstel": nummer,
                "nummer": reactie.nummer,
                "soort": soort.value,
                "account": wie.account,
                "naam": wie.naam,
                "persoon": wie.persoon,
                "tijdstip": reactie.tijdstip.replace(tzinfo=None),
                "tekst": tekst,
                "bij": bij,
                "verlies": als_json(reactie.verlies),
            },
        )
        straks = zet_stand(cursor, nu, stand or nu.stand)
        _log(opslag, wie, f"voorstel: {soort.value}", nummer, tijdstip)
    return replace(straks, reacties=(*nu.reacties, reactie))


def trek_in(
    opslag: Opslag, wie: Wie, nummer: int, verwachte_versie: int, tijdstip: datetime
) -> Voorstel:
    """Take an open proposal back. Raises ConflictError as `reageer`."""
    with opslag.schrijven() as cursor:
        nu = eis_open(cursor, nummer, verwachte_versie)
        straks = zet_stand(cursor, nu, Voorstelstand.INGETROKKEN)
        _log(opslag, wie, "voorstel intrekken", nummer, tijdstip)
    return straks


def eis_open(cursor: Cursor, nummer: int, verwachte_versie: int) -> Voorstel:
    """The proposal in this transaction; ConflictError when it is not what was looked at."""
    nu = _een(cursor, nummer)
    if nu.stand is not Voorstelstand.OPEN:
        raise ConflictError(
            f"Voorstel {nummer} is {nu.stand.value}. Er kan niets meer bij.",
            hint="Bekijk bij Eerdere besluiten wat er is besloten.",
        )
    if nu.versie != verwachte_versie:
        raise ConflictError(
            "Er is intussen op dit voorstel gereageerd.",
            hint="U ziet nu alle reacties. Lees ze en kies opnieuw. Er is niets opgeslagen.",
        )
    return nu


def zet_stand(cursor: Cursor, nu: Voorstel, stand: Voorstelstand) -> Voorstel:
    """Raise the version and set the state, in the transaction of `cursor`."""
    straks = replace(nu, stand=stand, versie=nu.versie + 1)
    cursor.execute(
        sql("voorstel/zet_stand"),
        {"nummer": nu.nummer, "stand": stand.value, "versie": straks.versie},
    )
    return straks


def _log(opslag: Opslag, wie: Wie, actie: str, nummer: int, tijdstip: datetime) -> None:
    logboek.schrijf(
        opslag, wie=wie, tijdstip=tijdstip, actie=actie, object_naam=f"voorstel {nummer}"
    )


def _een(cursor: Cursor, nummer: int) -> Voorstel:
    gevonden = _lees(cursor, nummer)
    if not gevonden:
        raise InvoerError(
            f"Voorstel {nummer} bestaat niet.", hint="Kies een voorstel uit de lijst."
        )
    return gevonden[0]


def _lees(cursor: Cursor, nummer: int | None) -> tuple[Voorstel, ...]:
    reacties: dict[int, list[Reactie]] = {}
    for voorstel, *rest in cursor.execute(
        sql("voorstel/reacties"), {"voorstel": nummer}
    ).fetchall():
        reacties.setdefault(voorstel, []).append(_reactie(rest))
    rijen = cursor.execute(sql("voorstel/lijst"), {"nummer": nummer}).fetchall()
    return tuple(_voorstel(rij, tuple(reacties.get(rij[0], ()))) for rij in rijen)


def _voorstel(rij: tuple[Any, ...], reacties: tuple[Reactie, ...]) -> Voorstel:
    nummer, titel, toelichting, account, naam, persoon, tijdstip, reactie_tot, *rest = rij
    van, tot, concept, concept_versie, basis, vingerafdruk, wijzigingen, stand, versie = rest
    return Voorstel(
        nummer=nummer,
        titel=titel,
        toelichting=toelichting,
        account=account,
        naam=naam,
        persoon=PersoonCode(persoon) if persoon else None,
        tijdstip=tijdstip.replace(tzinfo=UTC),
        reactie_tot=reactie_tot,
        horizon=Horizon(Maand.van_dag(van), Maand.van_dag(tot)),
        concept=concept,
        concept_versie=concept_versie,
        basis_levering=basis,
        vingerafdruk=vingerafdruk,
        wijzigingen=lijst_from_json(wijzigingen),
        stand=Voorstelstand(stand),
        versie=versie,
        reacties=reacties,
    )


def _reactie(delen: list[Any]) -> Reactie:
    nummer, soort, account, naam, persoon, tijdstip, tekst, bij, verlies = delen
    return Reactie(
        nummer=nummer,
        soort=Reactiesoort(soort),
        account=account,
        naam=naam,
        persoon=PersoonCode(persoon) if persoon else None,
        tijdstip=tijdstip.replace(tzinfo=UTC),
        tekst=tekst,
        bij=bij,
        verlies=verlies_van_json(verlies),
    )
