"""From files to a stored levering: read, judge, show, and only then store, in one transaction.

A Voorstel is what was read and judged; it holds no lock and changes nothing. Accepting it checks
that nobody delivered in between, so that a person never stores a difference he did not see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from sturing.domain.bevinding import Ernst
from sturing.domain.levering import Levering, Mutatie
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.errors import InvoerError, RechtError
from sturing.intake.aangewezen import Keuzes
from sturing.intake.beoordeling import Beoordeling, Bestand, beoordeel
from sturing.intake.bereiken import alle_bereiken
from sturing.intake.bewaking import lees_bewaakt
from sturing.intake.lezing import Lezer
from sturing.intake.standverschil import verschil_tussen
from sturing.intake.teksten import leesbare_naam
from sturing.rights.mag import mag_alles_leveren, mag_iets_lezen, mag_leveren
from sturing.services import notatie
from sturing.services.beelden import Gegevensbeeld, Geweigerd, Kop, Uploadbeeld
from sturing.services.bewaren import bewaar
from sturing.services.koppeling import geldend
from sturing.services.leverrechten import buiten_recht, eis_leveren, geen_recht
from sturing.services.omgeving import Omgeving
from sturing.services.opruimpauze import opruimpauze
from sturing.services.sjablonen import domeinkeuzes, teamkeuzes
from sturing.services.sjablonen import sjabloon as sjabloon
from sturing.services.uploadbeeld import maak_uploadbeeld
from sturing.services.vooruitblik import Vooruitblik, maak_vooruitblik
from sturing.store import leegmaken, staatwissel
from sturing.store import leveringen as register
from sturing.store.plan import lees_besloten_rang
from sturing.store.rijen import lees_blad, lees_bladen

Voortgang = Callable[[str, float], None]


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """A judged upload that is not stored; valid as long as `op_levering` is the last one.

    `beeld` and `vooruitblik` are made on first use (no slots for that), as `wie` may see them: the
    command line needs neither with --json.
    """

    beoordeling: Beoordeling
    op_levering: int
    bestanden: tuple[tuple[str, bytes], ...] = field(repr=False)
    wie: Wie
    omgeving: Omgeving = field(repr=False, compare=False)
    horizon: Horizon | None = None

    @cached_property
    def beeld(self) -> Uploadbeeld:
        """What the screen shows of the judgement: verdict and effect in one answer."""
        with opruimpauze():
            return self._maak_beeld()

    def _maak_beeld(self) -> Uploadbeeld:
        gevolg = None if self.beoordeling.fouten else self.vooruitblik.gevolg
        zin = gevolg.zin if gevolg else ""
        return maak_uploadbeeld(self.beoordeling, self.op_levering, self.bestanden, zin)

    @cached_property
    def vooruitblik(self) -> Vooruitblik:
        """The rows that change and what that does to the plan; nothing while there is a fout."""
        oordeel = self.beoordeling
        return maak_vooruitblik(
            self.omgeving,
            self.wie,
            tellingen=oordeel.verschil if oordeel.mag_door else (),
            rijen=oordeel.rijen if oordeel.mag_door else (),
            mutaties=oordeel.mutaties if oordeel.mag_door else (),
            op_levering=self.op_levering,
            rangen=oordeel.rangen if oordeel.mag_door else (),
            horizon=self.horizon,
        )


def _geen_voortgang(_tekst: str, _deel: float) -> None:
    return None


def gegevens(omgeving: Omgeving, wie: Wie) -> Gegevensbeeld | Geweigerd:
    """What is stored, and whether the acting user may bring new files.

    For who may deliver, or read any totals; an account without a role sees how to ask for one.
    """
    if not mag_leveren(wie) and not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig, zoals teamondersteuner. Vraag een beheerder.",
        )
    lijst = tuple(reversed(register.lijst(omgeving.opslag)))
    basis = omgeving.basis()
    plan = basis.plan
    leveren = mag_leveren(wie)
    if lijst:
        laatste = lijst[0]
        titel = (
            f"Levering {laatste.nummer} is het plan van nu: "
            f"{notatie.aantal(len(plan.teams), 'team', 'teams')} en "
            f"{notatie.aantal(len(plan.opdrachten), 'opdracht', 'opdrachten')}."
        )
        bijschrift = f"Ingelezen op {notatie.datum_zin(notatie.dag(laatste.tijdstip))}"
        if plan.peildatum:
            bijschrift += f" · uren tot en met {notatie.datum_zin(plan.peildatum)}"
    else:
        titel = "Er zijn nog geen gegevens. Haal het sjabloon op en kies daarna uw bestand."
        bijschrift = "Er is nog niets opgeslagen"
    return Gegevensbeeld(
        kop=Kop(titel=titel, bijschrift=bijschrift),
        leveringen=lijst,
        mag_leveren=leveren,
        waarom_niet=""
        if leveren
        else "U kunt zien wat er is ingelezen, maar geen bestand inlezen. "
        "Dat doet een teamondersteuner, of een beheerder.",
        teams=teamkeuzes(wie, basis),
        domeinen=domeinkeuzes(wie, basis),
        kan_leegmaken=omgeving.demo
        and mag_alles_leveren(wie)
        and bool(plan.teams or plan.opdrachten),
    )


@opruimpauze()
def controleer_bestanden(
    omgeving: Omgeving,
    wie: Wie,
    bestanden: Sequence[tuple[str, bytes]],
    voortgang: Voortgang | None = None,
    horizon: Horizon | None = None,
    keuzes: Keuzes | None = None,
    *,
    lees: Lezer = lees_bewaakt,
) -> Voorstel:
    """Read and judge files (name, contents) as one levering; stores nothing.

    `horizon` is the period of which the effect is shown (None: the plan year). `keuzes` say which
    known code is meant by an unknown one, in this upload. `lees` is another reader than the guarded
    process, only for files that are our own.
    Raises InvoerError without files and RechtError without any right to deliver; everything that is
    wrong in a file is a finding.
    """
    if not bestanden:
        raise InvoerError(
            "Er is geen bestand gekozen.", hint="Kies een werkboek (.xlsx, .ods of .csv)."
        )
    eis_leveren(wie)
    bestanden = [(leesbare_naam(naam), inhoud) for naam, inhoud in bestanden]
    meld = voortgang or _geen_voortgang
    meld("Opgeslagen gegevens ophalen", 0.0)
    op_levering = omgeving.nummer()
    opgeslagen = lees_bladen(omgeving.opslag)
    beoordeling = beoordeel(
        [Bestand(naam=naam, inhoud=inhoud) for naam, inhoud in bestanden],
        opgeslagen,
        {str(code): rang for code, rang in lees_besloten_rang(omgeving.opslag).items()},
        meld,
        vastgelegd=geldend(omgeving, wie),
        keuzes=keuzes,
        lees=lees,
    )
    meld("Rechten controleren", 0.9)
    geweigerd = buiten_recht(omgeving, wie, beoordeling.mutaties, opgeslagen.get("Teamrollen", ()))
    if geweigerd:
        beoordeling = replace(
            beoordeling, bevindingen=(*beoordeling.bevindingen, *map(geen_recht, geweigerd))
        )
    return Voorstel(
        beoordeling=beoordeling,
        op_levering=op_levering,
        bestanden=tuple(bestanden),
        wie=wie,
        omgeving=omgeving,
        horizon=horizon,
    )


@opruimpauze()
def neem_over(
    omgeving: Omgeving,
    wie: Wie,
    voorstel: Voorstel,
    *,
    let_op_gezien: bool,
    verwijdering_bevestigd: bool,
    voortgang: Voortgang | None = None,
) -> Levering:
    """Store what was judged, in one transaction, as the next levering.

    The rights are those of `wie` now, whoever had the files judged. Raises RechtError for a row
    outside them, InvoerError while a fout stands or a confirmation is missing, ConflictError when
    another levering came in between: then nothing is stored and the files are to be judged again.
    """
    eis_leveren(wie)
    beoordeling = voorstel.beoordeling
    if any(b.ernst is Ernst.FOUT for b in beoordeling.bevindingen):
        raise InvoerError("Er staan nog fouten in het bestand.", hint="Er is niets opgeslagen.")
    if not let_op_gezien and any(b.ernst is Ernst.LET_OP for b in beoordeling.bevindingen):
        raise InvoerError("Bekijk eerst de punten die opvallen.", hint="Er is niets opgeslagen.")
    if beoordeling.grote_verwijdering is not None and not verwijdering_bevestigd:
        raise InvoerError(
            "Bevestig eerst dat de rijen mogen vervallen.", hint="Er is niets opgeslagen."
        )
    meld = voortgang or _geen_voortgang
    meld("Rechten controleren", 0.1)
    teamrollen = lees_blad(omgeving.opslag, "Teamrollen")
    if buiten_recht(omgeving, wie, beoordeling.mutaties, teamrollen):
        raise RechtError(
            "Dit bestand verandert rijen die buiten uw rol vallen.",
            hint="Kies het bestand opnieuw: dan ziet u welke. Er is niets opgeslagen.",
        )
    meld("Opslaan", 0.3)
    return bewaar(
        omgeving,
        wie,
        bestanden=beoordeling.bestanden,
        mutaties=beoordeling.mutaties,
        verschil=beoordeling.verschil,
        bereiken=beoordeling.bereiken,
        op_levering=voorstel.op_levering,
    )


def maak_leeg(omgeving: Omgeving, wie: Wie) -> Levering:
    """Begin a demonstration with an empty organisation: a levering that removes every row, and with
    it the order, settings and supply that decisions left beside the sheets, and what people made
    and said about them (store/leegmaken.py), in one transaction.

    Only in a demonstration; the leveringen before it and the ledger stay. Undoing it brings the
    rows and the decided state back, not what was made and said. Raises RechtError on an own
    database, and without the right to bring every sheet.
    """
    if not omgeving.demo:
        raise RechtError(
            "Alleen de demonstratie kan in één keer leeg.",
            hint="Maak voor een lege organisatie een nieuwe database.",
        )
    if not mag_alles_leveren(wie):
        raise RechtError("U mag de demonstratie niet leegmaken.", hint="Dat mag een beheerder.")
    op_levering = omgeving.nummer()
    opgeslagen = lees_bladen(omgeving.opslag)
    mutaties = [
        Mutatie(blad=blad, oud=rij, nieuw=None)
        for blad, rijen in opgeslagen.items()
        for rij in rijen
    ]

    def daarna(levering: Levering) -> None:
        staatwissel.wis(omgeving.opslag, wie, levering)
        leegmaken.wis(omgeving.opslag, wie, levering)

    return bewaar(
        omgeving,
        wie,
        bestanden=(),
        mutaties=mutaties,
        verschil=[v.telling for v in verschil_tussen(opgeslagen, {}, {})],
        bereiken=alle_bereiken(),
        op_levering=op_levering,
        daarna=daarna,
    )
