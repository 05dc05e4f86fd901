"""The first tour: for each role the screens that answer its questions, in the order of a first day.

Owns the steps and their words; every step names one screen and one thing to do there. Must never
promise what a role may not do. Source of the roles: the sturingskader.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.wie import Herkomst, RechtRol, Wie
from sturing.services import notatie
from sturing.services.beelden import Kop


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step: the question, what one does and sees, and the screen where."""

    vraag: str
    tekst: str
    scherm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondleiding:
    """The tour of one role."""

    kop: Kop
    stappen: tuple[Stap, ...]


def _stap(scherm: str, vraag: str, tekst: str) -> Stap:
    return Stap(scherm=scherm, vraag=vraag, tekst=tekst)


_OVERZICHT = _stap(
    "overzicht",
    "Is er genoeg, en waar niet?",
    "De eerste zin is het antwoord. Daaronder ziet u per maand en per team waar het knelt, en"
    " rechts hoe het met de opdrachten staat.",
)
_PRIORITEITEN = _stap(
    "prioriteiten",
    "Wat mag eerst, en wat kost dat anderen?",
    "Sleep een opdracht omhoog, of gebruik Alt met pijl omhoog. Ernaast staat meteen wat "
    "erbij komt en wie inlevert. Het is een concept: het plan verandert er niet door.",
)
_WAAROM = _stap(
    "prioriteiten",
    "Waarom krijgt een opdracht niet alles?",
    "Klik op een dekking. U leest welk team en welke maanden knellen, wie ervoor staat, en "
    "wat helpt. Elke oplossing probeert u met één klik in uw concept.",
)
_SCENARIOS = _stap(
    "scenarios",
    "Welke keuzes kunt u naast elkaar leggen?",
    "Geef uw concept een naam, deel het met een collega en vergelijk het met het plan van nu.",
)
_BESLUITEN = _stap(
    "besluiten",
    "Wanneer wordt een scenario het plan?",
    "Leg het voor. Wie inlevert, stemt in of maakt bezwaar met een reden; daarna neemt wie "
    "mag een besluit, ook met een reden. Elk besluit blijft na te lezen.",
)
_OPDRACHTGEVER = _stap(
    "opdrachtgever",
    "Wat ligt er bij u als opdrachtgever?",
    "Uw opdrachten met dekking en kwaliteit, de signalen die op u wachten, en met wie u "
    "dezelfde uren vraagt.",
)
_GEBIEDEN = _stap(
    "gebieden",
    "Krijgt uw gebied wat is afgesproken?",
    "Kies een gebied. U ziet de punten van de gebiedsagenda met hun opdracht, opdrachtgever "
    "en uren, en welke punten nog niemand oppakt.",
)
_TEAMS = _stap(
    "teams",
    "Wat kan uw team, en wat wordt er gevraagd?",
    "Van formatie naar netto uren, het teamplan, wat u van andere teams nodig heeft en of zij"
    " dat ook gepland hebben.",
)
_GEGEVENS = _stap(
    "gegevens",
    "Hoe komen nieuwe cijfers erin?",
    "Haal het sjabloon op, vul het in en kies het bestand. Fouten staan bij de cel. U ziet "
    "wat er verandert voordat er iets wordt opgeslagen.",
)
_SIGNALEN = _stap(
    "signalen",
    "Hoe meldt een team dat het knelt?",
    "Meld een knelpunt of stel een andere plaats voor. De opdrachtgever ziet het en antwoordt.",
)
_KNELPUNT = _stap(
    "signalen",
    "Hoe meldt u dat het knelt?",
    "Meld een knelpunt van uw team. De opdrachtgever ziet het en antwoordt.",
)
_PROGRAMMAS = _stap(
    "programmas",
    "Halen wij de doelen van college en raad?",
    "Per doel de opdrachten die eraan bijdragen, met uren en geld; en de doelen waar niemand "
    "aan werkt.",
)
_AFSPRAKEN = _stap(
    "afspraken",
    "Houden wij ons aan de afspraken?",
    "Elke principe-afspraak van het sturingskader als controle, met wat er niet klopt en hoe "
    "u het herstelt.",
)
_COLLECTIEF = _stap(
    "managementcollectief",
    "Hoe staat de organisatie ervoor?",
    "De ontwikkelopgaven, zelforganisatie en begeleiding van de teams, en de ruimte om te leren.",
)
_RAPPORTAGE = _stap(
    "rapportage",
    "Wat neemt u mee naar het overleg?",
    "Een of twee pagina's over wat u mag meenemen: een persoon, gebied of team. Als Excel, Word "
    "of PDF.",
)
_UITLEG = _stap(
    "uitleg",
    "Hoe komt een getal tot stand?",
    "Stap voor stap van formatie naar netto uren, met de begrippen die op de schermen staan.",
)

_VOLLEDIGHEID = _stap(
    "gegevens",
    "Welke gegevens ontbreken nog?",
    "Onder Volledigheid staat per blad en per team wat er is, hoe oud het is en wat ontbreekt.",
)
_ZONDER_ROL = _stap(
    "uitleg",
    "Wat kunt u zonder rol?",
    "Nog geen cijfers zien: daarvoor heeft u een rol nodig. Vraag een beheerder. Hier leest u deze "
    "rondleiding terug.",
)

STAPPEN: dict[RechtRol, tuple[Stap, ...]] = {
    RechtRol.DIRECTIE: (_OVERZICHT, _PRIORITEITEN, _BESLUITEN, _AFSPRAKEN, _COLLECTIEF),
    RechtRol.STRATEGISCH_MANAGER: (
        _PRIORITEITEN,
        _WAAROM,
        _SCENARIOS,
        _BESLUITEN,
        _OPDRACHTGEVER,
    ),
    RechtRol.CONTROLLER: (_OVERZICHT, _PROGRAMMAS, _GEGEVENS, _AFSPRAKEN, _RAPPORTAGE),
    RechtRol.PROCESVERANTWOORDELIJKE: (_TEAMS, _OPDRACHTGEVER, _WAAROM, _SIGNALEN, _GEGEVENS),
    RechtRol.GEBIEDSMAKELAAR: (_GEBIEDEN, _WAAROM, _BESLUITEN, _PROGRAMMAS, _RAPPORTAGE),
    RechtRol.TEAMONDERSTEUNER: (_TEAMS, _GEGEVENS, _SIGNALEN, _COLLECTIEF, _UITLEG),
    RechtRol.PROJECTLEIDER: (_OPDRACHTGEVER, _WAAROM, _SCENARIOS, _UITLEG),
    RechtRol.MEDEWERKER: (_TEAMS, _KNELPUNT, _UITLEG),
    RechtRol.BEHEERDER: (_GEGEVENS, _VOLLEDIGHEID),
    RechtRol.BESTUUR: (_OVERZICHT, _PROGRAMMAS, _UITLEG),
}


def rondleiding(wie: Wie) -> Rondleiding:
    """The tour of the first role of `wie`; without a role the one screen that is open to all."""
    rol = next((t.rol for t in wie.toekenningen), None)
    stappen = STAPPEN[rol] if rol else _van_iedereen(wie)
    minuten = notatie.aantal(len(stappen), "stap", "stappen")
    voor = f" voor {rol.value}" if rol else ""
    return Rondleiding(
        kop=Kop(
            titel=f"In {minuten} kent u Sturing.",
            bijschrift=f"Rondleiding{voor} · u kunt niets kapotmaken: alleen een besluit of nieuwe "
            "gegevens veranderen het plan",
        ),
        stappen=stappen,
    )


def _van_iedereen(wie: Wie) -> tuple[Stap, ...]:
    """The local user of an own database may see everything; who has no role sees no figures."""
    if wie.herkomst is Herkomst.LOKAAL:
        return (_GEGEVENS, _OVERZICHT, _PRIORITEITEN, _BESLUITEN, _UITLEG)
    return (_ZONDER_ROL,)


def eerste_schermen(wie: Wie) -> tuple[str, ...]:
    """The screens of the tour of `wie`, in order: the sections of the navigation follow it."""
    return tuple(stap.scherm for stap in rondleiding(wie).stappen)
