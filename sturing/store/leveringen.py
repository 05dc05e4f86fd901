"""The register of leveringen: storing one, and reading which there were.

Owns the one transaction in which rows, register, history and log line of a levering are written.
Must never judge rows or decide what an upload replaces (intake does); a levering is never changed
or removed afterwards (ADR: immutable leveringen).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pyarrow as pa  # type: ignore[import-untyped]

from sturing.domain.levering import Bereik, Bestandsinfo, BladVerschil, Levering, Mutatie, Rij
from sturing.domain.wie import Wie
from sturing.errors import ConflictError, InvariantError
from sturing.store import logboek
from sturing.store.hernoemen import hernoem, hernoemingen_van
from sturing.store.opslag import Cursor, Opslag
from sturing.store.rij_json import rij_naar_json, sleutel_naar_json
from sturing.store.rijen import breng_in, neem_uit, tabel_van, voeg_in
from sturing.store.sql_tekst import sql
from sturing.store.tabellen import BLADNAMEN, Sleutel, Tabel

_MUTATIES = pa.schema(
    [
        ("levering", pa.int32()),
        ("volgnr", pa.int32()),
        *((veld, pa.string()) for veld in ("blad", "cel", "bestand", "oud", "nieuw")),
    ]
)
_BEREIKEN = pa.schema(
    [("levering", pa.int32()), *((veld, pa.string()) for veld in ("blad", "sleutel"))]
)


def sla_op(
    opslag: Opslag,
    *,
    wie: Wie,
    bestanden: Iterable[Bestandsinfo],
    mutaties: Iterable[Mutatie],
    verschil: Iterable[BladVerschil],
    tijdstip: datetime,
    na_levering: int | None = None,
    bereiken: Iterable[Bereik] = (),
    maakt_ongedaan: int | None = None,
) -> Levering:
    """Store one levering: rows, register, history, scopes and log line, all or nothing.

    `tijdstip` has a time zone and is kept in UTC. `na_levering` is the number of the last levering
    when the files were judged (0 before the first); another one by now is a ConflictError, as is a
    stored row that differs from `oud` of its mutation. Raises OpslagError for a row outside the
    ranges of its table. In all these cases nothing is stored. `bereiken` are the scopes that it
    touches; none means: those of its mutations. `maakt_ongedaan` is the levering that it undoes.
    """
    if tijdstip.tzinfo is None:
        raise InvariantError("Het tijdstip van een levering heeft geen tijdzone.")
    alle = tuple(mutaties)
    with opslag.schrijven() as cursor:
        vorige = _laatste_nummer(cursor)
        if na_levering is not None and na_levering != vorige:
            raise ConflictError(
                f"Intussen is levering {vorige} opgeslagen.",
                hint="Controleer uw bestanden opnieuw. Er is niets opgeslagen.",
            )
        levering = Levering(
            nummer=vorige + 1,
            tijdstip=tijdstip.astimezone(UTC),
            account=wie.account,
            naam=wie.naam,
            bestanden=tuple(bestanden),
            verschil=tuple(verschil),
            maakt_ongedaan=maakt_ongedaan,
        )
        verwerk(opslag, cursor, alle)
        hernoem(cursor, hernoemingen_van(alle))
        _schrijf_register(cursor, levering)
        _schrijf_mutaties(cursor, levering.nummer, alle)
        _schrijf_bereiken(cursor, levering.nummer, bereiken)
        logboek.schrijf(
            opslag,
            wie=wie,
            tijdstip=levering.tijdstip,
            actie="levering opslaan",
            object_naam=f"levering {levering.nummer}",
        )
        if maakt_ongedaan is not None:
            logboek.schrijf(
                opslag,
                wie=wie,
                tijdstip=levering.tijdstip,
                actie="levering ongedaan maken",
                object_naam=f"levering {maakt_ongedaan}",
            )
    return levering


def lijst(opslag: Opslag) -> tuple[Levering, ...]:
    """Every levering, number 1 first."""
    with opslag.lezen() as cursor:
        return _lees_register(cursor, 1)


def laatste(opslag: Opslag) -> Levering | None:
    """The newest levering; None while nothing was stored."""
    with opslag.lezen() as cursor:
        gevonden = _lees_register(cursor, _laatste_nummer(cursor))
    return gevonden[-1] if gevonden else None


def laatste_nummer(opslag: Opslag) -> int:
    """The number of the newest levering, 0 while nothing was stored; cheaper than `laatste`."""
    with opslag.lezen() as cursor:
        return _laatste_nummer(cursor)


def verwerk(opslag: Opslag, cursor: Cursor, mutaties: Sequence[Mutatie]) -> None:
    """Carry the mutations out on the rows, in the transaction of `cursor`.

    Raises ConflictError when a stored row differs from `oud` of its mutation.
    """
    for blad in BLADNAMEN:
        van_blad = [m for m in mutaties if m.blad == blad]
        if van_blad:
            _verwerk(cursor, tabel_van(opslag, blad), van_blad)


def _verwerk(cursor: Cursor, tabel: Tabel, mutaties: Sequence[Mutatie]) -> None:
    """Take out what the mutations name, check that it is what they expect, put the new rows in."""
    verwacht: dict[Sleutel, Rij] = {}
    geraakt: dict[Sleutel, Rij] = {}
    for mutatie in mutaties:
        if mutatie.oud is not None:
            sleutel = tabel.sleutel_van(mutatie.oud)
            if sleutel in verwacht:
                raise InvariantError(f"Blad {tabel.blad}: een rij wordt twee keer gewijzigd.")
            verwacht[sleutel] = geraakt[sleutel] = mutatie.oud
        if mutatie.nieuw is not None:
            geraakt.setdefault(tabel.sleutel_van(mutatie.nieuw), mutatie.nieuw)
    stond = {tabel.sleutel_van(r): r for r in neem_uit(cursor, tabel, tuple(geraakt.values()))}
    if stond != verwacht:
        raise ConflictError(
            f"Iemand anders heeft blad '{tabel.blad}' intussen gewijzigd.",
            hint="Controleer uw bestanden opnieuw. Er is niets opgeslagen.",
        )
    voeg_in(cursor, tabel, [m.nieuw for m in mutaties if m.nieuw is not None])


def _schrijf_register(cursor: Cursor, levering: Levering) -> None:
    cursor.execute(
        sql("levering/voeg_in"),
        {
            "nummer": levering.nummer,
            "tijdstip": levering.tijdstip.replace(tzinfo=None),
            "account": levering.account,
            "naam": levering.naam,
            "maakt_ongedaan": levering.maakt_ongedaan,
        },
    )
    for volgnr, bestand in enumerate(levering.bestanden, start=1):
        cursor.execute(
            sql("levering/voeg_bestand_in"),
            {
                "levering": levering.nummer,
                "volgnr": volgnr,
                "naam": bestand.naam,
                "grootte": bestand.grootte,
                "sha256": bestand.sha256,
            },
        )
    for volgnr, blad in enumerate(levering.verschil, start=1):
        cursor.execute(
            sql("levering/voeg_verschil_in"),
            {
                "levering": levering.nummer,
                "volgnr": volgnr,
                "blad": blad.blad,
                "nieuw": blad.nieuw,
                "gewijzigd": blad.gewijzigd,
                "vervallen": blad.vervallen,
                "blijft": blad.blijft,
            },
        )


def _schrijf_mutaties(cursor: Cursor, nummer: int, mutaties: Sequence[Mutatie]) -> None:
    if not mutaties:
        return
    for m in mutaties:
        if m.blad not in BLADNAMEN or (m.oud is None and m.nieuw is None):
            raise InvariantError(f"Een mutatie van blad '{m.blad}' past niet in een levering.")
    kolommen: list[list[object]] = [
        [nummer] * len(mutaties),
        list(range(1, len(mutaties) + 1)),
        [m.blad for m in mutaties],
        [m.cel for m in mutaties],
        [m.bestand for m in mutaties],
        [None if m.oud is None else rij_naar_json(m.oud) for m in mutaties],
        [None if m.nieuw is None else rij_naar_json(m.nieuw) for m in mutaties],
    ]
    reeksen = [pa.array(k, type=veld.type) for k, veld in zip(kolommen, _MUTATIES, strict=True)]
    breng_in(cursor, "levering/voeg_mutaties_in", pa.Table.from_arrays(reeksen, schema=_MUTATIES))


def _schrijf_bereiken(cursor: Cursor, nummer: int, bereiken: Iterable[Bereik]) -> None:
    paren = sorted({(b.blad, sleutel_naar_json(b.sleutel)) for b in bereiken})
    if not paren:
        return
    if any(blad not in BLADNAMEN for blad, _ in paren):
        raise InvariantError("Een bereik past niet in een levering.")
    kolommen: list[list[object]] = [
        [nummer] * len(paren),
        [blad for blad, _ in paren],
        [sleutel for _, sleutel in paren],
    ]
    reeksen = [pa.array(k, type=veld.type) for k, veld in zip(kolommen, _BEREIKEN, strict=True)]
    breng_in(cursor, "levering/voeg_bereiken_in", pa.Table.from_arrays(reeksen, schema=_BEREIKEN))


def _laatste_nummer(cursor: Cursor) -> int:
    return int(cursor.execute(sql("levering/laatste_nummer")).fetchall()[0][0])


def _lees_register(cursor: Cursor, vanaf: int) -> tuple[Levering, ...]:
    bestanden: dict[int, list[Bestandsinfo]] = {}
    for nummer, naam, grootte, kern in cursor.execute(
        sql("levering/bestanden"), {"vanaf": vanaf}
    ).fetchall():
        bestanden.setdefault(nummer, []).append(
            Bestandsinfo(naam=naam, grootte=grootte, sha256=kern)
        )
    verschil: dict[int, list[BladVerschil]] = {}
    for nummer, blad, nieuw, gewijzigd, vervallen, blijft in cursor.execute(
        sql("levering/verschillen"), {"vanaf": vanaf}
    ).fetchall():
        verschil.setdefault(nummer, []).append(
            BladVerschil(
                blad=blad, nieuw=nieuw, gewijzigd=gewijzigd, vervallen=vervallen, blijft=blijft
            )
        )
    return tuple(
        Levering(
            nummer=nummer,
            tijdstip=tijdstip.replace(tzinfo=UTC),
            account=account,
            naam=naam,
            bestanden=tuple(bestanden.get(nummer, ())),
            verschil=tuple(verschil.get(nummer, ())),
            maakt_ongedaan=maakt_ongedaan,
            besluit=besluit,
        )
        for nummer, tijdstip, account, naam, maakt_ongedaan, besluit in cursor.execute(
            sql("levering/lijst"), {"vanaf": vanaf}
        ).fetchall()
    )
