"""Is it clear who delegated, to whom, from when, until when and why?

A delegation stands in the plan (`gedelegeerd_aan`); its window and reason stand in the decision
that laid it down. Only opdrachten that claim are tested. Windows are days, ends included.
"""

from __future__ import annotations

from collections.abc import Iterator

from sturing.analyses.afspraken.opdrachtgevers import PROBEER, roloordeel
from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_opdracht
from sturing.analyses.afspraken.regels import Roloordeel
from sturing.analyses.afspraken.stof import Toetsstof, rolnaam
from sturing.domain.afspraak import Afspraak
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Rol
from sturing.domain.werk import Opdracht

ROLLEN_VOOR_DELEGATIE = (
    Rol.PROCESVERANTWOORDELIJKE,
    Rol.TEAMONDERSTEUNER,
    Rol.GEBIEDSMAKELAAR,
    Rol.PROJECTLEIDER,
    Rol.COORDINEREND_MEDEWERKER,
    Rol.BELEIDSMEDEWERKER,
)
"""To whom may be delegated: the five of rows 2 and 3 of the table, and the beleidsmedewerker of the
paragraph "Meerdere teamrollen"."""
_DELEGEER = PROBEER.format(knop="Delegatie")


def wie_delegeerde(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Work that may lie in a team only by delegation names the strategisch manager behind it."""
    for opdracht in stof.lopend:
        oordeel, gever = roloordeel(stof, opdracht), opdracht.opdrachtgever
        if gever is None or oordeel not in (Roloordeel.GEDELEGEERD, Roloordeel.PAST):
            continue
        if oordeel is Roloordeel.PAST and opdracht.gedelegeerd_aan is None:
            continue
        if oordeel is not Roloordeel.GEDELEGEERD:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=f"{stof.naam(gever)} is opdrachtgever. Niet vastgelegd is wie de rol delegeerde.",
            herstel="Probeer in uw concept bij Prioriteiten twee wijzigingen: ‘Opdrachtgever’ (een "
            f"strategisch manager) en ‘Delegatie’ (aan {stof.naam(gever)}).",
            knop="Leg delegatie vast",
            proef="opdrachtgever",
            weg=Weg.PRIORITEITEN,
            aan_zet=stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.soort_werk.value, gever),
        )
        yield bij_opdracht(opdracht, punt)


def mag_die_rol(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Who it is delegated to has a role that may have it, and is not the opdrachtgever."""
    for opdracht, aan in _gedelegeerd(stof):
        zin = ""
        if aan == opdracht.opdrachtgever:
            zin = f"{stof.naam(aan)} is opdrachtgever en delegeerde aan zichzelf."
        elif not stof.rollen.get(aan, frozenset()) & frozenset(ROLLEN_VOOR_DELEGATIE):
            zin = (
                f"Gedelegeerd aan {stof.naam(aan)} ({stof.rolwoord(aan)}). "
                "Aan die rol wordt niet gedelegeerd."
            )
        woorden = [rolnaam(rol) for rol in ROLLEN_VOOR_DELEGATIE]
        if not zin:
            yield bij_opdracht(opdracht, None)
            continue
        punt = _punt(
            stof,
            opdracht,
            zin,
            _DELEGEER + f"Dat kan aan een {', '.join(woorden[:-1])} of {woorden[-1]}.",
            "Delegeer aan een ander",
            (aan,),
        )
        yield bij_opdracht(opdracht, punt)


def is_vastgelegd(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """A delegation has a start, an end and a reason, laid down in a decision."""
    for opdracht, aan in _gedelegeerd(stof):
        delegatie = stof.delegaties.get(opdracht.opdracht)
        mist = ["begin", "einde", "reden"]
        if delegatie is not None:
            delen = {"begin": delegatie.van, "einde": delegatie.tot, "reden": delegatie.reden}
            mist = [woord for woord, waarde in delen.items() if not waarde]
        if not mist:
            yield bij_opdracht(opdracht, None)
            continue
        punt = _punt(
            stof,
            opdracht,
            f"Gedelegeerd aan {stof.naam(aan)}, zonder {_en(mist)}.",
            _DELEGEER + "Vul begin, einde en reden in en leg het voor als besluit.",
            "Leg delegatie vast",
            (aan, *mist),
        )
        yield bij_opdracht(opdracht, punt)


def niet_verlopen(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """The last day of a delegation has not passed while the delegate still stands in the plan."""
    for opdracht, aan in _gedelegeerd(stof):
        delegatie = stof.delegaties.get(opdracht.opdracht)
        tot = delegatie.tot if delegatie else None
        punt = None
        if tot is not None and tot < stof.peildag:
            punt = _punt(
                stof,
                opdracht,
                f"De delegatie aan {stof.naam(aan)} liep tot en met {tot:%d-%m-%Y}.",
                _DELEGEER + "Kies een nieuwe periode, of haal de delegatie weg.",
                "Verleng de delegatie",
                (aan, tot.isoformat()),
            )
        yield bij_opdracht(opdracht, punt)


def _gedelegeerd(stof: Toetsstof) -> Iterator[tuple[Opdracht, PersoonCode]]:
    for opdracht in stof.lopend:
        if opdracht.gedelegeerd_aan:
            yield opdracht, opdracht.gedelegeerd_aan


def _punt(
    stof: Toetsstof,
    opdracht: Opdracht,
    zin: str,
    herstel: str,
    knop: str,
    feiten: tuple[str, ...],
) -> Punt:
    return Punt(
        zin=zin,
        herstel=herstel,
        knop=knop,
        proef="delegatie",
        weg=Weg.PRIORITEITEN,
        aan_zet=stof.eindverantwoordelijke(opdracht),
        feiten=feiten,
    )


def _en(delen: list[str]) -> str:
    return " en ".join(deel for deel in (", ".join(delen[:-1]), *delen[-1:]) if deel)
