"""Giving a reason why one object may differ from an afspraak, and taking it back.

Owns that a reason is asked for what is `let op` only, of who may say it, and for the facts that the
person saw. Everything is kept: a new reason or a withdrawal is one more row, with its line in the
log in the same transaction.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sturing.analyses.afspraken.toets import Getoetst, toets
from sturing.domain.afspraak import Afspraakobject
from sturing.domain.bevinding import Ernst
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.rights.afspraken import Puntrecht, eis_toelichten
from sturing.services.afspraakregels import redenen_nu, regel, stof_van
from sturing.services.berichten import Uitslag, bezwaar_tegen
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import afspraken as opgeslagen

VERANDERD = "Intussen is hier iets veranderd. Lees het punt opnieuw. Er is niets opgeslagen."


def geef_reden(
    omgeving: Omgeving,
    wie: Wie,
    code: str,
    object_: Afspraakobject,
    gezien: tuple[str, ...],
    tekst: str,
    horizon: Horizon | None = None,
) -> Uitslag:
    """Lay down why `object_` may differ from afspraak `code`, for the facts `gezien`.

    Raises RechtError for who may not say it, InvoerError for what does not exist. A refusal by a
    rule is in the Uitslag: no words, no `let op`, or other facts than the person saw.
    """
    basis = omgeving.basis(horizon)
    getoetst = _zoek(omgeving, basis, wie, code, object_)
    eis_toelichten(wie, basis.index, object_)
    bezwaar = bezwaar_tegen(tekst, "waarom dit mag")
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    if regel(omgeving, code).ernst is not Ernst.LET_OP:
        return Uitslag(
            geweigerd="Bij deze afspraak telt een reden niet. Los het punt op, of vraag de "
            "directie om de afspraak te wijzigen. Er is niets opgeslagen."
        )
    if getoetst.punt is None or getoetst.punt.feiten != gezien:
        return Uitslag(geweigerd=VERANDERD)
    opgeslagen.leg_reden_vast(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        afspraak=code,
        object_=object_,
        feiten=gezien,
        tekst=tekst.strip(),
    )
    return Uitslag(
        aankondiging=f"De reden bij {getoetst.toetsing.naam} is vastgelegd. Het punt telt niet "
        "meer mee."
    )


def trek_reden_in(
    omgeving: Omgeving,
    wie: Wie,
    code: str,
    object_: Afspraakobject,
    horizon: Horizon | None = None,
) -> Uitslag:
    """Take back the reason that counts: the point is open again. Raises as `geef_reden`."""
    basis = omgeving.basis(horizon)
    getoetst = _zoek(omgeving, basis, wie, code, object_)
    eis_toelichten(wie, basis.index, object_)
    if getoetst.reden is None:
        return Uitslag(geweigerd="Er is hier geen reden die nu telt. Er is niets opgeslagen.")
    opgeslagen.leg_reden_vast(
        omgeving.opslag,
        wie=wie,
        tijdstip=datetime.now(UTC),
        afspraak=code,
        object_=object_,
        feiten=getoetst.reden.feiten,
        tekst="",
        ingetrokken=True,
    )
    return Uitslag(
        aankondiging=f"De reden bij {getoetst.toetsing.naam} is ingetrokken. Het punt staat weer "
        "open."
    )


def _zoek(
    omgeving: Omgeving, basis: Basis, wie: Wie, code: str, object_: Afspraakobject
) -> Getoetst:
    """The object as it is tested now; one that `wie` may not see is answered as one that does not
    exist."""
    afspraak = regel(omgeving, code)
    recht = Puntrecht(wie=wie, index=basis.index)
    for uitslag in toets(stof_van(basis), (afspraak,), redenen_nu(omgeving)):
        for getoetst in uitslag.objecten:
            gelijk = getoetst.toetsing.object == object_
            if gelijk and recht.reikt(object_, getoetst.toetsing.rust_op):
                return getoetst
    raise InvoerError(
        "Dit punt bestaat niet meer.", hint="Open het scherm opnieuw. Er is niets opgeslagen."
    )
