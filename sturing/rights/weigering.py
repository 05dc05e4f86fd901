"""What a person reads when something is not allowed: what, which role is needed, whom to ask.

Owns the Dutch words of a refusal, B1. The roles come from the matrix, so that text and right never
differ; who has such a role already reads that the object lies outside what it was given for. Must
never name a person or the contents of what is kept from the reader.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sturing.domain.wie import RechtRol, Wie
from sturing.rights.matrix import MATRIX, Actie, Reikwijdte, Verlening, Voorwaarde
from sturing.rights.objecten import Object, Objectsoort
from sturing.rights.oordeel import GAAT_OVER, verleningen

_WAT: Mapping[Actie, str] = {
    Actie.TOTALEN_LEZEN: "U mag deze uren en bedragen niet zien.",
    Actie.UREN_PER_PERSOON_LEZEN: "U mag deze uren per persoon niet zien.",
    Actie.TEAMBLADEN_LEVEREN: "U mag geen gegevens van dit team inlezen.",
    Actie.PLANBLADEN_LEVEREN: "U mag deze opdracht, persoon, dit gebied of doel niet inlezen.",
    Actie.AGENDA_LEVEREN: "U mag deze gebiedsagenda niet inlezen.",
    Actie.BEGROTING_LEVEREN: "U mag geen begroting, besteding of normen inlezen.",
    Actie.EIGEN_SCENARIO: "U mag dit scenario niet maken of wijzigen.",
    Actie.PRIORITEIT_WIJZIGEN: "U mag deze prioriteit niet wijzigen.",
    Actie.BESLUITEN: "U mag hierover geen besluit nemen.",
    Actie.ADVISEREN: "U mag hierover geen advies geven.",
    Actie.OPDRACHTGEVER_BENOEMEN: "U mag hier geen opdrachtgever aanwijzen.",
    Actie.TOTALEN_EXPORTEREN: "U mag deze uren en bedragen niet als bestand bewaren.",
    Actie.GEBRUIKERS_BEHEREN: "U mag dit account niet wijzigen.",
    Actie.GEBRUIKERS_GOEDKEUREN: "U mag deze wijziging van rollen niet goedkeuren.",
    Actie.LOG_LEZEN: "U mag dit logboek niet lezen.",
    Actie.SIGNALEREN: "U mag voor dit team geen knelpunt melden.",
    Actie.AFSPRAKEN_WIJZIGEN: "U mag de afspraken niet wijzigen.",
    Actie.AFSPRAAK_TOELICHTEN: "U mag hier geen reden bij een afspraak vastleggen.",
    Actie.TEAMPLAN_ZIEN: "U mag niet vastleggen dat dit teamplan gezien is.",
}
_TOTALEN = (Actie.TOTALEN_LEZEN, Actie.TOTALEN_EXPORTEREN)
_EIGEN = {
    Reikwijdte.DOMEIN: "eigen domein",
    Reikwijdte.OPDRACHTEN: "eigen opdrachten",
    Reikwijdte.GEBIEDEN: "eigen gebieden",
    Reikwijdte.TEAMS: "eigen teams",
    Reikwijdte.ZELF: "alleen van zichzelf",
}
_BEREIKBAAR = {
    Objectsoort.DOMEIN: {Reikwijdte.DOMEIN},
    Objectsoort.OPDRACHT: {
        Reikwijdte.DOMEIN,
        Reikwijdte.OPDRACHTEN,
        Reikwijdte.GEBIEDEN,
        Reikwijdte.TEAMS,
    },
    Objectsoort.TEAM: {Reikwijdte.DOMEIN, Reikwijdte.TEAMS},
    Objectsoort.GEBIED: {Reikwijdte.GEBIEDEN, Reikwijdte.DOMEIN},
    Objectsoort.MEDEWERKER: {Reikwijdte.TEAMS, Reikwijdte.ZELF},
    Objectsoort.ACCOUNT: {Reikwijdte.ZELF},
    Objectsoort.SCENARIO: {Reikwijdte.ZELF},
}
"""Which grants beside O can ever reach an object of this kind."""


def weigering(
    wie: Wie, actie: Actie, object_: Object, *, alleen_voorstel: bool
) -> tuple[str, str, str]:
    """Title, message and hint of what is refused to `wie`, in Dutch."""
    if object_.soort is Objectsoort.MEDEWERKER and actie in _TOTALEN:
        actie = Actie.UREN_PER_PERSOON_LEZEN
    titel = _WAT[actie] + (" U mag het wel voorstellen." if alleen_voorstel else "")
    rollen = _rollen(actie, object_.soort)
    if not rollen:
        return titel, "Geen enkele rol geeft dit recht.", ""
    if actie is Actie.GEBRUIKERS_BEHEREN and object_.soort is Objectsoort.ACCOUNT:
        vraag = "Vraag een beheerder. Niemand wijzigt alleen zijn eigen account."
    elif buiten := _buiten(wie, actie, object_):
        if object_.soort is Objectsoort.SCENARIO:
            return titel, buiten, "Vraag de eigenaar om het met u te delen."
        overal = [rol for rol in rollen if "(" not in rol]
        wie_dan = f", of vraag iemand met de rol {_of(overal)}" if overal else ""
        return titel, buiten, f"Vraag iemand die hierover gaat{wie_dan}."
    else:
        vraag = "Vraag iemand met die rol, of vraag een beheerder of u de rol kunt krijgen."
    return titel, f"Dit mag met de rol {_of(rollen)}.", vraag


def _buiten(wie: Wie, actie: Actie, object_: Object) -> str:
    """Why the roles that `wie` has do not reach this object; empty when none of them gives this
    action on an object of this kind."""
    buiten: list[str] = []
    werk: list[str] = []
    if object_.soort not in GAAT_OVER[actie]:
        return ""
    for toekenning, verlening in verleningen(wie, actie):
        if verlening.voorstel or not _kan(verlening, object_.soort):
            continue
        if verlening.soort_werk and object_.soort_werk not in verlening.soort_werk:
            werk += sorted(verlening.soort_werk)
        elif verlening.reikwijdte is Reikwijdte.ZELF:
            buiten.append("")
        elif verlening.reikwijdte is not Reikwijdte.ORGANISATIE:
            buiten.append(_bereik(toekenning.rol, replace(verlening, soort_werk=frozenset())))
    delen = list(dict.fromkeys(deel for deel in buiten if deel))
    if delen:
        deels = "deels " if _raakt(wie, object_) else ""
        return f"Dit valt {deels}buiten uw {_en(delen)}."
    if buiten:
        return "Dit is van iemand anders."
    if werk:
        return f"Met uw rol mag dit alleen voor {_of(list(dict.fromkeys(werk)))} werk."
    return ""


def _raakt(wie: Wie, object_: Object) -> bool:
    """Has the object a domain or a team that is own, beside another one?"""
    return any(t.domein in object_.domeinen or t.teams & object_.teams for t in wie.toekenningen)


def _rollen(actie: Actie, soort: Objectsoort) -> list[str]:
    uit: list[str] = []
    for rol in RechtRol if soort in GAAT_OVER[actie] else ():
        verleningen = [v for v in MATRIX[actie, rol] if not v.voorstel and _kan(v, soort)]
        if any(v.reikwijdte is Reikwijdte.ORGANISATIE for v in verleningen):
            uit.append(rol.value)
        elif verleningen:
            uit.append(f"{rol.value} ({_of([_bereik(rol, v) for v in verleningen])})")
    return uit


def _bereik(rol: RechtRol, verlening: Verlening) -> str:
    if rol is RechtRol.BESTUUR and verlening.reikwijdte is Reikwijdte.OPDRACHTEN:
        return "eigen portefeuille"
    werk = _of(sorted(verlening.soort_werk)) if verlening.soort_werk else ""
    return f"{_EIGEN[verlening.reikwijdte]}{f', {werk} werk' if werk else ''}"


def _kan(verlening: Verlening, soort: Objectsoort) -> bool:
    if verlening.reikwijdte is Reikwijdte.ORGANISATIE:
        per_groep = verlening.geaggregeerd and verlening.voorwaarde is Voorwaarde.NIET_PER_OPDRACHT
        return not (per_groep and soort is Objectsoort.OPDRACHT)
    return verlening.reikwijdte in _BEREIKBAAR.get(soort, set())


def _of(delen: Sequence[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} of {delen[-1]}"


def _en(delen: Sequence[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"
