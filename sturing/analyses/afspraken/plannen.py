"""Does every opdracht hang on something, every goal have work, and every team a plan?

"Dat werk houdt altijd verband met de strategische agenda van het college, is opgenomen in de
Programmabegroting en/of bestaat uit reguliere taken." Only opdrachten that claim are tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from sturing.analyses.afspraken.punt import Punt, Toetsing, Weg, bij_opdracht, bij_team
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.bladinhoud import maanden_in_jaar
from sturing.domain.afspraak import Afspraak, Afspraakobject, Objectsoort
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import DoelBron, SoortWerk
from sturing.domain.organisatie import Team
from sturing.domain.werk import Teamplanregel

REGELMATIG = frozenset({SoortWerk.REGULIER, SoortWerk.ONDERSTEUNEND, SoortWerk.AFSTEMMING_BESTUUR})
"""Work that is regular by its kind, and needs nothing else to hang on."""
STRATEGISCHE_BRONNEN = frozenset(
    {DoelBron.STRATEGISCHE_AGENDA, DoelBron.REGIONALE_AFSPRAAK, DoelBron.RAADSKADER}
)
"""What gives direction: "de strategische agenda van ons college en zijn ambities, regionale
afspraken en de kaders van de gemeenteraad"."""


def hangt_ergens(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every opdracht has a doel or a programma, stands on a gebiedsagenda, or is regular work."""
    op_agenda = _op_agenda(stof)
    for opdracht in stof.lopend:
        hangt = (
            opdracht.doel is not None
            or opdracht.programma is not None
            or opdracht.opdracht in op_agenda
            or opdracht.soort_werk in REGELMATIG
        )
        if hangt:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin="De opdracht heeft geen doel en geen programma, en staat op geen gebiedsagenda.",
            herstel="Vul bij Gegevens op blad Opdrachten een doel of programma in, of zet de "
            "opdracht op een gebiedsagenda.",
            knop="Vul doel in",
            weg=Weg.GEGEVENS,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.soort_werk.value,),
        )
        yield bij_opdracht(opdracht, punt)


def soort_past(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Strategic work serves a goal of that kind, work of the begroting has a programma, and work of
    the gebiedsagenda stands on one."""
    op_agenda = _op_agenda(stof)
    bron = {doel.doel: doel.bron for doel in stof.plan.doelen}
    for opdracht in stof.lopend:
        zin, doen = "", ""
        van_doel = bron.get(opdracht.doel) if opdracht.doel else None
        match opdracht.soort_werk:
            case SoortWerk.STRATEGISCHE_AGENDA if van_doel not in STRATEGISCHE_BRONNEN:
                zin = (
                    f"Strategisch werk, maar het doel komt uit de {van_doel}."
                    if van_doel
                    else "Strategisch werk, maar zonder doel."
                )
                doen = "een doel van de strategische agenda, een regionale afspraak of een "
                doen += "raadskader"
            case SoortWerk.PROGRAMMABEGROTING if opdracht.programma is None:
                zin = "Werk uit de programmabegroting, maar zonder programma."
                doen = "een programma"
            case SoortWerk.GEBIEDSAGENDA if opdracht.opdracht not in op_agenda:
                zin = "Werk op de gebiedsagenda, maar de opdracht staat op geen gebiedsagenda."
                doen = "de opdracht op een gebiedsagenda"
            case _:
                pass
        if not zin:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=zin,
            herstel=f"Zet bij Gegevens {doen}, of kies een andere soort werk.",
            knop="Verbeter de gegevens",
            weg=Weg.GEGEVENS,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=(opdracht.soort_werk.value, opdracht.doel or "", van_doel or ""),
        )
        yield bij_opdracht(opdracht, punt)


def doel_met_werk(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every goal of college and raad is served by an opdracht that claims."""
    gediend = {opdracht.doel for opdracht in stof.lopend}
    for doel in sorted(stof.plan.doelen, key=lambda d: d.doel):
        punt = Punt(
            zin=f"Aan dit doel ({doel.bron}) werkt geen enkele lopende of geplande opdracht.",
            herstel="Geef bij Gegevens een opdracht dit doel, of start een opdracht die erop "
            "wacht.",
            knop="Geef dit doel werk",
            weg=Weg.GEGEVENS,
            aan_zet=stof.directie,
            feiten=(doel.bron.value,),
        )
        yield Toetsing(
            object=Afspraakobject(soort=Objectsoort.DOEL, doel=doel.doel),
            naam=doel.naam,
            punt=None if doel.doel in gediend else punt,
        )


def team_heeft_plan(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every team that exists in a year of the horizon has a plan for that year."""
    for team, jaren, per_jaar in _teams(stof):
        mist = [str(jaar) for jaar in jaren if not per_jaar[jaar]]
        if not mist:
            yield bij_team(team, None)
            continue
        punt = Punt(
            zin=f"Er is nog geen teamplan voor {' en '.join(mist)}.",
            herstel="Vul blad Teamplannen in voor dit team en lever het bij Gegevens. Het sjabloon "
            "staat daar klaar.",
            knop="Lever het teamplan",
            weg=Weg.GEGEVENS,
            aan_zet=team.teamondersteuner,
            feiten=tuple(mist),
        )
        yield bij_team(team, punt)


def plan_beantwoordt_vragen(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every row of a plan names its opgave, its quality and what it hangs on, and the plan says
    what is needed of another team or a partner. Teams without a plan fail elsewhere."""
    for team, _jaren, per_jaar in _teams(stof):
        rijen = [rij for jaar in per_jaar.values() for rij in jaar]
        if not rijen:
            continue
        mist = _onbeantwoord(rijen)
        if not mist:
            yield bij_team(team, None)
            continue
        punt = Punt(
            zin=f"In het teamplan ontbreekt: {', '.join(mist)}.",
            herstel="Vul blad Teamplannen aan en lever het bij Gegevens.",
            knop="Vul het teamplan aan",
            weg=Weg.GEGEVENS,
            aan_zet=team.teamondersteuner,
            feiten=tuple(mist),
        )
        yield bij_team(team, punt)


def resultaat_en_kwaliteit(stof: Toetsstof, _: Afspraak) -> Iterator[Toetsing]:
    """Every opdracht says what it delivers and which quality was agreed."""
    for opdracht in stof.lopend:
        delen = {"het resultaat": opdracht.resultaat, "de kwaliteit": opdracht.kwaliteit}
        mist = [woord for woord, waarde in delen.items() if not waarde]
        if not mist:
            yield bij_opdracht(opdracht, None)
            continue
        punt = Punt(
            zin=f"{' en '.join(mist).capitalize()} "
            f"{'ontbreken' if len(mist) > 1 else 'ontbreekt'}.",
            herstel="Vul dit bij Gegevens op blad Opdrachten in.",
            knop="Vul de opdracht aan",
            weg=Weg.GEGEVENS,
            aan_zet=opdracht.opdrachtgever or stof.eindverantwoordelijke(opdracht),
            feiten=tuple(mist),
        )
        yield bij_opdracht(opdracht, punt)


def _op_agenda(stof: Toetsstof) -> frozenset[OpdrachtCode]:
    return frozenset(p.opdracht for p in stof.plan.gebiedsagenda if p.opdracht is not None)


def _teams(
    stof: Toetsstof,
) -> Iterator[tuple[Team, tuple[int, ...], dict[int, list[Teamplanregel]]]]:
    """Every team of the horizon with the years of it in which it exists, and its plan of each."""
    plannen: dict[tuple[TeamCode, int], list[Teamplanregel]] = {}
    for rij in stof.plan.teamplannen:
        plannen.setdefault((rij.team, rij.jaar), []).append(rij)
    for team in stof.teams.values():
        jaren = tuple(
            jaar for jaar in stof.horizon.jaren if maanden_in_jaar(jaar, team.van, team.tot)
        )
        if stof.horizon.raakt(team.van, team.tot):
            yield team, jaren, {jaar: plannen.get((team.team, jaar), []) for jaar in jaren}


def _onbeantwoord(rijen: list[Teamplanregel]) -> list[str]:
    mist = []
    if not all(rij.opgave for rij in rijen):
        mist.append("de opgave")
    if not all(rij.kwaliteit for rij in rijen):
        mist.append("de kwaliteit")
    if not all(rij.opdracht or rij.doel for rij in rijen):
        mist.append("de opdracht of het doel")
    if not any(rij.nodig_van_team or rij.nodig_van_partner for rij in rijen):
        mist.append("wat nodig is van andere teams of partners")
    return mist
