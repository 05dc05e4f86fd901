"""A full disk and a disk that cannot be written: old state whole, Dutch message, reading goes on.

As root each attempt works on a small disk of its own (tmpfs), really full or really read only.
Without those rights the growth of files is limited instead (RLIMIT_FSIZE), and the read-only
attempts are on a folder and files without the right to write; the report says which was done. One
of eight attempts has a file that may be written in a folder that may not.
"""

from __future__ import annotations

import logging
import os
import random
import resource
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sturing.errors import SturingError
from sturing.services import beheer, bewaking
from sturing.services.omgeving import LOKAAL, Omgeving, open_voor_commando, systeem
from sturing.store import kopieen
from sturing.store.openen import standaard_backup_map
from tests.proeven import toestand
from tests.proeven.uitslag import Maat, Uitslag

KORT = 8
VOL = 200
ZAAD = 20261128
SCHIJF_MB = 16
RUIMTE = 300_000
"""At most so many bytes are left; a levering with its checkpoint and backup needs more."""
WERK: tuple[Callable[[Omgeving], None], ...] = (
    toestand.stap_levering,
    toestand.stap_concept,
    toestand.stap_rang,
)


def beproef(aantal: int, map_: Path) -> Uitslag:
    """`aantal` attempts, three of four full and one of four read only; the room follows ZAAD."""
    toeval = random.Random(ZAAD)
    pad = map_ / "voorbeeld" / "plan.duckdb"
    pad.parent.mkdir()
    toestand.maak(pad, toestand.stap_levering, toestand.stap_concept)
    schijf = map_ / "schijf"
    schijf.mkdir()
    echt = _kan_schijf_maken(schijf)
    uitkomsten: Counter[str] = Counter()
    fouten: list[str] = []
    vorige = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        for poging in range(aantal):
            with _plaats(schijf, echt=echt):
                kopie = toestand.kopieer(pad, schijf / "map")
                if poging % 8 == 7:
                    uitkomst = _dichte_map(kopie, schijf, WERK[poging // 8 % 3], echt=echt)
                elif poging % 4 == 3:
                    uitkomst = _alleen_lezen(kopie, schijf, echt=echt)
                else:
                    werk = WERK[poging % 3]
                    uitkomst = _vol(kopie, schijf, werk, toeval.randrange(RUIMTE), echt=echt)
            uitkomsten[uitkomst] += 1
            if uitkomst.startswith("FOUT"):
                fouten.append(f"poging {poging}: {uitkomst}")
    finally:
        logging.disable(vorige)
    delen = ", ".join(f"{naam} {n}" for naam, n in uitkomsten.most_common())
    geweigerd = sum(n for naam, n in uitkomsten.items() if "geweigerd" in naam)
    manier = "echte kleine schijf (tmpfs)" if echt else "grens op de grootte (RLIMIT_FSIZE)"
    return Uitslag(
        naam="schijf",
        aantal=aantal,
        maten=(
            Maat(
                wat=f"oude toestand heel of nieuwe heel, melding, lezen gaat door; {manier}, "
                f"zaad {ZAAD}",
                gemeten=f"{aantal - len(fouten)} van {aantal} ({delen})"
                + (f"; eerste fout: {fouten[0]}" if fouten else ""),
                eis="alle",
                gehaald=not fouten,
            ),
            Maat(
                wat="geweigerd met een melding in het Nederlands",
                gemeten=str(geweigerd),
                eis="ten minste een kwart van de pogingen",
                gehaald=geweigerd * 4 >= aantal,
            ),
        ),
    )


def _kan_schijf_maken(schijf: Path) -> bool:
    try:
        with _plaats(schijf, echt=True):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


@contextmanager
def _plaats(schijf: Path, *, echt: bool) -> Iterator[None]:
    """An empty disk of SCHIJF_MB at `schijf`, or just the folder."""
    if not echt:
        yield
        return
    _mount("-t", "tmpfs", "-o", f"size={SCHIJF_MB}m", "tmpfs", str(schijf))
    try:
        yield
    finally:
        subprocess.run(["umount", str(schijf)], check=True)


def _mount(*argumenten: str) -> None:
    subprocess.run(["mount", *argumenten], check=True, capture_output=True)


@contextmanager
def _geen_ruimte(schijf: Path, pad: Path, over: int, *, echt: bool) -> Iterator[None]:
    """Only `over` bytes of room: on the disk, or for the growth of each file."""
    if echt:
        vulling = schijf / "vulling"
        ruimte = os.statvfs(schijf)
        with vulling.open("wb") as bestand:
            bestand.write(bytes(max(0, ruimte.f_bavail * ruimte.f_frsize - over)))
        yield
        vulling.unlink(missing_ok=True)
        return
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(
        resource.RLIMIT_FSIZE, (max(4096, over * pad.stat().st_size // RUIMTE), hard)
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def _vol(
    pad: Path, schijf: Path, werk: Callable[[Omgeving], None], over: int, *, echt: bool
) -> str:
    """Write until it is refused, at most ten times; then read, make room, and go on."""
    omgeving = open_voor_commando(pad)
    try:
        oud, gedaan, melding = toestand.kern_van(omgeving), 0, ""
        with _geen_ruimte(schijf, pad, over, echt=echt):
            while not melding and gedaan < 10:
                try:
                    werk(omgeving)
                    oud, gedaan = toestand.kern_van(omgeving), gedaan + 1
                except SturingError as fout:
                    melding = str(fout)
            try:
                gelezen = toestand.kern_van(omgeving)
            except SturingError as fout:
                return f"FOUT lezen gaat niet door: {fout}"
        if gelezen != oud:
            return "FOUT na de weigering is de toestand niet de oude"
        if melding and ("schijf is vol" not in melding or "Maak ruimte vrij" not in melding):
            return f"FOUT de melding helpt niet: {melding}"
        if stil := _zonder_backup_en_melding(omgeving):
            return f"FOUT geen backup en geen melding van levering {stil}"
        zonder = [m for m in omgeving.meldingen.nieuw if "geen backup" in m]
        werk(omgeving)
        nieuw = toestand.kern_van(omgeving)
    finally:
        omgeving.sluit()
    opnieuw = open_voor_commando(pad)
    try:
        if toestand.kern_van(opnieuw) != nieuw or nieuw == oud:
            return "FOUT na het vrijmaken ging het niet verder"
    finally:
        opnieuw.sluit()
    if zonder:
        return "opgeslagen zonder backup en gemeld, daarna geweigerd"
    return "geweigerd, oud" if melding else "opgeslagen"


def _zonder_backup_en_melding(omgeving: Omgeving) -> list[int]:
    """The leveringen that have no backup without anybody being told."""
    heeft = {kopie.nummer for kopie in kopieen.lijst(omgeving.opslag.backup_map)}
    return [
        nummer
        for nummer in range(1, omgeving.nummer() + 1)
        if nummer not in heeft and not bewaking.zonder_backup(omgeving, nummer)
    ]


def _dichte_map(pad: Path, schijf: Path, werk: Callable[[Omgeving], None], *, echt: bool) -> str:
    """The file may be written and its folder not, so that no log can be made: found at storing."""
    if echt:
        _mount("--bind", str(pad), str(pad))
        _mount("-o", "remount,bind,ro", str(schijf))
    else:
        pad.parent.chmod(0o500)
    try:
        omgeving = open_voor_commando(pad)
        oud = toestand.kern_van(omgeving)
        try:
            return _geweigerd_zonder_log(omgeving, werk, oud)
        finally:
            omgeving.sluit()
    finally:
        if echt:
            subprocess.run(["umount", str(pad)], check=True)
        else:
            pad.parent.chmod(0o700)


def _geweigerd_zonder_log(omgeving: Omgeving, werk: Callable[[Omgeving], None], oud: str) -> str:
    for _ in range(2):
        try:
            werk(omgeving)
            return "FOUT toch geschreven"
        except SturingError as fout:
            if "kan niet worden geschreven" not in str(fout):
                return f"FOUT de melding helpt niet: {fout}"
        if toestand.kern_van(omgeving) != oud or beheer.controleer(omgeving, systeem()):
            return "FOUT na de weigering is de toestand niet de oude"
    return "dichte map, geweigerd"


def _alleen_lezen(pad: Path, schijf: Path, *, echt: bool) -> str:
    """Open on a disk (or files) without the right to write: everything is read, nothing written."""
    vooraf = open_voor_commando(pad)
    oud = toestand.kern_van(vooraf)
    vooraf.sluit()
    alles = [pad.parent, pad, *standaard_backup_map(pad).iterdir(), standaard_backup_map(pad)]
    if echt:
        _mount("-o", "remount,ro", str(schijf))
    else:
        for deel in alles:
            deel.chmod(0o500 if deel.is_dir() else 0o400)
    try:
        omgeving = open_voor_commando(pad)
        try:
            if toestand.kern_van(omgeving) != oud:
                return "FOUT anders gelezen"
            if bewaking.ALLEEN_LEZEN not in bewaking.meldingen(omgeving, LOKAAL):
                return "FOUT niet gemeld"
            toestand.stap_levering(omgeving)
            return "FOUT toch geschreven"
        except SturingError as fout:
            if "kan alleen worden gelezen" not in str(fout):
                return f"FOUT de melding helpt niet: {fout}"
            if toestand.kern_van(omgeving) != oud:
                return "FOUT na de weigering anders gelezen"
        finally:
            omgeving.sluit()
    finally:
        if not echt:
            for deel in alles:
                deel.chmod(0o700 if deel.is_dir() else 0o600)
    return "alleen lezen, geweigerd"
