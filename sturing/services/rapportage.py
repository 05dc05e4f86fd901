"""The page Rapportage: for whom a report can be made, what it says first, and what stands in it.

Owns the preview. Nothing is written to a file here; that is done when somebody asks for one
(rapporten.py, rapportbundel.py).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sturing.domain.wie import RechtRol, Wie
from sturing.rapport.model import Deel, Grafiek, Rapport, Soort, Tabel, Zinnen
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kerncijfer, Keuze, Kop, Leeg
from sturing.services.blik import Kijk, onder_de_kop
from sturing.services.brief import opdrachten_met_brief
from sturing.services.omgeving import Omgeving
from sturing.services.rapportbron import bron_van
from sturing.services.rapporten import rapport_uit
from sturing.services.rapportrecht import keuzes

_SOORTNAAM = {
    Soort.DIRECTIE: "Directie",
    Soort.PORTEFEUILLEHOUDER: "Portefeuillehouder",
    Soort.OPDRACHTGEVER: "Opdrachtgever",
    Soort.GEBIED: "Gebied",
    Soort.TEAM: "Team",
}


_SOORT_VAN = {
    RechtRol.STRATEGISCH_MANAGER: Soort.OPDRACHTGEVER,
    RechtRol.PROCESVERANTWOORDELIJKE: Soort.TEAM,
    RechtRol.GEBIEDSMAKELAAR: Soort.GEBIED,
    RechtRol.TEAMONDERSTEUNER: Soort.TEAM,
    RechtRol.PROJECTLEIDER: Soort.OPDRACHTGEVER,
}
"""The kind of report that opens first; for the other roles that is the first that may be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoudsregel:
    """One part of the report: its head, and how much of it there is."""

    kop: str
    hoeveel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapportagebeeld:
    """The chosen report before it is made, and what else can be made.

    `soorten` and `sleutels` are what may be chosen; `teksten` are its sentences; `bestand` is the
    name of the file without its ending; `bundel` says what all at once is, empty when that is this
    one report; `brieven` are the opdrachten about which a letter can be made.
    """

    kop: Kop
    soorten: tuple[Keuze, ...]
    soort: str
    sleutels: tuple[Keuze, ...]
    sleutel: str
    titel: str
    bestand: str
    cijfers: tuple[Kerncijfer, ...]
    inhoud: tuple[Inhoudsregel, ...]
    teksten: tuple[Zinnen, ...]
    bundel: str
    brieven: tuple[Keuze, ...]


def rapportage(
    omgeving: Omgeving,
    wie: Wie,
    soort: str | None = None,
    sleutel: str | None = None,
    kijk: Kijk | None = None,
) -> Rapportagebeeld | Leeg | Geweigerd:
    """The report of `soort` and `sleutel` (what is not there or not allowed: the first that is)."""
    bron = bron_van(omgeving, wie, kijk)
    if not bron.basis.plan.opdrachten or not bron.basis.plan.teams:
        return Leeg(
            titel=f"Er is nog geen plan voor {bron.jaar} om over te rapporteren.",
            uitleg="Haal bij Gegevens het sjabloon op, vul het in en kies uw bestand.",
            naar="gegevens",
            knop="Naar Gegevens",
        )
    alle = keuzes(bron)
    if not alle:
        return Geweigerd(
            titel="U mag geen rapportages maken.",
            uitleg="Hiervoor is een rol nodig die uren en bedragen mag meenemen, zoals strategisch "
            "manager of gebiedsmakelaar. Vraag een beheerder.",
        )
    gekozen = next((s for s in alle if s == soort), _eerste_soort(wie, alle))
    sleutels = alle[gekozen]
    van = next((k.sleutel for k in sleutels if k.sleutel == sleutel), _eigen(wie, sleutels))
    rapport = rapport_uit(bron, gekozen, van)
    aantal = sum(len(lijst) for lijst in alle.values())
    return Rapportagebeeld(
        kop=Kop(titel=rapport.zin, bijschrift=onder_de_kop(bron.blik)),
        soorten=tuple(Keuze(sleutel=s.value, naam=_SOORTNAAM[s]) for s in alle),
        soort=gekozen.value,
        sleutels=sleutels,
        sleutel=van,
        titel=rapport.titel,
        bestand=rapport.naam,
        cijfers=tuple(
            Kerncijfer(naam=c.naam, waarde=c.waarde, bijschrift=c.bijschrift)
            for c in rapport.cijfers
        ),
        inhoud=_inhoud(rapport),
        teksten=tuple(deel for deel in rapport.delen if isinstance(deel, Zinnen)),
        bundel=f"{notatie.aantal(aantal, 'rapportage', 'rapportages')} in Excel, Word en PDF, met "
        "de inhoud vooraan."
        if aantal > 1
        else "",
        brieven=tuple(Keuze(sleutel=c, naam=n) for c, n in opdrachten_met_brief(bron)),
    )


def _eerste_soort(wie: Wie, alle: Collection[Soort]) -> Soort:
    """What the first role of this person asks for most, else the first of the list."""
    past = _SOORT_VAN.get(next((t.rol for t in wie.toekenningen), RechtRol.DIRECTIE))
    return past if past is not None and past in alle else next(iter(alle))


def _eigen(wie: Wie, sleutels: Sequence[Keuze]) -> str:
    """The own person first, else the first of the list."""
    return next((k.sleutel for k in sleutels if k.sleutel == wie.persoon), sleutels[0].sleutel)


def _bijlage(kop: str) -> str:
    """The name of a table in the contents, when only the workbook has all of it."""
    return kop if kop.startswith("Alle ") else f"{kop}: alle"


def _inhoud(rapport: Rapport) -> tuple[Inhoudsregel, ...]:
    regels = [_regel(deel) for deel in rapport.delen]
    regels += [
        Inhoudsregel(kop=_bijlage(t.kop), hoeveel=f"{_rijen(t)}, alleen in Excel")
        for t in rapport.bijlagen
    ]
    bron = "Waar deze cijfers vandaan komen"
    return (*regels, Inhoudsregel(kop=bron, hoeveel=f"kenmerk {rapport.herkomst.kenmerk}"))


def _regel(deel: Deel) -> Inhoudsregel:
    if isinstance(deel, Tabel):
        return Inhoudsregel(kop=deel.kop, hoeveel=_rijen(deel))
    if isinstance(deel, Grafiek):
        maanden = notatie.aantal(len(deel.maanden), "maand", "maanden")
        return Inhoudsregel(kop=deel.kop, hoeveel=f"grafiek, {maanden}")
    zinnen = notatie.aantal(len(deel.zinnen), "zin", "zinnen")
    return Inhoudsregel(kop=deel.kop, hoeveel=zinnen)


def _rijen(tabel: Tabel) -> str:
    aantal = sum(not rij.totaal for rij in tabel.rijen)
    return f"tabel, {notatie.aantal(aantal, 'rij', 'rijen')}"
