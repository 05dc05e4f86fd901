"""Does every area have its agenda and its gebiedsmakelaar, and every item its opdrachtgever?

"Samen met inwoners en ondernemers stellen we de gebiedsagenda's op." An item names its
opdrachtgever through its opdracht. Only a kern must have an agenda ("per kern"); others may.
"""

from __future__ import annotations

from collections.abc import Iterator

from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_agendapunt, bij_gebied
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.domain.afspraak import Afspraak
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import GebiedSoort, Initiatief
from sturing.domain.organisatie import Gebied, gebiedsketen
from sturing.domain.werk import Agendapunt

VAN_ANDEREN = (Initiatief.PARTNERS, Initiatief.INWONERS)


def agenda_noemt_opdrachtgever(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every item names its opdrachtgever; one without opdracht whose initiative lies with others is
    tested elsewhere."""
    for gebied, punt in _agenda(stof):
        if punt.opdracht is None and punt.initiatief in VAN_ANDEREN:
            continue
        opdracht = stof.opdrachten.get(punt.opdracht) if punt.opdracht else None
        zin = ""
        if punt.opdracht is None:
            zin = "Er is nog geen opdracht, en dus geen opdrachtgever."
        elif opdracht is None or opdracht.opdrachtgever is None:
            zin = "De opdracht bij dit onderwerp heeft geen ambtelijk opdrachtgever."
        if not zin:
            yield _bij(stof, gebied, punt, None)
            continue
        fout = Punt(
            zin=zin,
            herstel="Zet bij Gegevens op blad Gebiedsagenda een opdracht met een opdrachtgever bij "
            "dit onderwerp. Ligt het initiatief bij partners of inwoners, vul dat dan in.",
            knop="Wijs opdrachtgever aan",
            weg=Weg.GEGEVENS,
            aan_zet=_makelaar(stof, gebied) or stof.directie,
            feiten=(punt.initiatief or "",),
        )
        yield _bij(stof, gebied, punt, fout)


def is_van_anderen(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """An item of partners or inwoners without opdracht asks nothing of the municipality, and says
    what the others do."""
    for gebied, punt in _agenda(stof):
        if punt.opdracht is not None or punt.initiatief not in VAN_ANDEREN:
            continue
        zin = ""
        if punt.bijdrage_gemeente:
            zin = "De gemeente draagt bij, maar er is geen opdracht en geen opdrachtgever."
        elif not punt.bijdrage_partners:
            zin = "Er is geen opdracht, en er staat niet wat de anderen doen."
        if not zin:
            yield _bij(stof, gebied, punt, None)
            continue
        fout = Punt(
            zin=zin,
            herstel="Zet bij Gegevens een opdracht bij dit onderwerp, of vul in wat de partners "
            "doen.",
            knop="Verbeter de agenda",
            weg=Weg.GEGEVENS,
            aan_zet=_makelaar(stof, gebied) or stof.directie,
            feiten=(
                punt.initiatief or "",
                punt.bijdrage_gemeente or "",
                punt.bijdrage_partners or "",
            ),
        )
        yield _bij(stof, gebied, punt, fout)


def zegt_wie_wat_doet(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every item says who has the initiative and what the municipality does."""
    for gebied, punt in _agenda(stof):
        delen = {
            "van wie het initiatief is": punt.initiatief,
            "wat de gemeente bijdraagt": punt.bijdrage_gemeente
            or (punt.initiatief in VAN_ANDEREN and punt.bijdrage_partners),
        }
        mist = [woord for woord, waarde in delen.items() if not waarde]
        if not mist:
            yield _bij(stof, gebied, punt, None)
            continue
        fout = Punt(
            zin=f"Er staat niet {' en '.join(mist)}.",
            herstel="Vul dit bij Gegevens op blad Gebiedsagenda in.",
            knop="Vul de agenda aan",
            weg=Weg.GEGEVENS,
            aan_zet=_makelaar(stof, gebied) or stof.directie,
            feiten=tuple(mist),
        )
        yield _bij(stof, gebied, punt, fout)


def kern_heeft_agenda(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every kern has at least one item, of itself or of an area below it."""
    met_agenda = {
        boven
        for punt in stof.plan.gebiedsagenda
        for boven in gebiedsketen(punt.gebied, stof.gebieden)
    }
    for gebied in _kernen(stof):
        fout = Punt(
            zin="Deze kern heeft nog geen gebiedsagenda.",
            herstel="Vul blad Gebiedsagenda in voor deze kern en lever het bij Gegevens.",
            knop="Lever de agenda",
            weg=Weg.GEGEVENS,
            aan_zet=_makelaar(stof, gebied) or stof.directie,
            feiten=(),
        )
        yield bij_gebied(gebied, None if gebied.gebied in met_agenda else fout)


def kern_heeft_makelaar(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every kern has a gebiedsmakelaar, of itself or of an area above it."""
    for gebied in _kernen(stof):
        fout = Punt(
            zin="Deze kern heeft geen gebiedsmakelaar.",
            herstel="Vul bij Gegevens op blad Gebieden een gebiedsmakelaar in.",
            knop="Wijs makelaar aan",
            weg=Weg.GEGEVENS,
            aan_zet=stof.directie,
            feiten=(),
        )
        yield bij_gebied(gebied, None if _makelaar(stof, gebied) else fout)


def _kernen(stof: Toetsstof) -> Iterator[Gebied]:
    for gebied in stof.gebieden.values():
        if gebied.soort is GebiedSoort.KERN:
            yield gebied


def _agenda(stof: Toetsstof) -> Iterator[tuple[Gebied | None, Agendapunt]]:
    for punt in sorted(
        stof.plan.gebiedsagenda, key=lambda p: (p.gebied, p.opdracht or "", p.vraagstuk or "")
    ):
        yield stof.gebieden.get(punt.gebied), punt


def _bij(
    stof: Toetsstof, gebied: Gebied | None, agendapunt: Agendapunt, fout: Punt | None
) -> Toetsing:
    waar = gebied.naam if gebied else agendapunt.gebied
    opdracht = stof.opdrachten.get(agendapunt.opdracht) if agendapunt.opdracht else None
    wat = agendapunt.vraagstuk or (opdracht.kort if opdracht else agendapunt.opdracht or "")
    return bij_agendapunt(agendapunt, f"{waar}: {wat}", _makelaar(stof, gebied), fout)


def _makelaar(stof: Toetsstof, gebied: Gebied | None) -> PersoonCode | None:
    """The gebiedsmakelaar of an area, or of the nearest area above it."""
    keten = gebiedsketen(gebied.gebied, stof.gebieden) if gebied else ()
    gevonden = (stof.gebieden[code].gebiedsmakelaar for code in keten)
    return next((makelaar for makelaar in gevonden if makelaar), None)
