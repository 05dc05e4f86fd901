"""What a screen looks at: the plan in force or a scenario, over a period, of one domain or of all.

Owns how a choice of the person becomes the plan and the result that a screen reads, and the
sentence about the difference. Must never calculate hours, and never let a scenario change a right:
rights rest on the plan in force. No units.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sturing.domain.keuzes import Domein
from sturing.domain.tijd import Horizon
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.engine.effecten import Aantallen, Dimensie, Effecten, Effectregel
from sturing.engine.uitkomst import Uitkomst
from sturing.rights.mag import Actie, Object, mag, object_domein, object_organisatie
from sturing.services import notatie
from sturing.services.basis import Basis
from sturing.services.beelden import Geweigerd, Kerncijfer, Keuze
from sturing.services.bordbeeld import alleen, bijschrift, telling
from sturing.services.concept import uitkomst_van
from sturing.services.omgeving import Omgeving
from sturing.services.scenariolijst import scenariolijst
from sturing.services.scenariorecht import eis_zien

PLAN = "plan"
PLAN_NAAM = "Plan van nu"
ALLE = "alle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijk:
    """What a person chose to look at; None is the plan year, the plan in force, every domain."""

    horizon: Horizon | None = None
    scenario: int | None = None
    domein: Domein | None = None


def over_alles(kijk: Kijk | None) -> Kijk:
    """The same without a domain, for a screen that has none."""
    return replace(kijk or Kijk(), domein=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blik:
    """The plan and result that a screen reads.

    `basis` holds what is looked at: plan and uitkomst of the scenario when there is one, with the
    rights (`index`) of the plan in force. `voor` is the result of the plan in force over the same
    period; without a scenario it is `basis.uitkomst` itself, so that every difference is 0.
    """

    basis: Basis
    voor: Uitkomst
    naam: str
    scenario: int | None
    domein: Domein | None

    @property
    def uitkomst(self) -> Uitkomst:
        """The result that is looked at."""
        return self.basis.uitkomst

    @property
    def is_plan(self) -> bool:
        """Whether this is the plan in force."""
        return self.scenario is None

    def heeft_team(self, team: str | None) -> bool:
        """Whether a team belongs to the domain that is looked at; all do without a choice."""
        if self.domein is None:
            return True
        return any(t.team == team and t.domein is self.domein for t in self.basis.plan.teams)

    def heeft_opdracht(self, opdracht: Opdracht) -> bool:
        """Whether an opdracht belongs to that domain: the domein of its opdrachtgever's role, else
        of its opdrachtnemer (ontwerp/vertrouwen.md)."""
        if self.domein is None:
            return True
        domeinen = self.basis.index.domeinen_van(opdracht.opdrachtgever, opdracht.opdrachtnemer)
        return self.domein in domeinen


def blik_op(omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None) -> Blik:
    """What `kijk` (None: the plan in force over the plan year) shows.

    Raises RechtError for a scenario that is not shared with `wie`, ConflictError for one whose
    changes no longer fit the plan.
    """
    gevraagd = kijk or Kijk()
    basis = omgeving.basis(gevraagd.horizon)
    if gevraagd.scenario is None:
        return Blik(
            basis=basis,
            voor=basis.uitkomst,
            naam=PLAN_NAAM,
            scenario=None,
            domein=gevraagd.domein,
        )
    concept = eis_zien(omgeving, wie, gevraagd.scenario)
    na = uitkomst_van(omgeving, basis, concept)
    return Blik(
        basis=replace(basis, plan=na.stand.plan, uitkomst=na),
        voor=basis.uitkomst,
        naam=concept.naam,
        scenario=concept.id,
        domein=gevraagd.domein,
    )


def deel_van(blik: Blik, uitkomst: Uitkomst) -> Effecten:
    """The effects of `uitkomst` that are looked at; of one domain with the opdrachten of its
    opdrachtgevers."""
    effecten = uitkomst.effecten
    if blik.domein is None:
        return effecten
    codes = {o.opdracht for o in blik.basis.plan.opdrachten if blik.heeft_opdracht(o)}
    return alleen(effecten, codes)


def som_van(blik: Blik, uitkomst: Uitkomst) -> Effectregel:
    """The sums of `uitkomst`: of the teams of the domain that is looked at, or of all."""
    effecten = uitkomst.effecten
    if blik.domein is None:
        return effecten.organisatie
    leeg = Effectregel(
        sleutel=blik.domein,
        aanbod_honderdste=0,
        gevraagd_honderdste=0,
        toegekend_honderdste=0,
        aantallen=Aantallen(),
        gevraagd_cent=None,
        toegekend_cent=None,
    )
    return next((r for r in effecten.per[Dimensie.DOMEIN] if r.sleutel == blik.domein), leeg)


def blikzin(blik: Blik) -> str:
    """The plan that is looked at, for under the answer; a scenario with what it changes in words.

    For example: Scenario ‘Wonen eerst’: 98 opdrachten haalbaar, 3 meer dan in het plan van nu. Of
    one domain only its opdrachten are counted.
    """
    delen = []
    if blik.domein is not None:
        van_wie = "uren van de teams, opdrachten van de opdrachtgevers"
        delen.append(f"alleen domein {blik.domein.value}: {van_wie}")
    if not blik.is_plan:
        nu = telling(deel_van(blik, blik.voor), 0).haalbaar
        na = telling(deel_van(blik, blik.uitkomst), 0).haalbaar
        zin = notatie.aantal(na, "opdracht", "opdrachten") + " haalbaar"
        delen.insert(0, f"scenario ‘{blik.naam}’: {zin}, {aantalverschil(na - nu)}")
    return " · ".join(delen)


def onder_de_kop(blik: Blik) -> str:
    """The line under the answer of a screen: plan, levering and method, and what is looked at."""
    delen = [bijschrift(blik.basis, blik.uitkomst), blikzin(blik)]
    return " · ".join(deel for deel in delen if deel)


def urenverschil(blik: Blik, honderdste: int) -> str:
    """The difference in hours from the plan in force in words; empty when that is looked at."""
    tekst = f"{notatie.uren(honderdste, teken=True)} uur"
    if abs(honderdste) < 50:
        tekst = f"minder dan 1 uur {'meer' if honderdste > 0 else 'minder'}"
    return planverschil(blik, honderdste, tekst)


def planverschil(blik: Blik, verschil: int, tekst: str) -> str:
    """`tekst` (the difference in words) against the plan in force; empty when that is looked at."""
    if blik.is_plan:
        return ""
    return f"{tekst} tegenover het plan van nu" if verschil else "gelijk aan het plan van nu"


def urencijfer(blik: Blik, naam: str, na: int, voor: int, bijschrift: str) -> Kerncijfer:
    """One figure of hours in hundredths, with its difference from the plan in force."""
    return Kerncijfer(
        naam=naam,
        waarde=notatie.uren_met_eenheid(na),
        bijschrift=bijschrift,
        verschil=urenverschil(blik, na - voor),
    )


def aantalverschil(aantal: int) -> str:
    """`3 meer dan in het plan van nu`."""
    if aantal == 0:
        return "evenveel als in het plan van nu"
    hoe = "meer" if aantal > 0 else "minder"
    return f"{notatie.getal(abs(aantal))} {hoe} dan in het plan van nu"


def scenariokeuzes(omgeving: Omgeving, wie: Wie) -> tuple[Keuze, ...]:
    """The plan in force, and every scenario that `wie` may see and that is not archived."""
    beeld = scenariolijst(omgeving, wie)
    regels = () if isinstance(beeld, Geweigerd) else beeld.open
    return (
        Keuze(sleutel=PLAN, naam=PLAN_NAAM),
        *(Keuze(sleutel=str(r.concept), naam=r.naam) for r in regels),
    )


def domeinkeuzes(omgeving: Omgeving, wie: Wie) -> tuple[Keuze, ...]:
    """Every domain with teams, and all of them together; none for who may see only some rows."""
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        return ()
    aanwezig = {team.domein for team in omgeving.basis().plan.teams}
    if len(aanwezig) < 2:
        return ()
    return (
        Keuze(sleutel=ALLE, naam="Alle domeinen"),
        *(Keuze(sleutel=d.value, naam=d.value.capitalize()) for d in Domein if d in aanwezig),
    )


def object_van_blik(blik: Blik) -> Object:
    """What the totals that are looked at are of: the organisation, or one domain."""
    return object_organisatie() if blik.domein is None else object_domein(blik.domein)
