"""Keys across rows: what may stand only once.

Owns: double keys (also across files), one name per persoon, Begroting with and without taakveld,
and the tree of areas.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sturing.domain.bevinding import Bevinding
from sturing.domain.levering import Waarde
from sturing.intake.codes import Code
from sturing.intake.melding import meld, waarde_tekst
from sturing.intake.ontleden import Regel
from sturing.intake.samenvoegen import Sleutel
from sturing.intake.schema import PER_BLAD
from sturing.intake.stand import Geheel, Regels


def controleer_dubbel(regels: Regels) -> Iterator[Bevinding]:
    """The same key in two rows of the upload; the later row is marked as refused."""
    for naam, lijst in regels.items():
        blad = PER_BLAD[naam]
        eerste: dict[Sleutel, Regel] = {}
        for regel in lijst:
            sleutel = regel.sleutel
            if sleutel is None:
                continue
            eerder = eerste.setdefault(sleutel, regel)
            if eerder is regel:
                continue
            veld = blad.sleutel[0]
            namen = ", ".join(
                f"{blad.per_veld[v].kolom} '{waarde_tekst(w)}'"
                for v, w in zip(blad.sleutel, sleutel, strict=True)
                if w is not None
            )
            yield regel.meld(
                Code.SLEUTEL_DUBBEL,
                f"{regel.plaats} en {_plaats(eerder, regel)} hebben dezelfde sleutel ({namen}).",
                "Toegestaan: elke sleutel één keer. Haal één van beide weg of voeg ze samen.",
                veld,
            )
            regel.fout.add(veld)


def _plaats(eerder: Regel, regel: Regel) -> str:
    if eerder.tabel.nummer == regel.tabel.nummer:
        return eerder.plaats
    return f"{eerder.plaats} van bestand '{eerder.tabel.bestand}'"


def controleer_namen(geheel: Geheel) -> Iterator[Bevinding]:
    """One persoon has one name in all rows, stored and new."""
    nieuw = geheel.nieuw("Personen")
    in_bestand = {id(rij) for _, rij in nieuw}
    namen: dict[Waarde, Waarde] = {}
    for rij in geheel.na("Personen"):
        if id(rij) not in in_bestand:
            namen.setdefault(rij["persoon"], rij["naam"])
    for regel, rij in nieuw:
        bekend = namen.setdefault(rij["persoon"], rij["naam"])
        if bekend != rij["naam"]:
            yield regel.meld(
                Code.PERSOON_TWEE_NAMEN,
                f"persoon '{rij['persoon']}' heet hier '{rij['naam']}' en elders '{bekend}'.",
                "Toegestaan: één naam per persoon, in alle rijen.",
                "naam",
            )


def controleer_begroting(geheel: Geheel) -> Iterator[Bevinding]:
    """A programme and year has a row without taakveld, or rows with one, never both."""
    eerste: dict[Sleutel, tuple[bool, Regel]] = {}
    gemeld: set[Sleutel] = set()
    for regel, rij in geheel.nieuw("Begroting"):
        sleutel = (rij["programma"], rij["jaar"])
        zonder = rij["taakveld"] is None
        eerder_zonder, eerder = eerste.setdefault(sleutel, (zonder, regel))
        if eerder_zonder != zonder and sleutel not in gemeld:
            gemeld.add(sleutel)
            yield regel.meld(
                Code.BEGROTING_DUBBEL,
                f"programma '{rij['programma']}' heeft in {rij['jaar']} een rij zonder taakveld en "
                f"een rij met een taakveld ({regel.plaats} en {_plaats(eerder, regel)}).",
                "Toegestaan: één rij voor het hele programma, of alleen rijen per taakveld.",
                "taakveld",
            )


def controleer_gebieden(geheel: Geheel) -> Iterator[Bevinding]:
    """Areas form a tree, and exactly one is gemeentebreed."""
    nieuw = geheel.nieuw("Gebieden")
    if not nieuw:
        return
    boven = {
        cast(str, rij["gebied"]): cast("str | None", rij["valt_onder"])
        for rij in geheel.na("Gebieden")
    }
    breed = [rij["gebied"] for rij in geheel.na("Gebieden") if rij["soort"] == "gemeentebreed"]
    gemeld = False
    for regel, rij in nieuw:
        gebied = cast(str, rij["gebied"])
        if _in_kring(gebied, boven):
            yield regel.meld(
                Code.GEBIED_KRING,
                f"gebied '{gebied}' valt via '{rij['valt_onder']}' onder zichzelf.",
                "Toegestaan: een gebied dat hoger ligt, of een lege cel.",
                "valt_onder",
            )
        if rij["soort"] == "gemeentebreed" and len(breed) > 1 and breed[0] != gebied and not gemeld:
            gemeld = True
            yield regel.meld(
                Code.GEBIED_GEMEENTEBREED,
                f"de gebieden {', '.join(sorted(map(str, breed)))} zijn allemaal gemeentebreed.",
                "Toegestaan: precies één gebied met soort gemeentebreed.",
                "soort",
            )
    if not breed and "Gebieden" not in geheel.onvolledig:
        regel = nieuw[0][0]
        yield meld(
            Code.GEBIED_ZONDER_GEMEENTEBREED,
            "geen enkel gebied heeft soort gemeentebreed.",
            "Voeg een gebied toe met soort gemeentebreed. Zonder staat de rest nergens onder.",
            bestand=regel.tabel.bestand,
            blad="Gebieden",
        )


def _in_kring(gebied: str, boven: dict[str, str | None]) -> bool:
    gezien: set[str] = set()
    hoger = boven.get(gebied)
    while hoger is not None and hoger not in gezien:
        if hoger == gebied:
            return True
        gezien.add(hoger)
        hoger = boven.get(hoger)
    return False
