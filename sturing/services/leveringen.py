"""From files to a stored levering: read, judge, show, and only then store, in one transaction.

A Voorstel is what was read and judged; it holds no lock and changes nothing. Accepting it checks
that nobody delivered in between, so that a person never stores a difference he did not see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.codes import TeamCode
from sturing.domain.levering import BladVerschil, Levering, Mutatie, Rij
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.sjabloon import maak_sjabloon
from sturing.rights.mag import Actie, Planindex, eis, mag_leveren, object_team
from sturing.rights.rijen import mag_rij
from sturing.services import notatie
from sturing.services.beelden import (
    Gegevensbeeld,
    Keuze,
    Kop,
    Uploadbeeld,
)
from sturing.services.namen import teams_op_naam
from sturing.services.omgeving import Omgeving
from sturing.services.uploadbeeld import maak_uploadbeeld
from sturing.store import leveringen as register
from sturing.store.plan import lees_besloten_rang
from sturing.store.rijen import lees_bladen

Voortgang = Callable[[str, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A judged upload that is not stored; valid as long as `op_levering` is the last one."""

    beeld: Uploadbeeld
    beoordeling: Beoordeling
    op_levering: int


def _geen_voortgang(_tekst: str, _deel: float) -> None:
    return None


def gegevens(omgeving: Omgeving, wie: Wie) -> Gegevensbeeld:
    """What is stored, and whether the acting user may bring new files."""
    lijst = tuple(reversed(register.lijst(omgeving.opslag)))
    plan = omgeving.basis().plan
    mag = mag_leveren(wie)
    if lijst:
        laatste = lijst[0]
        titel = (
            f"Levering {laatste.nummer} is het plan van nu: "
            f"{notatie.aantal(len(plan.teams), 'team', 'teams')} en "
            f"{notatie.aantal(len(plan.opdrachten), 'opdracht', 'opdrachten')}."
        )
        bijschrift = f"Ingelezen op {notatie.datum_zin(laatste.tijdstip.date())}"
        if plan.peildatum:
            bijschrift += f" · uren tot en met {notatie.datum_zin(plan.peildatum)}"
    else:
        titel = "Er zijn nog geen gegevens. Haal het sjabloon op en kies daarna uw bestand."
        bijschrift = "Er is nog niets opgeslagen"
    return Gegevensbeeld(
        kop=Kop(titel=titel, bijschrift=bijschrift),
        leveringen=lijst,
        mag_leveren=mag,
        waarom_niet=""
        if mag
        else "U kunt zien wat er is ingelezen, maar geen bestand inlezen. "
        "Dat doet een teamondersteuner, of een beheerder.",
        teams=tuple(Keuze(sleutel=c, naam=n) for c, n in teams_op_naam(plan)),
        kan_leegmaken=omgeving.demo and bool(plan.teams or plan.opdrachten),
    )


def controleer_bestanden(
    omgeving: Omgeving,
    wie: Wie,
    bestanden: Sequence[tuple[str, bytes]],
    voortgang: Voortgang | None = None,
) -> Voorstel:
    """Read and judge files (name, contents) as one levering; stores nothing.

    Raises InvoerError without files and RechtError without any right to deliver; everything that is
    wrong in a file is a finding.
    """
    if not bestanden:
        raise InvoerError("Er is geen bestand gekozen.", hint="Kies een werkboek (.xlsx).")
    if not mag_leveren(wie):
        raise RechtError(
            "U mag geen bestanden inlezen.",
            hint="Vraag een teamondersteuner of een beheerder.",
        )
    meld = voortgang or _geen_voortgang
    meld("Lezen", 0.1)
    op_levering = omgeving.nummer()
    opgeslagen = lees_bladen(omgeving.opslag)
    beoordeling = beoordeel(
        [Bestand(naam=naam, inhoud=inhoud) for naam, inhoud in bestanden],
        opgeslagen,
        {str(code): rang for code, rang in lees_besloten_rang(omgeving.opslag).items()},
        meld,
    )
    meld("Rechten controleren", 0.9)
    beoordeling = _met_rechten(omgeving, wie, beoordeling, opgeslagen)
    meld("Klaar", 1.0)
    return Voorstel(
        beeld=maak_uploadbeeld(beoordeling, op_levering, bestanden),
        beoordeling=beoordeling,
        op_levering=op_levering,
    )


def _met_rechten(
    omgeving: Omgeving, wie: Wie, beoordeling: Beoordeling, opgeslagen: Mapping[str, Sequence[Rij]]
) -> Beoordeling:
    """Add a fout for every row that changes something outside the person's right."""
    index = Planindex.van(omgeving.basis().plan).met_rijen(
        {blad: _nieuwe_rijen(beoordeling, blad) for blad in ("Personen", "Teams")}
    )
    rollen = (*opgeslagen.get("Teamrollen", ()), *_nieuwe_rijen(beoordeling, "Teamrollen"))
    geweigerd = [
        _geen_recht(m)
        for m in beoordeling.mutaties
        if not all(mag_rij(wie, index, m.blad, rij, rollen) for rij in (m.oud, m.nieuw) if rij)
    ]
    if not geweigerd:
        return beoordeling
    return replace(beoordeling, bevindingen=(*beoordeling.bevindingen, *geweigerd))


def _nieuwe_rijen(beoordeling: Beoordeling, blad: str) -> list[Rij]:
    return [m.nieuw for m in beoordeling.mutaties if m.blad == blad and m.nieuw is not None]


def _geen_recht(mutatie: Mutatie) -> Bevinding:
    rij = mutatie.nieuw or mutatie.oud or {}
    sleutel = str(rij.get("team") or rij.get("opdracht") or next(iter(rij.values()), ""))
    wat = "vervalt door dit bestand" if mutatie.nieuw is None else "verandert door dit bestand"
    return Bevinding(
        code="GEEN_RECHT",
        ernst=Ernst.FOUT,
        blad=mutatie.blad,
        cel=mutatie.cel,
        waarde=sleutel,
        melding=f"De rij van '{sleutel}' {wat}, en dat valt buiten uw rol. Toegestaan: alleen "
        "rijen van uw eigen teams, gebieden of domein. Haal de rij weg, of vraag wie dit mag.",
        bestand=mutatie.bestand,
    )


def neem_over(
    omgeving: Omgeving,
    wie: Wie,
    voorstel: Voorstel,
    *,
    let_op_gezien: bool,
    verwijdering_bevestigd: bool,
) -> Levering:
    """Store what was judged, in one transaction, as the next levering.

    Raises InvoerError while a fout stands or a confirmation is missing, ConflictError when another
    levering came in between: then nothing is stored and the files are to be judged again.
    """
    beoordeling = voorstel.beoordeling
    if any(b.ernst is Ernst.FOUT for b in beoordeling.bevindingen):
        raise InvoerError("Er staan nog fouten in het bestand.", hint="Er is niets opgeslagen.")
    if not let_op_gezien and any(b.ernst is Ernst.LET_OP for b in beoordeling.bevindingen):
        raise InvoerError("Bekijk eerst de punten die opvallen.", hint="Er is niets opgeslagen.")
    if beoordeling.grote_verwijdering is not None and not verwijdering_bevestigd:
        raise InvoerError(
            "Bevestig eerst dat de rijen mogen vervallen.", hint="Er is niets opgeslagen."
        )
    return register.sla_op(
        omgeving.opslag,
        wie=wie,
        bestanden=beoordeling.bestanden,
        mutaties=beoordeling.mutaties,
        verschil=beoordeling.verschil,
        tijdstip=datetime.now(UTC),
        na_levering=voorstel.op_levering,
    )


def maak_leeg(omgeving: Omgeving, wie: Wie) -> Levering:
    """Begin a demonstration with an empty organisation: a levering that removes every row.

    Only in a demonstration; the leveringen before it stay in the register. Raises RechtError on an
    own database.
    """
    if not omgeving.demo:
        raise RechtError(
            "Alleen de demonstratie kan in een keer leeg.",
            hint="Maak voor een lege organisatie een nieuwe database.",
        )
    opgeslagen = lees_bladen(omgeving.opslag)
    mutaties = [
        Mutatie(blad=blad, oud=rij, nieuw=None)
        for blad, rijen in opgeslagen.items()
        for rij in rijen
    ]
    verschil = [
        BladVerschil(blad=blad, vervallen=len(rijen)) for blad, rijen in opgeslagen.items() if rijen
    ]
    return register.sla_op(
        omgeving.opslag,
        wie=wie,
        bestanden=(),
        mutaties=mutaties,
        verschil=verschil,
        tijdstip=datetime.now(UTC),
    )


def leeg_sjabloon() -> bytes:
    """An empty workbook to fill in, with every sheet. Needs no database and no right."""
    return maak_sjabloon()


def sjabloon(omgeving: Omgeving, wie: Wie, team: str | None = None) -> bytes:
    """A workbook to fill in: empty, or with what is stored for one team.

    Raises InvoerError for an unknown team, RechtError when its totals are not for `wie`.
    """
    if team is None:
        return leeg_sjabloon()
    index = omgeving.basis().index
    eis(wie, Actie.TOTALEN_LEZEN, object_team(index, TeamCode(team)))
    rijen = lees_bladen(omgeving.opslag)
    if not any(rij["team"] == team for rij in rijen["Teams"]):
        raise InvoerError(
            f"Team '{team}' bestaat niet.",
            hint="Kies een team dat in Sturing staat, of laat het team weg.",
        )
    eigen = {
        blad: [rij for rij in rijen[blad] if rij["team"] == team]
        for blad in ("Capaciteit", "Inzet")
    }
    return maak_sjabloon(eigen)
