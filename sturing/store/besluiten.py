"""The ledger: taking a decision in one transaction, and reading what was decided.

Owns the table `besluit`: lines are only added. A decision that is taken is a levering: its rows,
the order, settings and supply beside them, the line of the ledger and the lines of the log are
stored together or not at all. Must never judge a right or calculate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from hashlib import sha256
from typing import Any

from sturing.domain.besluit import Besluit, Voorstelstand
from sturing.domain.levering import Bereik, BladVerschil, Levering, Mutatie
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.wie import Wie
from sturing.errors import InvariantError
from sturing.store import leveringen, logboek, voorstellen
from sturing.store.besloten import lees_staat, zet_staat
from sturing.store.opslag import Cursor, Opslag
from sturing.store.sql_tekst import sql
from sturing.store.staat_json import bezwaren_van_json, staat_naar_json, staat_van_json
from sturing.store.wijziging_json import als_json, lijst_from_json, lijst_to_json, uit_json

ACTIE = "besluit nemen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijwijziging:
    """What a decision changes in the sheets, as a levering keeps it."""

    mutaties: tuple[Mutatie, ...]
    verschil: tuple[BladVerschil, ...]
    bereiken: tuple[Bereik, ...]


def neem_aan(
    opslag: Opslag, *, wie: Wie, besluit: Besluit, versie: int, rijen: Rijwijziging
) -> tuple[Levering, Besluit]:
    """Take the proposal: the next levering, the state beside it and the line of the ledger.

    `besluit` was judged on `basis_levering` and on version `versie` of the proposal; when either is
    another by now this is a ConflictError, as is a stored row that differs. `nummer`, `levering`
    and `staat_voor` of `besluit` are filled in here. Raises OpslagError for a value that does not
    fit. In all these cases nothing is stored.
    """
    if besluit.stand is not Voorstelstand.AANGENOMEN or besluit.staat_na is None:
        raise InvariantError("Dit besluit neemt geen voorstel aan.")
    with opslag.schrijven() as cursor:
        voorstel = voorstellen.eis_open(cursor, besluit.voorstel, versie)
        levering = leveringen.sla_op(
            opslag,
            wie=wie,
            bestanden=(),
            mutaties=rijen.mutaties,
            verschil=rijen.verschil,
            tijdstip=besluit.tijdstip,
            na_levering=besluit.basis_levering,
            bereiken=rijen.bereiken,
        )
        regel = replace(
            besluit,
            nummer=_volgend(cursor),
            levering=levering.nummer,
            staat_voor=lees_staat(cursor),
        )
        zet_staat(cursor, besluit.staat_na)
        voorstellen.zet_stand(cursor, voorstel, besluit.stand)
        _schrijf(opslag, cursor, wie, regel)
    return replace(levering, besluit=regel.nummer), regel


def wijs_af(opslag: Opslag, *, wie: Wie, besluit: Besluit, versie: int) -> Besluit:
    """Turn the proposal down: a line of the ledger, the plan stays. ConflictError as `neem_aan`."""
    if besluit.stand is not Voorstelstand.AFGEWEZEN or besluit.staat_na is not None:
        raise InvariantError("Dit besluit wijst geen voorstel af.")
    with opslag.schrijven() as cursor:
        voorstel = voorstellen.eis_open(cursor, besluit.voorstel, versie)
        regel = replace(besluit, nummer=_volgend(cursor), staat_voor=lees_staat(cursor))
        voorstellen.zet_stand(cursor, voorstel, besluit.stand)
        _schrijf(opslag, cursor, wie, regel)
    return regel


def lijst(opslag: Opslag) -> tuple[Besluit, ...]:
    """Every decision, number 1 first."""
    with opslag.lezen() as cursor:
        return tuple(_besluit(rij) for rij in cursor.execute(sql("besluit/lijst")).fetchall())


def regelkern(besluit: Besluit) -> str:
    """SHA-256 over a whole line of the ledger; the log keeps it, so that a changed line is seen."""
    velden = {**_velden(besluit), "tijdstip": besluit.tijdstip.astimezone(UTC).isoformat()}
    return sha256(als_json(velden).encode()).hexdigest()


def _volgend(cursor: Cursor) -> int:
    return int(cursor.execute(sql("besluit/laatste_nummer")).fetchall()[0][0]) + 1


def _velden(besluit: Besluit) -> dict[str, Any]:
    na = besluit.staat_na
    return {
        "nummer": besluit.nummer,
        "voorstel": besluit.voorstel,
        "titel": besluit.titel,
        "stand": besluit.stand.value,
        "basis_levering": besluit.basis_levering,
        "levering": besluit.levering,
        "tijdstip": besluit.tijdstip.astimezone(UTC).replace(tzinfo=None),
        "account": besluit.account,
        "naam": besluit.naam,
        "rol": besluit.rol,
        "reden": besluit.reden,
        "van": besluit.horizon.van.eerste_dag,
        "tot": besluit.horizon.tot.eerste_dag,
        "vingerafdruk": besluit.vingerafdruk,
        "vingerafdruk_na": besluit.vingerafdruk_na,
        "rekenversie": besluit.rekenversie,
        "wijzigingen": lijst_to_json(besluit.wijzigingen),
        "bezwaren": als_json(besluit.bezwaren),
        "staat_voor": staat_naar_json(besluit.staat_voor),
        "staat_na": None if na is None else staat_naar_json(na),
    }


def _schrijf(opslag: Opslag, cursor: Cursor, wie: Wie, besluit: Besluit) -> None:
    velden = _velden(besluit)
    cursor.execute(sql("besluit/voeg_in"), velden)
    logboek.schrijf(
        opslag,
        wie=wie,
        tijdstip=besluit.tijdstip,
        actie=ACTIE,
        object_naam=f"besluit {besluit.nummer}",
        uitkomst=besluit.stand.value,
        oud=velden["staat_voor"],
        nieuw=als_json(
            {
                "regel": regelkern(besluit),
                "vingerafdruk": besluit.vingerafdruk,
                "staat": velden["staat_na"],
            }
        ),
    )


def _besluit(rij: tuple[Any, ...]) -> Besluit:
    nummer, voorstel, titel, stand, basis, levering, tijdstip, account, naam, rol, *rest = rij
    reden, van, tot, vingerafdruk, vingerafdruk_na, rekenversie, *teksten = rest
    wijzigingen, bezwaren, staat_voor, staat_na = teksten
    return Besluit(
        nummer=nummer,
        voorstel=voorstel,
        titel=titel,
        stand=Voorstelstand(stand),
        basis_levering=basis,
        levering=levering,
        tijdstip=tijdstip.replace(tzinfo=UTC),
        account=account,
        naam=naam,
        rol=rol,
        reden=reden,
        horizon=Horizon(Maand.van_dag(van), Maand.van_dag(tot)),
        vingerafdruk=vingerafdruk,
        vingerafdruk_na=vingerafdruk_na,
        rekenversie=rekenversie,
        wijzigingen=lijst_from_json(wijzigingen),
        bezwaren=bezwaren_van_json(bezwaren),
        staat_voor=staat_van_json(staat_voor),
        staat_na=None if staat_na is None else staat_van_json(staat_na),
    )


def kern_uit_log(nieuw: str) -> str:
    """The hash of the line that a line of the log holds; OpslagError when it has none."""
    return uit_json(nieuw, lambda delen: str(delen["regel"]))
