"""Judging an upload: from the bytes of one or more files to findings, difference and mutations.

Owns: the order of the steps. Nothing is stored here and no right is asked. A refusal is a finding,
never an exception. Units as in levering.Rij.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.koppeling import Vastlegging
from sturing.domain.levering import Bereik, Bestandsinfo, BladVerschil, Mutatie, Rij
from sturing.intake.aangewezen import Bedoeling, Keuzes, pas_keuzes_toe, zoek_bedoelingen
from sturing.intake.bereiken import bereiken_van_upload
from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.cellen import plek_van
from sturing.intake.controle_aanbod import (
    controleer_dubbel_aanbod,
    controleer_uren_boven_team,
    controleer_vervallen_soort,
)
from sturing.intake.controle_codes import controleer_codes, verzamel_codes
from sturing.intake.controle_opdrachten import (
    Rangverschil,
    controleer_namen_van_nieuwe,
    controleer_opdrachten,
    controleer_rang,
    houd_plaats_in_werking,
    rangverschillen,
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
from sturing.intake.exportbron import Koppelvoorstel
from sturing.intake.hernoemen import Verhuizing, verhuis
from sturing.intake.lezing import (
    Bekende,
    Bestand,
    Lezer,
    Voortgang,
    beslis_totaalrijen,
    lees_bestanden,
)
from sturing.intake.rijverschil import Rijverschil
from sturing.intake.samenvoegen import voeg_samen
from sturing.intake.schema import BLADEN, BLADVOLGORDE
from sturing.intake.stand import Geheel
from sturing.intake.uitsnede import Uitsnede, snijd_uit
from sturing.intake.verschil import rijverschil, tel_verschil
from sturing.intake.verwijdering import grote_verwijdering

__all__ = ["Beoordeling", "Bestand", "Voortgang", "beoordeel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """What was found in an upload and what storing it would do.

    `bevindingen` holds all findings in the order of file, sheet, row and column. `verschil` has
    every sheet of the upload in the order of the contract; `rijen` are the rows that it counts,
    sheet by sheet. `rangen` are uploaded ranks that differ from the decided order. `mutaties` are
    the stored rows before and after: delete every `oud`, then insert every `nieuw`. `bereiken` are
    the scopes that it touches, changed or not. With a fout these are empty, as are `rijen`.
    `grote_verwijdering` asks for a confirmation and does not stand in `bevindingen`.
    `voorstellen` are exports that wait for a koppeling, `gekoppeld` those that were read with one;
    `bedoelingen` are the unknown codes with the known ones that may be meant.
    """

    bevindingen: tuple[Bevinding, ...]
    verschil: tuple[BladVerschil, ...]
    mutaties: tuple[Mutatie, ...]
    grote_verwijdering: Bevinding | None
    bestanden: tuple[Bestandsinfo, ...]
    voorstellen: tuple[Koppelvoorstel, ...] = ()
    gekoppeld: tuple[Koppelvoorstel, ...] = ()
    bedoelingen: tuple[Bedoeling, ...] = ()
    uitsneden: tuple[Uitsnede, ...] = ()
    """The rows around the findings, as they stood in the files; a few dozen per sheet."""
    rijen: tuple[Rijverschil, ...] = ()
    rangen: tuple[Rangverschil, ...] = ()
    bereiken: tuple[Bereik, ...] = ()

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
    *,
    vastgelegd: Mapping[str, Vastlegging] | None = None,
    keuzes: Keuzes | None = None,
    lees: Lezer = lees_bewaakt,
) -> Beoordeling:
    """Judge files as one levering over the stored rows (sheet name -> rows); stores nothing.

    `besloten_rang` are the places of the last decision per opdracht, empty when there is none.
    Files of a person are read by the guarded process; `lees` is another reader for our own ones.
    `vastgelegd` are the koppelingen of exports by kenmerk; `keuzes` say which code is meant by an
    unknown one, in this upload.
    """
    meld_voortgang = voortgang or _stil
    opdrachten = {str(rij["opdracht"]) for rij in opgeslagen.get("Opdrachten", ())}
    bekende = Bekende(vastgelegd=vastgelegd or {}, opdrachten=opdrachten)
    lezing = lees_bestanden(bestanden, lees, meld_voortgang, bekende)
    lezing.bevindingen += pas_keuzes_toe(lezing.regels, keuzes or {})
    meld_voortgang("Controleren", 0.6)
    verhuizing = verhuis(opgeslagen, lezing.regels)
    bekend = verzamel_codes(verhuizing.rijen, lezing.regels)
    regels, totalen = beslis_totaalrijen(lezing.regels, bekend)
    bedoelingen = zoek_bedoelingen(regels, bekend, lezing.ongelezen)
    bevindingen = [
        *lezing.bevindingen,
        *totalen,
        *verhuizing.bevindingen,
        *controleer_vensters(regels),
        *controleer_codes(regels, bekend, lezing.ongelezen),
        *controleer_dubbel(regels),
    ]
    besloten_nu = verhuizing.nieuwe_codes("Opdrachten", besloten_rang)
    houd_plaats_in_werking(regels.get("Opdrachten", ()), besloten_nu)
    geheel = Geheel(
        voor=verhuizing.rijen,
        onvolledig=lezing.ongelezen
        | {naam for naam, lijst in regels.items() if any(regel.fout for regel in lijst)},
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
    rangen = rangverschillen(geheel, besloten_nu)
    bevindingen += _controleer_geheel(geheel, rangen)
    infos = lezing.infos
    volgorde = {info.naam: nummer for nummer, info in reversed(list(enumerate(infos)))}
    bevindingen.sort(key=lambda bevinding: _plek(bevinding, volgorde))
    uitsneden = snijd_uit(lezing.bladen, bevindingen)
    if any(bevinding.ernst is Ernst.FOUT for bevinding in bevindingen):
        return Beoordeling(
            bevindingen=tuple(bevindingen),
            uitsneden=uitsneden,
            verschil=tuple(BladVerschil(blad=naam) for naam in geheel.standen),
            mutaties=(),
            grote_verwijdering=None,
            bestanden=infos,
            voorstellen=tuple(lezing.voorstellen),
            gekoppeld=tuple(lezing.gekoppeld),
            bedoelingen=bedoelingen,
        )
    rijen = {
        naam: rijverschil(stand, verhuizing.rijen.get(naam, ()), verhuizing)
        for naam, stand in geheel.standen.items()
    }
    verschil = tuple(
        tel_verschil(naam, rijen[naam], stand.blijft) for naam, stand in geheel.standen.items()
    )
    return Beoordeling(
        bevindingen=tuple(bevindingen),
        uitsneden=uitsneden,
        verschil=verschil,
        mutaties=tuple(_mutaties(geheel, verhuizing)),
        grote_verwijdering=grote_verwijdering(geheel.standen.values(), verschil),
        bestanden=infos,
        voorstellen=tuple(lezing.voorstellen),
        gekoppeld=tuple(lezing.gekoppeld),
        rijen=tuple(chain.from_iterable(rijen.values())),
        rangen=rangen,
        bereiken=bereiken_van_upload(geheel.standen, verhuizing),
    )


def _stil(_tekst: str, _deel: float) -> None:
    return None


def _controleer_geheel(geheel: Geheel, rangen: Sequence[Rangverschil]) -> Iterator[Bevinding]:
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
    yield from controleer_rang(rangen)
    yield from controleer_inzet_in_venster(geheel)
    yield from controleer_overlap(geheel)
    yield from controleer_uren_boven_team(geheel)
    yield from controleer_dubbel_aanbod(geheel)
    yield from controleer_vervallen_soort(geheel)


def _mutaties(geheel: Geheel, verhuizing: Verhuizing) -> Iterator[Mutatie]:
    """Stored rows before and after, sheet by sheet; also rows that only moved to another code."""
    for blad in BLADEN:
        stand = geheel.standen.get(blad.naam)
        wissels = () if stand is None else stand.wissels
        eerste = blad.sleutel[0]
        for wissel in wissels:
            regel = wissel.regel
            yield Mutatie(
                blad=blad.naam,
                oud=None if wissel.oud is None else verhuizing.opgeslagen(wissel.oud),
                nieuw=wissel.nieuw,
                cel=None if regel is None else regel.cel(eerste),
                bestand=None if regel is None else regel.tabel.bestand,
                blad_van_cel=None if regel is None or not regel.tabel.kenmerk else regel.tabel.naam,
            )
        if not verhuizing.origineel:
            continue
        veranderd = {id(wissel.oud) for wissel in wissels}
        for rij in verhuizing.rijen.get(blad.naam, ()):
            oud = verhuizing.opgeslagen(rij)
            if oud is not rij and id(rij) not in veranderd:
                yield Mutatie(blad=blad.naam, oud=oud, nieuw=rij)


def _plek(bevinding: Bevinding, volgorde: Mapping[str, int]) -> tuple[int, int, str, int, int, str]:
    """Sort key: file, sheet in the order of the contract, row, column; whole files first."""
    blad = bevinding.blad
    rij, kolom = plek_van(bevinding.cel)
    return (
        volgorde.get(bevinding.bestand or "", len(volgorde)),
        -1 if blad is None else BLADVOLGORDE.get(blad, len(BLADVOLGORDE)),
        blad or "",
        rij,
        kolom,
        bevinding.code,
    )
