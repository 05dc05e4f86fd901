"""Taking changes over from another scenario, also when both began as one copy.

Owns which lines are the base of a merge: those at the moment of copying, when one was copied from
the other or both from one; without a shared beginning there is none, and everything of the other
that I have nothing against is taken. Every act is asked by right, stored once and logged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sturing.domain.scenario import Regel
from sturing.domain.sleutel import Sleutel
from sturing.domain.wie import Wie
from sturing.domain.wijziging import Wijziging
from sturing.engine.samenvoegen import Regelbotsing, drieweg, neem_over
from sturing.errors import ConflictError, InvoerError
from sturing.services.bordzinnen import wijzigingszin
from sturing.services.namen import Namen
from sturing.services.namenvoor import namen_voor
from sturing.services.omgeving import Omgeving
from sturing.services.planbeweging import MIJN, sleuteltekst
from sturing.services.samenvoegbeeld import Botsingrij, Overname
from sturing.services.scenariolog import schrijf_over
from sturing.services.scenariorecht import eis_meewerken, eis_zien
from sturing.services.veldzinnen import onderwerp, veldnaam
from sturing.store import concepten
from sturing.store.concepten import Concept
from sturing.store.scenarios import herkomst_van

HUN = "hun"
GEEN = "geen wijziging"


def overname(omgeving: Omgeving, wie: Wie, nummer: int, bron: int) -> Overname:
    """What scenario `bron` would bring into `nummer`. RechtError for one that cannot be seen."""
    concept, ander = eis_zien(omgeving, wie, nummer), eis_zien(omgeving, wie, bron)
    if concept.id == ander.id:
        raise InvoerError("Kies een ander scenario om wijzigingen uit over te nemen.")
    neem, botsingen = _drieweg(omgeving, concept, ander)
    namen = namen_voor(omgeving.basis(), wie)
    return Overname(
        concept=nummer,
        versie=concept.versie,
        bron=bron,
        bron_naam=ander.naam,
        bron_versie=ander.versie,
        zonder_vraag=tuple(_zin(groep, namen) for groep in neem),
        botsingen=tuple(_rij(groep, namen) for groep in botsingen),
    )


def neem_uit(omgeving: Omgeving, wie: Wie, gezien: Overname, keuzes: Mapping[str, str]) -> None:
    """Take over what needs no choice, and of every conflict what was chosen (MIJN or HUN).

    Raises ConflictError when one of both changed since it was `gezien`, InvoerError for a conflict
    without a choice, RechtError as for changing the scenario.
    """
    with omgeving.opslag.schrijven():
        concept = eis_meewerken(omgeving, wie, gezien.concept)
        ander = eis_zien(omgeving, wie, gezien.bron)
        if (concept.versie, ander.versie) != (gezien.versie, gezien.bron_versie):
            raise ConflictError(
                "Een van beide scenario's is net gewijzigd.",
                hint="Bekijk het verschil opnieuw. Er is niets opgeslagen.",
            )
        neem, botsingen = _drieweg(omgeving, concept, ander)
        for groep in botsingen:
            keuze = keuzes.get(_sleutel(groep.velden), "")
            if keuze not in (MIJN, HUN):
                raise InvoerError(
                    "Kies bij elk verschil wat u houdt.", hint="Er is niets opgeslagen."
                )
            if keuze == HUN:
                neem = (*neem, groep)
        concepten.vervang(
            omgeving.opslag,
            concept.id,
            _eigen_nummers(neem_over(concept.regels, neem)),
            concept.versie,
            door=wie.account,
        )
        schrijf_over(
            omgeving,
            wie,
            "scenario samenvoegen",
            concept,
            nieuw=f"uit scenario {ander.id}",
        )


def _eigen_nummers(regels: Sequence[Regel]) -> list[Regel | Wijziging]:
    """A line of a draft of before numbers were of one draft only may have the number of another:
    then it comes in as a new line."""
    gezien: set[int] = set()
    uit: list[Regel | Wijziging] = []
    for regel in regels:
        uit.append(regel.wijziging if regel.nr in gezien else regel)
        gezien.add(regel.nr)
    return uit


def _drieweg(
    omgeving: Omgeving, concept: Concept, ander: Concept
) -> tuple[tuple[Regelbotsing, ...], tuple[Regelbotsing, ...]]:
    return drieweg(_basis(omgeving, concept, ander), concept.regels, ander.regels)


def _basis(omgeving: Omgeving, concept: Concept, ander: Concept) -> Sequence[Regel]:
    """The lines with which both began; of two copies of one scenario those of the older copy."""
    eigen, hun = (herkomst_van(omgeving.opslag, c.id) for c in (concept, ander))
    if hun.kopie_van == concept.id:
        return hun.regels
    if eigen.kopie_van == ander.id:
        return eigen.regels
    if eigen.kopie_van is not None and eigen.kopie_van == hun.kopie_van:
        return eigen.regels if concept.id < ander.id else hun.regels
    return ()


def _zin(groep: Regelbotsing, namen: Namen) -> str:
    if groep.hun:
        return _zinnen(groep.hun, namen)
    return f"weghalen: {_zinnen(groep.mijn, namen)}"


def _rij(groep: Regelbotsing, namen: Namen) -> Botsingrij:
    veld = min(groep.velden)
    return Botsingrij(
        sleutel=_sleutel(groep.velden),
        onderwerp=onderwerp(veld, namen),
        veld=veldnaam(veld),
        basis=_zinnen(groep.basis, namen),
        mijn=_zinnen(groep.mijn, namen),
        ander=_zinnen(groep.hun, namen),
        kan_mijn=True,
    )


def _zinnen(regels: Sequence[Regel], namen: Namen) -> str:
    return (
        "; ".join(
            wijzigingszin(r.wijziging, namen) + ("" if r.aan else " (uitgezet)") for r in regels
        )
        or GEEN
    )


def _sleutel(velden: Sleutel) -> str:
    return "+".join(sleuteltekst(veld) for veld in sorted(velden))
