"""The knobs of the draft: a form per knob, what it would do, and adding it as a line.

The only door of screens to the knobs. Every text is read strictly and told back as it was
understood; the consequences (euros of inhuur, the order that weights give, who gains and who gives
hours) are shown before anything is added. A draft may try any opdracht that the person may see
(ADR 6). Units as in the domain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sturing.domain.scenario import Regel
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.volgorde import plaatsen
from sturing.errors import InvoerError
from sturing.rights.mag import Actie, eis, object_scenario
from sturing.services import notatie, regelbewerking
from sturing.services.bordzinnen import gevolgzin
from sturing.services.concept import Verplaatsing, eigen_concept, uitkomst_van
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopregister import DELEN, OVER_DE_VOLGORDE, knop_van
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Formulier, Knop, Plaatswissel, Proef, Vondst
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.regelbewerking import AL_ZO, WEG, Voorstel
from sturing.store.concepten import Concept


def formulier(
    omgeving: Omgeving,
    wie: Wie,
    knop: Knop,
    invoer: Invoer | None = None,
    *,
    horizon: Horizon | None = None,
    regel: int | None = None,
) -> Formulier:
    """The form of a knob, with `invoer` in its fields; of line `regel` with what stands there.

    Raises RechtError for who may have no draft, InvoerError when the line is gone.
    """
    stand, regels = _stand(omgeving, wie, horizon, regel)
    deel = DELEN[knop]
    gevuld = dict(invoer or {})
    if regel is not None:
        eigen = next(r for r in regels if r.nr == regel)
        gevuld = {**deel.terug(eigen.wijziging), **gevuld}
    return Formulier(
        knop=knop,
        titel=deel.titel,
        uitleg=deel.uitleg,
        velden=deel.velden(stand, gevuld),
        waarom_niet=deel.waarom_niet(stand),
        zoek=deel.zoektekst,
    )


def knop_van_regel(omgeving: Omgeving, wie: Wie, regel: int) -> Knop:
    """Which form edits line `regel`. Raises InvoerError when it is gone."""
    return knop_van(_regel(_regels(omgeving, wie), regel).wijziging)


def bekijk(
    omgeving: Omgeving,
    wie: Wie,
    knop: Knop,
    invoer: Invoer,
    *,
    horizon: Horizon | None = None,
    regel: int | None = None,
) -> Proef:
    """What adding the form would do; nothing is stored. What cannot be read is told at its field.

    Raises RechtError for who may have no draft.
    """
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    basis = omgeving.basis(horizon)
    concept = eigen_concept(omgeving, wie)
    nu = uitkomst_van(omgeving, basis, concept)
    regels = concept.regels if concept else ()
    begrepen: list[tuple[str, ...]] = []

    def maak(stand: Knopstand) -> Sequence[Wijziging]:
        gelezen = DELEN[knop].lees(stand, invoer)
        begrepen.append(gelezen.begrepen)
        return (gelezen.wijziging,)

    try:
        voorstel = regelbewerking.stel_voor(basis, wie, regels, nu, maak, regel)
    except VeldError as fout:
        return Proef(fout=f"{fout.title} {fout.hint}".strip(), veld=fout.veld)
    except InvoerError as fout:
        return Proef(fout=f"{fout.title} {fout.hint}".strip())
    if voorstel is None:
        return Proef(fout=WEG)
    gelezen = begrepen[-1]
    if voorstel.regels == regels:
        return Proef(begrepen=gelezen, fout=AL_ZO)
    if voorstel.past_niet:
        return Proef(begrepen=gelezen, fout=voorstel.past_niet)
    proef = _proef(basis, wie, nu, voorstel, gelezen, wissels=knop in OVER_DE_VOLGORDE)
    return replace(proef, tegen=_tegen(wie, concept))


def _tegen(wie: Wie, concept: Concept | None) -> str:
    """Against what the trial shows what moves: the draft as it is, else the plan in force."""
    if concept is None or not concept.wijzigingen:
        return "Ten opzichte van het plan van nu"
    if concept.eigenaar != wie.account:
        return "Ten opzichte van dit scenario"
    return "Ten opzichte van uw concept"


def _proef(
    basis: Basis,
    wie: Wie,
    nu: Uitkomst,
    voorstel: Voorstel,
    begrepen: tuple[str, ...],
    *,
    wissels: bool,
) -> Proef:
    straks = voorstel.straks
    stand = Knopstand(basis=basis, wie=wie, na=straks)
    zichtbaar = None if stand.totalen else stand.opdrachten
    stijgt, daalt = _wissels(nu, straks, stand) if wissels else ((), ())
    eigen = {i for i, x in enumerate(straks.wijzigingen) if any(x is y for y in voorstel.nieuw)}
    kosten = [k for k in straks.stand.kosten if k.index in eigen]
    return Proef(
        begrepen=begrepen,
        zin=voorstel.zin,
        gevolg=gevolgzin(nu.effecten, straks.effecten, zichtbaar),
        kosten=tuple(
            f"{k.jaar}: {notatie.uren_met_eenheid(k.netto_honderdste)} netto"
            + (f", {notatie.euro(k.euro_cent)}" if k.euro_cent is not None else ", zonder tarief")
            for k in kosten
        ),
        stijgt=stijgt,
        daalt=daalt,
    )


def _wissels(
    nu: Uitkomst, straks: Uitkomst, stand: Knopstand
) -> tuple[tuple[Plaatswissel, ...], tuple[Plaatswissel, ...]]:
    """Which visible opdrachten get a higher and a lower place, in the order after."""
    voor = plaatsen(nu.stand.plan, nu.stand.volgorde)
    na = plaatsen(straks.stand.plan, straks.stand.volgorde)
    hoger: list[Plaatswissel] = []
    lager: list[Plaatswissel] = []
    for code, naar in na.items():
        van = voor.get(code)
        if code not in stand.opdrachten or van is None or van == naar:
            continue
        wissel = Plaatswissel(naam=stand.namen.opdracht(code), van=van, naar=naar)
        (hoger if naar < van else lager).append(wissel)
    return tuple(hoger), tuple(lager)


def voeg_toe(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    knop: Knop,
    invoer: Invoer,
    horizon: Horizon | None = None,
    *,
    regel: int | None = None,
) -> Verplaatsing:
    """Read the form and add its change to the draft, or put it in the place of line `regel`.

    Raises VeldError for a text that cannot be read, RechtError for who may have no draft; a rule
    that forbids the change is a refusal in words.
    """

    def maak(stand: Knopstand) -> Sequence[Wijziging]:
        return (DELEN[knop].lees(stand, invoer).wijziging,)

    return regelbewerking.leg_vast(omgeving, wie, versie, maak, horizon, regel=regel)


def zet_status(
    omgeving: Omgeving,
    wie: Wie,
    versie: int | None,
    knop: Knop,
    opdrachten: Sequence[str],
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Park, stop or start several opdrachten at once, as one step: a line for each."""

    def maak(stand: Knopstand) -> Sequence[Wijziging]:
        lees = DELEN[knop].lees
        return tuple(lees(stand, {"opdracht": code}).wijziging for code in opdrachten)

    return regelbewerking.leg_vast(omgeving, wie, versie, maak, horizon)


def zoek(
    omgeving: Omgeving,
    wie: Wie,
    knop: Knop,
    invoer: Invoer,
    *,
    horizon: Horizon | None = None,
    regel: int | None = None,
) -> Vondst:
    """Look for the value that the form offers to find, such as the first month that fits."""
    stand, _ = _stand(omgeving, wie, horizon, regel)
    zoeker = DELEN[knop].zoek
    if zoeker is None:
        return Vondst(tekst="Hier is niets te zoeken.")
    try:
        return zoeker(stand, invoer)
    except VeldError as fout:
        return Vondst(tekst=f"{fout.title} {fout.hint}".strip())


def _regels(omgeving: Omgeving, wie: Wie) -> tuple[Regel, ...]:
    eis(wie, Actie.EIGEN_SCENARIO, object_scenario(wie.account))
    concept = eigen_concept(omgeving, wie)
    return concept.regels if concept else ()


def _regel(regels: Sequence[Regel], nr: int) -> Regel:
    gevonden = next((r for r in regels if r.nr == nr), None)
    if gevonden is None:
        raise InvoerError(WEG)
    return gevonden


def _stand(
    omgeving: Omgeving, wie: Wie, horizon: Horizon | None, regel: int | None
) -> tuple[Knopstand, tuple[Regel, ...]]:
    """The result under the line that is written: of all lines, or of those before line `regel`."""
    regels = _regels(omgeving, wie)
    basis = omgeving.basis(horizon)
    if regel is None:
        na = uitkomst_van(omgeving, basis, eigen_concept(omgeving, wie))
        return Knopstand(basis=basis, wie=wie, na=na), regels
    plek = regels.index(_regel(regels, regel))
    return regelbewerking.knopstand(basis, wie, regels[:plek]), regels
