"""The board: what the order is, what a change of it does, and the draft in which it is tried.

Every person with the right to an own scenario has one working draft, in the database, so that a
reload loses nothing. A draft changes nothing for anyone else: the plan moves only by a decision.
Therefore a draft may try any opdracht; who may decide is asked when it is put forward.
"""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Methode
from sturing.domain.scenario import Regel
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.uitkomst import Uitkomst
from sturing.rights.mag import (
    Actie,
    mag,
    mee_te_nemen_opdrachten,
    object_organisatie,
    zichtbare_opdrachten,
)
from sturing.services.beelden import Bordbeeld, Geweigerd, Keuze, Kop, Leeg, nog_geen
from sturing.services.bordbeeld import (
    alleen,
    bijschrift,
    bordrijen,
    geparkeerd,
    lijnbeeld,
    meldingen,
    telling,
    wettelijk_tekst,
)
from sturing.services.bordblik import Bordblik
from sturing.services.bordzinnen import effect_zin, stand_zin
from sturing.services.concept import (
    Getoond,
    Verplaatsing,
    getoond_concept,
    in_concept,
    uitkomst_van,
)
from sturing.services.conceptregels import regels_in_woorden
from sturing.services.effecttabel import effecttabel, sterkste_maanden
from sturing.services.namen import namen_van, teams_op_naam
from sturing.services.nietgepland import niet_gepland
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.rangzet import verplaats_in
from sturing.store import concepten
from sturing.store.concepten import Concept

GEWONE_BLIK = Bordblik()


def bord(
    omgeving: Omgeving,
    wie: Wie,
    horizon: Horizon | None = None,
    *,
    aankondiging: str = "",
    blik: Bordblik = GEWONE_BLIK,
) -> Bordbeeld | Leeg | Geweigerd:
    """The board of the acting user's draft, with the plan in force beside it, as `blik` asks."""
    oordeel = mag(wie, Actie.TOTALEN_LEZEN, object_organisatie())
    basis = omgeving.basis(horizon)
    codes = frozenset(basis.index.opdrachten)
    zichtbaar = zichtbare_opdrachten(wie, basis.index, codes)
    if not zichtbaar and not (oordeel and not codes):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig waarmee u de uren van opdrachten mag zien. "
            "Vraag een beheerder.",
        )
    if not basis.plan.opdrachten:
        jaar = basis.uitkomst.horizon.van.jaar
        return nog_geen(f"Er zijn nog geen opdrachten voor {jaar}.")
    getoond = getoond_concept(omgeving, wie)
    na = uitkomst_van(omgeving, basis, getoond.concept)
    return _beeld(basis, na, getoond, wie, zichtbaar, bool(oordeel), aankondiging, blik)


def mee_te_nemen(
    omgeving: Omgeving, wie: Wie, beeld: Bordbeeld, horizon: Horizon | None = None
) -> frozenset[str]:
    """The codes of the rows of the board that `wie` may take along as a file."""
    index = omgeving.basis(horizon).index
    return mee_te_nemen_opdrachten(wie, index, [OpdrachtCode(r.opdracht) for r in beeld.rijen])


def _beeld(
    basis: Basis,
    na: Uitkomst,
    getoond: Getoond,
    wie: Wie,
    zichtbaar: frozenset[OpdrachtCode],
    totalen: bool,
    aankondiging: str,
    blik: Bordblik,
) -> Bordbeeld:
    concept = getoond.concept
    namen = namen_van(na.stand.plan) if na is not basis.uitkomst else basis.namen
    namen = namen.voor(zichtbaar)
    wijzigingen = concept.wijzigingen if concept else ()
    regels = concept.regels if concept else ()
    voor, effecten = basis.uitkomst.effecten, na.effecten
    if not totalen:
        voor, effecten = alleen(voor, zichtbaar), alleen(effecten, zichtbaar)
    telt = None if totalen else zichtbaar
    komt, levert = meldingen(basis.uitkomst, na, namen)
    titel = (
        effect_zin(voor, effecten, _laatste_met_opdracht(wijzigingen, zichtbaar), namen)
        if wijzigingen
        else stand_zin(effecten, deel=not totalen)
    )
    komt = tuple(m for m in komt if m.opdracht in zichtbaar)
    levert = tuple(m for m in levert if m.opdracht in zichtbaar)
    rijen = bordrijen(basis, na, namen, wie, zichtbaar)
    return Bordbeeld(
        kop=Kop(titel=titel, bijschrift=bijschrift(basis, na)),
        rijen=rijen,
        wettelijk_tekst=wettelijk_tekst(rijen, na),
        lijn=lijnbeeld(voor, effecten),
        lijn_per_team={str(team): plaats for team, plaats in effecten.lijn_per_team.items()},
        teams=tuple(Keuze(sleutel=c, naam=n) for c, n in teams_op_naam(na.stand.plan)),
        telling_voor=telling(voor, geparkeerd(basis.uitkomst, telt)),
        telling_na=telling(effecten, geparkeerd(na, telt)),
        komt_erbij=komt,
        levert_in=levert,
        effect=effecttabel(basis.uitkomst, na, blik, namen) if totalen else None,
        knelt=sterkste_maanden(basis.uitkomst, na, namen) if totalen else (),
        niet_gepland=niet_gepland(na, zichtbaar, namen, is_open=blik.niet_gepland),
        wijzigingen=regels_in_woorden(regels, na.stand.conflicten, namen, na=na),
        methode=na.stand.plan.instellingen.methode,
        wettelijk_eerst=na.stand.plan.instellingen.wettelijk_eerst,
        mag_wijzigen=not getoond.waarom_niet,
        waarom_niet=getoond.waarom_niet,
        kan_ongedaan=bool(concept and concept.kan_ongedaan),
        kan_opnieuw=bool(concept and concept.kan_opnieuw),
        concept=concept.id if concept else None,
        versie=concept.versie if concept else 0,
        aankondiging=aankondiging,
    )


def _laatste_met_opdracht(
    wijzigingen: tuple[Wijziging, ...], zichtbaar: frozenset[OpdrachtCode]
) -> Wijziging | None:
    """The last change of one opdracht; None when the reader may not see that one."""
    laatste = next((x for x in reversed(wijzigingen) if hasattr(x, "opdracht")), None)
    return laatste if getattr(laatste, "opdracht", None) in zichtbaar else None


def verplaats(
    omgeving: Omgeving,
    wie: Wie,
    versie: int,
    opdracht: str,
    plaats: int,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Put `opdracht` at `plaats` (1 is the first) in the draft; ends at the border of wettelijk.

    Successive moves of one opdracht are one change, from where it stood first to where it is now.
    An opdracht that `wie` may not see is answered as one that does not exist.
    """
    return in_concept(
        omgeving,
        wie,
        versie,
        lambda concept: verplaats_in(omgeving, wie, concept, opdracht, plaats, horizon),
    )


def zet_methode(omgeving: Omgeving, wie: Wie, versie: int | None, methode: Methode) -> Verplaatsing:
    """Calculate the draft by another method; back to the method of the plan removes the change."""
    oud = omgeving.basis().plan.instellingen.methode

    def doe(concept: Concept) -> Verplaatsing:
        rest: tuple[Regel | Wijziging, ...] = tuple(
            x for x in concept.regels if not isinstance(x.wijziging, w.MethodeWijziging)
        )
        if methode is not oud:
            rest = (*rest, w.MethodeWijziging(nieuw=methode, oud=oud))
        concepten.vervang(omgeving.opslag, concept.id, rest, concept.versie, door=wie.account)
        return Verplaatsing(aankondiging=f"De methode is nu {methode.value.replace('-', ' ')}.")

    return in_concept(omgeving, wie, versie, doe)


def zet_wettelijk_eerst(
    omgeving: Omgeving, wie: Wie, versie: int | None, aan: bool
) -> Verplaatsing:
    """Legal work first, on or off, in the draft only."""
    oud = omgeving.basis().plan.instellingen.wettelijk_eerst

    def doe(concept: Concept) -> Verplaatsing:
        rest: tuple[Regel | Wijziging, ...] = tuple(
            x for x in concept.regels if not isinstance(x.wijziging, w.WettelijkEerst)
        )
        if aan is not oud:
            # Before the placements, which are made in the order that this setting gives.
            rest = (w.WettelijkEerst(nieuw=aan, oud=oud), *rest)
        concepten.vervang(omgeving.opslag, concept.id, rest, concept.versie, door=wie.account)
        return Verplaatsing(aankondiging=f"Wettelijk eerst staat nu {'aan' if aan else 'uit'}.")

    return in_concept(omgeving, wie, versie, doe)


def ongedaan(omgeving: Omgeving, wie: Wie, versie: int) -> Verplaatsing:
    """Undo the last step of the draft."""

    def doe(concept: Concept) -> Verplaatsing:
        concepten.ongedaan(omgeving.opslag, concept.id, concept.versie, wie.account)
        return Verplaatsing(aankondiging="De laatste wijziging is ongedaan gemaakt.")

    return in_concept(omgeving, wie, versie, doe)


def opnieuw(omgeving: Omgeving, wie: Wie, versie: int) -> Verplaatsing:
    """Redo the step that was undone last."""

    def doe(concept: Concept) -> Verplaatsing:
        concepten.opnieuw(omgeving.opslag, concept.id, concept.versie, wie.account)
        return Verplaatsing(aankondiging="De wijziging is weer toegepast.")

    return in_concept(omgeving, wie, versie, doe)


def terug_naar_plan(omgeving: Omgeving, wie: Wie, versie: int) -> Verplaatsing:
    """Empty the draft: the board shows the plan in force again. Can be undone."""

    def doe(concept: Concept) -> Verplaatsing:
        concepten.leeg(omgeving.opslag, concept.id, concept.versie, wie.account)
        return Verplaatsing(aankondiging="U ziet weer het plan van nu.")

    return in_concept(omgeving, wie, versie, doe)
