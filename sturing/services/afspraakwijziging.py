"""Changing an afspraak: its words, its severity, its threshold, on or off, with history.

"Dit sturingskader moet nog gaan leven; het is nog niet af." Owns what may be filled in and how a
change is told. Only the directie may; every changed field is kept with who, when, old, new and
reason, and has its line in the log in the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sturing.analyses.afspraken.regels import JA, NEE, regels_na, waarde
from sturing.domain.afspraak import Afspraak, Afspraakveld, Afspraakwijziging
from sturing.domain.bevinding import Ernst
from sturing.domain.wie import Wie
from sturing.errors import ConflictError
from sturing.rights.mag import Actie, eis, object_organisatie
from sturing.services import notatie
from sturing.services.afspraakregels import regels_nu, wijzigingen_nu
from sturing.services.afsprakenbeeld import Regelbeeld, Wijzigingrij
from sturing.services.berichten import Uitslag, bezwaar_tegen
from sturing.services.omgeving import Omgeving
from sturing.store import afspraken as opgeslagen

MAX_TITEL = 100
MAX_DREMPEL = 1000
_WOORD = {
    Afspraakveld.TITEL: "tekst",
    Afspraakveld.ERNST: "ernst",
    Afspraakveld.AAN: "aan",
    Afspraakveld.DREMPEL: "grens",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelinvoer:
    """What a person filled in for one afspraak; `drempel` as typed, empty without a threshold."""

    titel: str
    ernst: Ernst
    aan: bool
    drempel: str


def wijzig_afspraak(
    omgeving: Omgeving, wie: Wie, gezien: Afspraak, invoer: Regelinvoer, reden: str
) -> Uitslag:
    """Change the afspraak that the person saw as `gezien`.

    Raises RechtError for who is not of the directie. A refusal by a rule is in the Uitslag.
    """
    eis(wie, Actie.AFSPRAKEN_WIJZIGEN, object_organisatie())
    bezwaar = _bezwaar(gezien, invoer) or bezwaar_tegen(reden, "waarom u dit wijzigt")
    if bezwaar:
        return Uitslag(geweigerd=bezwaar)
    nieuw = {
        Afspraakveld.TITEL: invoer.titel.strip(),
        Afspraakveld.ERNST: invoer.ernst.value,
        Afspraakveld.AAN: JA if invoer.aan else NEE,
        Afspraakveld.DREMPEL: str(_grens(invoer.drempel) or ""),
    }
    velden = {
        veld: (waarde(gezien, veld), woord)
        for veld, woord in nieuw.items()
        if waarde(gezien, veld) != woord
    }
    if not velden:
        return Uitslag(geweigerd="U heeft niets gewijzigd. Er is niets opgeslagen.")

    def mag_nog(eerder: tuple[Afspraakwijziging, ...]) -> None:
        if gezien not in regels_na(eerder):
            raise ConflictError(
                "Iemand anders wijzigde deze afspraak net.",
                hint="Open de afspraak opnieuw en kijk of uw wijziging nog nodig is. Er is niets "
                "opgeslagen.",
            )

    try:
        opgeslagen.wijzig(
            omgeving.opslag,
            wie=wie,
            tijdstip=datetime.now(UTC),
            afspraak=gezien.code,
            velden=velden,
            reden=reden.strip(),
            mag_nog=mag_nog,
        )
    except ConflictError as fout:
        return Uitslag(geweigerd=f"{fout.title} {fout.hint}")
    return Uitslag(aankondiging=f"De afspraak ‘{gezien.kop}’ is gewijzigd.")


def _bezwaar(gezien: Afspraak, invoer: Regelinvoer) -> str:
    """Why this cannot be stored, in Dutch; empty when it can."""
    titel = invoer.titel.strip()
    if not titel or len(titel) > MAX_TITEL:
        return f"Schrijf de afspraak in 1 tot {MAX_TITEL} tekens. Er is niets opgeslagen."
    if gezien.drempel is None:
        return ""
    if _grens(invoer.drempel) is None:
        return (
            f"‘{invoer.drempel}’ is geen grens. Typ een heel getal van 1 tot {MAX_DREMPEL}. "
            "Er is niets opgeslagen."
        )
    return ""


def _grens(tekst: str) -> int | None:
    """A whole number from 1 to MAX_DREMPEL, as typed."""
    kaal = tekst.strip()
    if not (kaal.isascii() and kaal.isdecimal() and len(kaal) <= 4):
        return None
    return int(kaal) if 1 <= int(kaal) <= MAX_DREMPEL else None


def regelbeelden(omgeving: Omgeving) -> tuple[Regelbeeld, ...]:
    """Every afspraak as it is now, with what was changed of it, newest first."""
    rijen = geschiedenis(omgeving)
    codes = [w.afspraak for w in reversed(wijzigingen_nu(omgeving))]
    return tuple(
        Regelbeeld(
            gezien=afspraak,
            titel=afspraak.kop,
            geschiedenis=tuple(
                rij for code, rij in zip(codes, rijen, strict=True) if code == afspraak.code
            ),
        )
        for afspraak in regels_nu(omgeving)
    )


def geschiedenis(omgeving: Omgeving) -> tuple[Wijzigingrij, ...]:
    """Every change of an afspraak in words, newest first."""
    titels = {afspraak.code: afspraak.kop for afspraak in regels_nu(omgeving)}
    return tuple(
        Wijzigingrij(
            afspraak=titels.get(wijziging.afspraak, wijziging.afspraak),
            wat=f"{_WOORD[wijziging.veld]}: {wijziging.oud} → {wijziging.nieuw}",
            reden=wijziging.reden,
            wanneer=f"{wijziging.naam}, {notatie.moment_kort(wijziging.tijdstip)}",
        )
        for wijziging in reversed(wijzigingen_nu(omgeving))
    )
