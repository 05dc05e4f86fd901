"""Judging an upload: from the bytes of one or more files to findings, difference and mutations.

Owns: the order of the steps. Nothing is stored here and no right is asked. A refusal is a finding,
never an exception. Units as in levering.Rij.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import Bestandsinfo, BladVerschil, Mutatie, Rij
from sturing.intake.codes import Code
from sturing.intake.controle_aanbod import (
    controleer_dubbel_aanbod,
    controleer_uren_boven_team,
    controleer_vervallen_soort,
)
from sturing.intake.controle_codes import Bekend, bestaat, controleer_codes, verzamel_codes
from sturing.intake.controle_opdrachten import (
    controleer_namen_van_nieuwe,
    controleer_opdrachten,
    controleer_rang,
)
from sturing.intake.controle_sleutels import (
    controleer_begroting,
    controleer_dubbel,
    controleer_gebieden,
    controleer_namen,
)
from sturing.intake.controle_sommen import (
    controleer_aandelen,
    controleer_agenda,
    controleer_correcties,
    controleer_normen,
    controleer_rollen,
)
from sturing.intake.controle_vensters import (
    controleer_inzet_in_venster,
    controleer_overlap,
    controleer_vensters,
)
from sturing.intake.hernoemen import Hernoeming, Verhuizing, verhuis
from sturing.intake.koppen import herken_bladen, zoek_kop
from sturing.intake.lezer import lees_werkboek
from sturing.intake.melding import meld
from sturing.intake.ontleden import Regel, ontleed, totaal_overgeslagen
from sturing.intake.samenvoegen import voeg_samen
from sturing.intake.schema import BLADEN, BLADVOLGORDE
from sturing.intake.stand import Geheel
from sturing.intake.verschil import grote_verwijdering, tel_verschil

Voortgang = Callable[[str, float], None]
"""Told what is being done and how far it is, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """One uploaded file: its name without a path, and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """What was found in an upload and what storing it would do.

    `bevindingen` holds all findings in the order of file, sheet, row and column. `verschil` has
    every sheet of the upload in the order of the contract. `mutaties` are the stored rows before
    and after: delete every `oud`, then insert every `nieuw`; empty when there is a fout.
    `grote_verwijdering` asks for a confirmation and does not stand in `bevindingen`.
    `hernoemd` tells which codes moved, for what is stored outside the sheets.
    """

    bevindingen: tuple[Bevinding, ...]
    verschil: tuple[BladVerschil, ...]
    mutaties: tuple[Mutatie, ...]
    grote_verwijdering: Bevinding | None
    bestanden: tuple[Bestandsinfo, ...]
    hernoemd: tuple[Hernoeming, ...] = ()

    @property
    def fouten(self) -> tuple[Bevinding, ...]:
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.FOUT)

    @property
    def let_op(self) -> tuple[Bevinding, ...]:
        return tuple(b for b in self.bevindingen if b.ernst is Ernst.LET_OP)

    @property
    def mag_door(self) -> bool:
        """May this be stored, once the person agreed to the let op findings?"""
        return not self.fouten


def beoordeel(
    bestanden: Sequence[Bestand],
    opgeslagen: Mapping[str, Sequence[Rij]],
    besloten_rang: Mapping[str, int],
    voortgang: Voortgang | None = None,
) -> Beoordeling:
    """Judge files as one levering over the stored rows (sheet name -> rows); stores nothing.

    `besloten_rang` are the places of the last decision per opdracht, empty when there is none.
    """
    meld_voortgang = voortgang or _stil
    infos, regels, bevindingen = _lees_alles(bestanden, meld_voortgang)
    meld_voortgang("Controleren", 0.6)
    verhuizing = verhuis(opgeslagen, regels)
    bekend = verzamel_codes(verhuizing.rijen, regels)
    bevindingen += _beslis_totaalrijen(regels, bekend)
    bevindingen += verhuizing.bevindingen
    bevindingen += controleer_vensters(regels)
    bevindingen += controleer_codes(regels, bekend)
    bevindingen += controleer_dubbel(regels)
    geheel = Geheel(
        voor=verhuizing.rijen,
        standen={
            blad.naam: voeg_samen(
                blad.naam,
                verhuizing.rijen.get(blad.naam, ()),
                [regel for regel in regels[blad.naam] if not regel.fout],
            )
            for blad in BLADEN
            if blad.naam in regels
        },
    )
    meld_voortgang("Vergelijken", 0.8)
    bevindingen += _controleer_geheel(geheel, regels, besloten_rang)
    volgorde = {info.naam: nummer for nummer, info in reversed(list(enumerate(infos)))}
    bevindingen.sort(key=lambda bevinding: _plek(bevinding, volgorde))
    if any(bevinding.ernst is Ernst.FOUT for bevinding in bevindingen):
        return Beoordeling(
            bevindingen=tuple(bevindingen),
            verschil=tuple(BladVerschil(blad=naam) for naam in geheel.standen),
            mutaties=(),
            grote_verwijdering=None,
            bestanden=infos,
        )
    verschil = tuple(
        tel_verschil(
            stand,
            verhuizing.rijen.get(naam, ()),
            [code.nieuw for code in verhuizing.hernoemd if code.blad == naam],
        )
        for naam, stand in geheel.standen.items()
    )
    return Beoordeling(
        bevindingen=tuple(bevindingen),
        verschil=verschil,
        mutaties=tuple(_mutaties(geheel, verhuizing)),
        grote_verwijdering=grote_verwijdering(geheel.standen.values(), verschil),
        bestanden=infos,
        hernoemd=verhuizing.hernoemd,
    )


def _stil(_tekst: str, _deel: float) -> None:
    return None


def _lees_alles(
    bestanden: Sequence[Bestand], voortgang: Voortgang
) -> tuple[tuple[Bestandsinfo, ...], dict[str, list[Regel]], list[Bevinding]]:
    """All rows of all files per sheet, with what is wrong in files, sheets, columns and cells."""
    infos: list[Bestandsinfo] = []
    regels: dict[str, list[Regel]] = {}
    bevindingen: list[Bevinding] = []
    for nummer, bestand in enumerate(bestanden):
        voortgang(f"{bestand.naam} lezen", 0.1 + 0.5 * nummer / len(bestanden))
        info = Bestandsinfo(
            naam=bestand.naam,
            grootte=len(bestand.inhoud),
            sha256=sha256(bestand.inhoud).hexdigest(),
        )
        if any(ander.sha256 == info.sha256 for ander in infos):
            bevindingen.append(
                meld(
                    Code.BESTAND_DUBBEL,
                    "dit bestand is twee keer gekozen.",
                    "Kies elk bestand een keer.",
                    bestand=bestand.naam,
                )
            )
            continue
        infos.append(info)
        werkboek = lees_werkboek(bestand.inhoud, bestand.naam)
        if werkboek.bevindingen:
            bevindingen += werkboek.bevindingen
            continue
        herkend, gevonden = herken_bladen(bestand.naam, werkboek.bladen)
        bevindingen += gevonden
        for blad in herkend:
            kop, gevonden = zoek_kop(bestand.naam, blad)
            bevindingen += gevonden
            lijst = regels.setdefault(blad.blad.naam, [])
            if kop is not None:
                _, nieuw, gevonden = ontleed(bestand.naam, nummer, blad, kop)
                lijst += nieuw
                bevindingen += gevonden
    return tuple(infos), regels, bevindingen


def _beslis_totaalrijen(
    regels: dict[str, list[Regel]], bekend: Mapping[str, Bekend]
) -> list[Bevinding]:
    """Rows that begin with the word totaal: read when their key exists, else skipped."""
    bevindingen: list[Bevinding] = []
    for naam, lijst in regels.items():
        over: list[Regel] = []
        for regel in lijst:
            if regel.twijfel is None:
                over.append(regel)
            elif bestaat(regel, bekend):
                over.append(regel)
                bevindingen += regel.twijfel
                bevindingen.append(
                    regel.meld(
                        Code.RIJ_TOTAAL_MET_SLEUTEL,
                        "deze rij begint met het woord totaal, maar heeft een geldige sleutel. Wij "
                        "lezen hem als gewone rij.",
                        "Is het een totaal? Haal de rij dan weg.",
                        regel.tabel.blad.sleutel[0],
                    )
                )
            else:
                bevindingen.append(totaal_overgeslagen(regel.tabel, regel.rij, 1, "totaal"))
        regels[naam] = over
    return bevindingen


def _controleer_geheel(
    geheel: Geheel, regels: Mapping[str, Sequence[Regel]], besloten_rang: Mapping[str, int]
) -> Iterator[Bevinding]:
    """All checks over stored and new rows together."""
    yield from controleer_namen(geheel)
    yield from controleer_begroting(geheel)
    yield from controleer_gebieden(geheel)
    yield from controleer_agenda(geheel)
    yield from controleer_aandelen(geheel)
    yield from controleer_correcties(geheel)
    yield from controleer_normen(geheel)
    yield from controleer_rollen(geheel)
    yield from controleer_opdrachten(geheel)
    yield from controleer_namen_van_nieuwe(geheel)
    yield from controleer_rang(geheel, besloten_rang)
    yield from controleer_inzet_in_venster(geheel)
    yield from controleer_overlap(geheel)
    yield from controleer_uren_boven_team(geheel)
    yield from controleer_dubbel_aanbod(geheel)
    yield from controleer_vervallen_soort(geheel, regels)


def _mutaties(geheel: Geheel, verhuizing: Verhuizing) -> Iterator[Mutatie]:
    """Stored rows before and after, sheet by sheet; also rows that only moved to another code."""
    for blad in BLADEN:
        stand = geheel.standen.get(blad.naam)
        wissels = () if stand is None else stand.wissels
        veranderd = {id(wissel.oud) for wissel in wissels}
        for wissel in wissels:
            regel = wissel.regel
            yield Mutatie(
                blad=blad.naam,
                oud=None if wissel.oud is None else verhuizing.opgeslagen(wissel.oud),
                nieuw=wissel.nieuw,
                cel=None if regel is None else regel.cel(blad.sleutel[0]),
                bestand=None if regel is None else regel.tabel.bestand,
            )
        for rij in verhuizing.rijen.get(blad.naam, ()):
            oud = verhuizing.opgeslagen(rij)
            if oud is not rij and id(rij) not in veranderd:
                yield Mutatie(blad=blad.naam, oud=oud, nieuw=rij)


_CEL = re.compile(r"([A-Z]+)([0-9]+)")


def _plek(
    bevinding: Bevinding, volgorde: Mapping[str, int]
) -> tuple[int, int, str, int, int, str, str]:
    """Sort key: file, sheet in the order of the contract, row, column; whole files first."""
    blad = bevinding.blad
    vondst = _CEL.fullmatch(bevinding.cel or "")
    return (
        volgorde.get(bevinding.bestand or "", len(volgorde)),
        -1 if blad is None else BLADVOLGORDE.get(blad, len(BLADVOLGORDE)),
        blad or "",
        int(vondst[2]) if vondst else 0,
        len(vondst[1]) if vondst else 0,
        vondst[1] if vondst else "",
        bevinding.code,
    )
