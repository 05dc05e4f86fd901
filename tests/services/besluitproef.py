"""What the tests of decisions share: a plan in memory, a draft with changes, and a decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sturing.domain.besluit import Voorstel
from sturing.domain.keuzes import Domein
from sturing.domain.levering import Mutatie
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.domain.wijziging import Wijziging
from sturing.services import besluit, voorstellen
from sturing.services.omgeving import LOKAAL, Omgeving
from sturing.store import concepten
from sturing.store import leveringen as register
from sturing.store.opslag import Opslag

JAAR = Horizon.planjaar(2027)
REACTIE_TOT = date(2026, 11, 24)


def persoon(account: str, rol: RechtRol, domein: str | None = None, **velden: object) -> Wie:
    recht = {k: v for k, v in velden.items() if k in ("teams", "gebieden")}
    rest = {k: v for k, v in velden.items() if k not in recht}
    return Wie(
        account=account,
        naam=f"{rol.value} {account}",
        herkomst=Herkomst.DEMONSTRATIE,
        toekenningen=(Toekenning(rol=rol, domein=Domein(domein) if domein else None, **recht),),
        **rest,
    )


def omgeving_van(mutaties: Iterable[Mutatie]) -> Omgeving:
    omgeving = Omgeving(opslag=Opslag.open(None), demo=False)
    lever(omgeving, mutaties)
    return omgeving


def lever(omgeving: Omgeving, mutaties: Iterable[Mutatie]) -> int:
    """The next levering, of an upload."""
    return register.sla_op(
        omgeving.opslag,
        wie=LOKAAL,
        bestanden=(),
        mutaties=tuple(mutaties),
        verschil=(),
        tijdstip=datetime(2026, 11, 16, 9, 0, tzinfo=UTC),
    ).nummer


def leg_voor(
    omgeving: Omgeving,
    wie: Wie,
    *wijzigingen: Wijziging,
    horizon: Horizon = JAAR,
    titel: str = "Wonen eerst",
) -> Voorstel:
    """A new draft of `wie` with these changes, laid before who decides."""
    concept = concepten.maak(
        omgeving.opslag, naam="proef", eigenaar=wie.account, basis_levering=omgeving.nummer()
    )
    concept = concepten.vervang(omgeving.opslag, concept.id, wijzigingen, concept.versie)
    return voorstellen.leg_voor(
        omgeving,
        wie,
        concept.id,
        concept.versie,
        titel=titel,
        toelichting="",
        reactie_tot=REACTIE_TOT,
        horizon=horizon,
    )


def neem(
    omgeving: Omgeving, wie: Wie, voorstel: Voorstel, reden: str = "Dit gaat voor."
) -> besluit.Genomen:
    """Decide on the proposal as it is now."""
    return besluit.neem_aan(
        omgeving, wie, voorstel.nummer, voorstel.versie, omgeving.nummer(), reden
    )
