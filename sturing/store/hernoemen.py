"""A new code: what is stored beside the sheets follows it (werkboek.md, `vorige code`).

Owns the renaming of opdrachten and teams in the decided order, the decided supply, open proposals,
signals and escalations, reasons with afspraken, seen teamplannen and the drafts, every state and
version of them, in the transaction of the levering that brings the new code. The rows of the sheets
come as mutations; decisions, leveringen and the log keep the code of their time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_args, get_type_hints

from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.levering import Mutatie
from sturing.domain.organisatie import Capaciteitsregel
from sturing.domain.wijziging import Wijziging
from sturing.store.besloten import lees_aanbod, zet_aanbod
from sturing.store.opslag import Cursor
from sturing.store.regel_json import regels_naar_json, regels_van_json
from sturing.store.sql_tekst import sql
from sturing.store.staat_json import staat_naar_json, staat_van_json
from sturing.store.wijziging_json import lijst_from_json, lijst_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Hernoemingen:
    """Old code -> new code, per kind."""

    opdrachten: Mapping[str, str]
    teams: Mapping[str, str]


def hernoemingen_van(mutaties: Iterable[Mutatie]) -> Hernoemingen:
    """The rows of Opdrachten and Teams that stay the same thing under another code."""
    gevonden: dict[str, dict[str, str]] = {"Opdrachten": {}, "Teams": {}}
    for m in mutaties:
        if m.blad in gevonden and m.oud is not None and m.nieuw is not None:
            veld = "opdracht" if m.blad == "Opdrachten" else "team"
            if m.oud[veld] != m.nieuw[veld]:
                gevonden[m.blad][str(m.oud[veld])] = str(m.nieuw[veld])
    return Hernoemingen(opdrachten=gevonden["Opdrachten"], teams=gevonden["Teams"])


def hernoem(cursor: Cursor, codes: Hernoemingen) -> None:
    """Let the decided order, all drafts and all talk follow. Two codes may change places."""
    if codes.opdrachten:
        _hernoem_rang(cursor, codes.opdrachten)
    if codes.opdrachten:
        _hernoem_escalaties(cursor, codes.opdrachten)
    if codes.teams:
        aanbod = lees_aanbod(cursor)
        straks = hernoemd_aanbod(aanbod, codes)
        if straks != aanbod:
            zet_aanbod(cursor, straks)
        _hernoem_gezien(cursor, codes.teams)
    if codes.opdrachten or codes.teams:
        _hernoem_concepten(cursor, codes)
        _hernoem_voorstellen(cursor, codes)
        _hernoem_versies(cursor, codes)
        _hernoem_herkomst(cursor, codes)
        _hernoem_signalen(cursor, codes)
        _hernoem_redenen(cursor, codes)


def hernoemd_aanbod(
    aanbod: tuple[Capaciteitsregel, ...], codes: Hernoemingen
) -> tuple[Capaciteitsregel, ...]:
    """The decided supply under the new codes of its teams; the very same when nothing changed."""
    if not any(regel.team in codes.teams for regel in aanbod):
        return aanbod
    return tuple(
        replace(regel, team=TeamCode(codes.teams.get(regel.team, regel.team))) for regel in aanbod
    )


def _hernoem_rang(cursor: Cursor, opdrachten: Mapping[str, str]) -> None:
    rang = cursor.execute(sql("plan/besloten_rang")).fetchall()
    if not any(code in opdrachten for code, _ in rang):
        return
    cursor.execute(sql("plan/neem_rang_uit"))
    for code, plaats in rang:
        cursor.execute(
            sql("plan/voeg_rang_in"), {"opdracht": opdrachten.get(code, code), "plaats": plaats}
        )


def _hernoem_concepten(cursor: Cursor, codes: Hernoemingen) -> None:
    for concept, stap, tekst, eigenaar in cursor.execute(sql("concept/stappen")).fetchall():
        nieuw = _regels(tekst, eigenaar, codes)
        if nieuw != tekst:
            cursor.execute(
                sql("concept/zet_stap"), {"concept": concept, "stap": stap, "wijzigingen": nieuw}
            )


def _hernoem_voorstellen(cursor: Cursor, codes: Hernoemingen) -> None:
    """A proposal that can still be taken follows, so that it does not conflict by a new code."""
    alle = cursor.execute(sql("voorstel/open_wijzigingen")).fetchall()
    for nummer, tekst in alle:
        oud = lijst_from_json(tekst)
        nieuw = tuple(_hernoemd(wijziging, codes) for wijziging in oud)
        if nieuw != oud:
            cursor.execute(
                sql("voorstel/zet_wijzigingen"),
                {"nummer": nummer, "wijzigingen": lijst_to_json(nieuw)},
            )


def _hernoem_versies(cursor: Cursor, codes: Hernoemingen) -> None:
    for versie, door, weg, erbij in cursor.execute(sql("concept/alle_versies")).fetchall():
        nieuw = {"weg": _regels(weg, door, codes), "erbij": _regels(erbij, door, codes)}
        if nieuw != {"weg": weg, "erbij": erbij}:
            cursor.execute(sql("concept/zet_versie"), {"versie": versie, **nieuw})


def _hernoem_herkomst(cursor: Cursor, codes: Hernoemingen) -> None:
    """What a copy began with, and the order on which a draft rests."""
    for concept, regels, basis, eigenaar in cursor.execute(sql("concept/herkomst")).fetchall():
        nieuw = {"kopie_regels": _regels(regels, eigenaar, codes), "basis": basis}
        if basis is not None:
            staat = staat_van_json(basis)
            rang = {
                OpdrachtCode(codes.opdrachten.get(code, code)): plaats
                for code, plaats in staat.rang.items()
            }
            aanbod = hernoemd_aanbod(staat.aanbod, codes)
            nieuw["basis"] = staat_naar_json(replace(staat, rang=rang, aanbod=aanbod))
        if nieuw != {"kopie_regels": regels, "basis": basis}:
            cursor.execute(sql("concept/zet_herkomst"), {"concept": concept, **nieuw})


def _regels(tekst: str, eigenaar: str, codes: Hernoemingen) -> str:
    """Stored lines under the new codes; the very text when none of them holds an old one."""
    regels = regels_van_json(tekst, eigenaar)
    straks = tuple(replace(r, wijziging=_hernoemd(r.wijziging, codes)) for r in regels)
    return tekst if straks == regels else regels_naar_json(straks)


def _hernoem_escalaties(cursor: Cursor, opdrachten: Mapping[str, str]) -> None:
    for nummer, opdracht, _ in cursor.execute(sql("samenspel/escalaties")).fetchall():
        if opdracht in opdrachten:
            cursor.execute(
                sql("samenspel/hernoem_escalatie"),
                {"nummer": nummer, "opdracht": opdrachten[opdracht]},
            )


def _hernoem_gezien(cursor: Cursor, teams: Mapping[str, str]) -> None:
    for nummer, team, *_ in cursor.execute(sql("teamplan/gezien")).fetchall():
        if team in teams:
            cursor.execute(sql("teamplan/hernoem_gezien"), {"nummer": nummer, "team": teams[team]})


def _hernoem_signalen(cursor: Cursor, codes: Hernoemingen) -> None:
    for nummer, _, team, opdracht, *_ in cursor.execute(sql("samenspel/signalen")).fetchall():
        nieuw = (codes.teams.get(team, team), codes.opdrachten.get(opdracht, opdracht))
        if nieuw != (team, opdracht):
            cursor.execute(
                sql("samenspel/hernoem_signaal"),
                {"nummer": nummer, "team": nieuw[0], "opdracht": nieuw[1]},
            )


def _hernoem_redenen(cursor: Cursor, codes: Hernoemingen) -> None:
    for nummer, _, _, opdracht, team, *_ in cursor.execute(sql("afspraak/redenen")).fetchall():
        nieuw = (codes.opdrachten.get(opdracht, opdracht), codes.teams.get(team, team))
        if nieuw != (opdracht, team):
            cursor.execute(
                sql("afspraak/hernoem_reden"),
                {"volgnummer": nummer, "opdracht": nieuw[0], "team": nieuw[1]},
            )


def _hernoemd(wijziging: Wijziging, codes: Hernoemingen) -> Wijziging:
    anders: dict[str, Any] = {}
    for veld, soort in _codevelden(type(wijziging)).items():
        per_code = codes.opdrachten if soort is OpdrachtCode else codes.teams
        waarde = getattr(wijziging, veld)
        nieuw = (
            tuple(per_code.get(code, code) for code in waarde)
            if isinstance(waarde, tuple)
            else per_code.get(waarde, waarde)
        )
        if nieuw != waarde:
            anders[veld] = nieuw
    return replace(wijziging, **anders) if anders else wijziging


def _codevelden(soort: type[Wijziging]) -> dict[str, Callable[[str], str]]:
    """The fields that hold codes of opdrachten or teams, alone, optional or in a tuple."""
    hints = get_type_hints(soort)
    uit: dict[str, Callable[[str], str]] = {}
    for veld in fields(soort):
        delen = (hints[veld.name], *get_args(hints[veld.name]))
        for code in (OpdrachtCode, TeamCode):
            if code in delen:
                uit[veld.name] = code
    return uit
