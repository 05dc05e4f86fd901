"""Proposals: laying a draft before who decides, and judging one with the plan of now.

Owns that the numbers are made anew on every look, so that nobody decides on old ones. Must never
decide (besluit.py); what others say about a proposal is in reacties.py. Hours are hundredths,
euros cents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from sturing.domain.besluit import Verlies, Voorstel, Voorstelstand
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.uitkomst import Uitkomst, reken
from sturing.errors import ConflictError, InvoerError, RechtError
from sturing.rights.mag import Planindex
from sturing.services.besluitplan import besloten_plan
from sturing.services.besluitrecht import (
    Besluitrecht,
    besluitrecht,
    eis_voorleggen,
    samen,
    verliezen,
)
from sturing.services.omgeving import Basis, Omgeving
from sturing.store import concepten
from sturing.store import voorstellen as opslag_voorstellen

MAX_TEKST = 2_000
"""Characters of a reason, an objection or an answer."""


@dataclass(frozen=True, kw_only=True)
class Beoordeling:
    """A proposal calculated with the plan of now, for one person.

    `verlies` is over the horizon of the proposal; `verlies_ooit` also over the other plan years
    that still come, because a change of the order works there too. `verschoven` says that the data
    changed since the proposal was made.
    """

    voorstel: Voorstel
    basis: Basis
    na: Uitkomst
    index_na: Planindex
    verlies: tuple[Verlies, ...]
    verlies_ooit: tuple[Verlies, ...]
    recht: Besluitrecht
    verschoven: bool

    @property
    def conflicten(self) -> tuple[str, ...]:
        """Why changes no longer fit, one sentence each; with any of these nothing is decided."""
        return tuple(conflict.reden for conflict in self.na.stand.conflicten)


def beoordeel(omgeving: Omgeving, wie: Wie, voorstel: Voorstel) -> Beoordeling:
    """The proposal with the plan in force of now, and what `wie` may do with it."""
    basis = omgeving.basis(voorstel.horizon)
    na = _uitkomst(omgeving, basis, voorstel)
    verlies = verliezen(basis.uitkomst, na)
    per_jaar = samen(_in_andere_jaren(omgeving, voorstel, basis, na))
    if _is_planjaar(voorstel.horizon):
        ooit = samen((verlies, per_jaar))
    else:  # of which the years are counted whole, each by itself
        geteld = {deel.opdracht for deel in per_jaar}
        ooit = (*per_jaar, *(deel for deel in verlies if deel.opdracht not in geteld))
    index_na = basis.index if na.stand.plan is basis.plan else Planindex.van(na.stand.plan)
    return Beoordeling(
        voorstel=voorstel,
        basis=basis,
        na=na,
        index_na=index_na,
        verlies=verlies,
        verlies_ooit=ooit,
        recht=besluitrecht(wie, voorstel, ooit, basis.index, index_na),
        verschoven=basis.levering != voorstel.basis_levering
        and na.vingerafdruk != voorstel.vingerafdruk,
    )


def _uitkomst(omgeving: Omgeving, basis: Basis, voorstel: Voorstel) -> Uitkomst:
    # The changes of a proposal are frozen: whatever was said since, the result is the same.
    sleutel = (basis.levering, voorstel.horizon, voorstel.wijzigingen)
    return omgeving.onthoud(
        sleutel,
        lambda: reken(basis.plan, voorstel.horizon, voorstel.wijzigingen, basis=basis.uitkomst),
    )


def _in_andere_jaren(
    omgeving: Omgeving, voorstel: Voorstel, basis: Basis, na: Uitkomst
) -> list[tuple[Verlies, ...]]:
    """What opdrachten lose in the plan years that are not over yet, but for the one that is the
    horizon. A horizon of some months would hide what is lost in the others, and one of several
    years what is lost in one and gained in the next."""
    peildatum = basis.plan.peildatum
    vanaf = peildatum.year if peildatum else voorstel.horizon.van.jaar
    plan = besloten_plan(na)
    uit = []
    met_geld = {r.jaar for r in basis.plan.begroting if r.beschikbaar_cent is not None}
    for jaar in sorted({*omgeving.jaren(), *met_geld}):
        ander = Horizon.planjaar(jaar)
        if jaar < vanaf or ander == voorstel.horizon:
            continue
        sleutel = ("besloten", basis.levering, ander, voorstel.horizon, voorstel.wijzigingen)
        straks = omgeving.onthoud(sleutel, partial(reken, plan, ander))
        uit.append(verliezen(omgeving.basis(ander).uitkomst, straks))
    return uit


def _is_planjaar(horizon: Horizon) -> bool:
    return horizon == Horizon.planjaar(horizon.van.jaar)


def leg_voor(
    omgeving: Omgeving,
    wie: Wie,
    concept_id: int,
    versie: int,
    *,
    titel: str,
    toelichting: str,
    reactie_tot: date,
    horizon: Horizon,
) -> Voorstel:
    """Freeze the draft as it was looked at (`versie`) into a proposal.

    Raises RechtError when `wie` may not propose one of its changes, ConflictError when the draft
    moved or a change no longer fits, InvoerError for an empty draft or an empty name.
    """
    concept = concepten.lees(omgeving.opslag, concept_id)
    if concept.eigenaar != wie.account:
        raise RechtError(
            "Dit concept is niet van u.", hint="Vraag de eigenaar om het voor te leggen."
        )
    if concept.versie != versie:
        raise ConflictError(
            "Dit concept is net ergens anders gewijzigd.",
            hint="Bekijk de nieuwste stand en leg die voor. Er is niets opgeslagen.",
        )
    if not concept.wijzigingen:
        raise InvoerError(
            "Dit concept heeft geen wijzigingen die aan staan.",
            hint="Versleep eerst een opdracht, of voeg een wijziging toe.",
        )
    schoon = schone_tekst(titel)
    if not schoon:
        raise InvoerError("Het voorstel heeft nog geen naam.", hint="Geef het een korte naam.")
    basis = omgeving.basis(horizon)
    eis_voorleggen(wie, concept.wijzigingen, basis.index)
    na = reken(basis.plan, horizon, concept.wijzigingen, basis=basis.uitkomst)
    if na.stand.conflicten:
        raise ConflictError(
            "Een wijziging van dit concept past niet meer.",
            " ".join(conflict.reden for conflict in na.stand.conflicten),
            "Pas die wijziging aan of haal haar weg. Er is niets opgeslagen.",
        )
    return opslag_voorstellen.maak(
        omgeving.opslag,
        wie,
        Voorstel(
            nummer=1,
            titel=schoon,
            toelichting=schone_tekst(toelichting),
            account=wie.account,
            naam=wie.naam,
            persoon=wie.persoon,
            tijdstip=datetime.now(UTC),
            reactie_tot=reactie_tot,
            horizon=horizon,
            concept=concept.id,
            concept_versie=concept.versie,
            basis_levering=basis.levering,
            vingerafdruk=na.vingerafdruk,
            wijzigingen=concept.wijzigingen,
            stand=Voorstelstand.OPEN,
            versie=1,
        ),
    )


def trek_in(omgeving: Omgeving, wie: Wie, nummer: int, versie: int) -> Voorstel:
    """Take the own proposal back. RechtError for anybody else."""
    voorstel = opslag_voorstellen.lees(omgeving.opslag, nummer)
    if voorstel.account != wie.account:
        raise RechtError(
            "U mag dit voorstel niet intrekken.", hint=f"Dat doet {voorstel.naam} zelf."
        )
    return opslag_voorstellen.trek_in(omgeving.opslag, wie, nummer, versie, datetime.now(UTC))


def eis_besluit(beoordeling: Beoordeling) -> None:
    """RechtError when this person may not decide on the proposal now."""
    if not beoordeling.recht.mag:
        raise RechtError("U mag over dit voorstel niet besluiten.", beoordeling.recht.waarom_niet)


def beoordeling_van(omgeving: Omgeving, wie: Wie, nummer: int) -> Beoordeling:
    """Proposal `nummer` judged for `wie`. InvoerError when there is none with this number."""
    return beoordeel(omgeving, wie, opslag_voorstellen.lees(omgeving.opslag, nummer))


def schone_tekst(tekst: str) -> str:
    """One line without double spaces; InvoerError when it is too long."""
    schoon = " ".join(tekst.split())
    if len(schoon) > MAX_TEKST:
        raise InvoerError(
            f"De tekst is te lang ({len(schoon)} tekens).",
            hint=f"Gebruik er hoogstens {MAX_TEKST}.",
        )
    return schoon


def eis_tekst(tekst: str, vraag: str) -> str:
    """`schone_tekst`; InvoerError that asks `vraag` when nothing is left."""
    schoon = schone_tekst(tekst)
    if not schoon:
        raise InvoerError(vraag, hint="Er is niets opgeslagen.")
    return schoon
