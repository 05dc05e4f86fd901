"""What the opening of a database showed: a log that was moved aside, changes that are gone.

Owns the sentences about it. Must never repair anything: the store did what could be done.
"""

from __future__ import annotations

from pathlib import Path

from sturing.domain.wie import Herkomst, Wie
from sturing.errors import SturingError
from sturing.services import notatie
from sturing.services.meldingen import Meldingen
from sturing.store import bewaking, kopieen
from sturing.store import leveringen as register
from sturing.store.controle import schade
from sturing.store.openen import opzij_gezet
from sturing.store.opslag import Opslag

SYSTEEM = Wie(account="systeem", naam="Systeem", herkomst=Herkomst.SYSTEEM)


def meld_opening(opslag: Opslag, meldingen: Meldingen) -> None:
    """A notice when a log was moved aside that no notice named yet, or when changes are gone."""
    if opslag.pad is None or opslag.alleen_lezen:
        return
    opzij = opzij_gezet(opslag.pad)
    if opzij:
        gemeld = bewaking.genoemde_bestanden(opslag)
        opzij = tuple(pad for pad in opzij if pad.name not in gemeld)
    if opzij or opslag.ontbreekt:
        meldingen.meld(
            opslag,
            SYSTEEM,
            onderwerp="schrijflogboek opzij gezet" if opzij else "wijzigingen ontbreken",
            tekst=_verslag(opslag, opslag.pad, opzij),
            bestanden=[pad.name for pad in opzij],
        )


def _verslag(opslag: Opslag, db: Path, opzij: tuple[Path, ...]) -> str:
    laatste = register.laatste(opslag)
    delen = [
        "Het schrijflogboek van de database was beschadigd en is opzij gezet."
        if opzij
        else "De database is ouder dan wat Sturing hier het laatst heeft opgeslagen.",
        f"De gegevens zijn die van levering {laatste.nummer}, {notatie.moment(laatste.tijdstip)}."
        if laatste
        else "Er is nog geen levering opgeslagen.",
    ]
    if opslag.ontbreekt:
        delen.append(
            f"Er {'ontbreekt' if opslag.ontbreekt == 1 else 'ontbreken'} "
            f"{notatie.aantal(opslag.ontbreekt, 'wijziging', 'wijzigingen')} van daarna."
        )
    if opzij:
        namen = " en ".join(f"'{pad.name}'" for pad in opzij)
        delen.append(f"Wat daarna kwam, staat mogelijk nog in {namen}; bewaar dat bestand.")
    else:
        delen.append("Hebt u zelf een oude kopie teruggezet, dan klopt dat.")
    nieuwste = next(iter(kopieen.lijst(opslag.backup_map)), None)
    if nieuwste is not None and nieuwste.nummer > (laatste.nummer if laatste else 0):
        delen.append(
            f"Levering {nieuwste.nummer} staat wel in een backup. Zet die terug met: "
            f"sturing herstel {nieuwste.pad} --db {db}"
        )
    delen.append(_controle(opslag))
    return " ".join(delen)


def _controle(opslag: Opslag) -> str:
    try:
        problemen = schade(opslag)
    except SturingError as fout:
        problemen = (fout.title,)
    if not problemen:
        return (
            "De controle van de database vond geen fouten. Kijk na of uw laatste wijziging er is."
        )
    return f"De controle vond een fout: {problemen[0]} Zet een backup terug met: sturing herstel."
