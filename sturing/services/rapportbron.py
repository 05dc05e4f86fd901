"""What every report of one plan starts from: the result, who asks, and what may go along.

Owns which opdrachten may stand in a report by name: those of which the acting user may export the
totals. What is read here is worked out once for all reports of a bundle. Hours are hundredths.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid
from sturing.domain.tijd import Horizon, Maand
from sturing.domain.werk import Opdracht
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, Effectregel, Opdrachtregel
from sturing.rapport.model import Grafiek, Herkomst
from sturing.rights.mag import Actie, mag, object_opdracht
from sturing.services import notatie
from sturing.services.besluitgevolg import kenmerk
from sturing.services.blik import PLAN_NAAM, Blik, Kijk, blik_op, blikzin, over_alles
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.rapportverschil import Vergelijking, naast_plan, sinds_besluit
from sturing.services.regels import (
    Verdeelregel,
    cellen_van_opdrachten,
    opdrachten_van,
    verdeelregels,
)

Cellen = Sequence[Verdeelregel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkrij:
    """What of one claiming opdracht counts in a report, in hundredths: all of it, or the part of
    one team or area. `regel` is its row in the result."""

    regel: Opdrachtregel
    gevraagd: int
    toegekend: int


@dataclass(frozen=True, kw_only=True)
class Bron:
    """One plan for one person, shared by all reports that are made together. No slots: what is
    asked often is kept."""

    omgeving: Omgeving
    wie: Wie
    kijk: Kijk
    blik: Blik

    @property
    def basis(self) -> Basis:
        """Plan and result of what is looked at; rights rest on the plan in force."""
        return self.blik.basis

    @property
    def horizon(self) -> Horizon:
        return self.basis.uitkomst.horizon

    @property
    def jaar(self) -> str:
        """`2027`, or the period in words when it is not one plan year."""
        van = self.horizon.van.jaar
        if self.horizon == Horizon.planjaar(van):
            return str(van)
        return notatie.periode(self.horizon)

    @cached_property
    def opdrachten(self) -> Mapping[OpdrachtCode, Opdracht]:
        """Every opdracht of the plan that is looked at, by code."""
        return opdrachten_van(self.basis.uitkomst)

    @cached_property
    def regels(self) -> Mapping[OpdrachtCode, Opdrachtregel]:
        """The claiming opdrachten by code, in their order."""
        return {r.opdracht: r for r in self.basis.uitkomst.effecten.opdrachten}

    def effect(self, dimensie: Dimensie, sleutel: str) -> Effectregel | None:
        """The sums of one key; None when nothing is asked there."""
        regels = self.basis.uitkomst.effecten.per[dimensie]
        return next((r for r in regels if r.sleutel == sleutel), None)

    @cached_property
    def mag_mee(self) -> frozenset[OpdrachtCode]:
        """The opdrachten that may stand in a report by name."""
        return frozenset(code for code in self.basis.index.opdrachten if self.mag_opdracht(code))

    def mag_opdracht(self, code: OpdrachtCode) -> bool:
        """May the totals of this opdracht be exported, by itself?"""
        object_ = object_opdracht(self.basis.index, code)
        return mag(self.wie, Actie.TOTALEN_EXPORTEREN, object_).per_rij

    @cached_property
    def vergelijking(self) -> Vergelijking:
        """What the plan is laid beside: that right after the last decision; of a scenario the plan
        in force."""
        if self.blik.is_plan:
            return sinds_besluit(self.omgeving, self.basis)
        return naast_plan(self.blik)

    @cached_property
    def herkomst(self) -> Herkomst:
        """Of which data the numbers are."""
        basis, uitkomst = self.basis, self.basis.uitkomst
        peildatum = basis.plan.peildatum
        levering = f"{basis.levering} van {notatie.datum(basis.leverdatum)}"
        return Herkomst(
            plan=blikzin(self.blik) or PLAN_NAAM.lower(),
            periode=notatie.periode(self.horizon),
            gegevens_tot=notatie.datum_zin(peildatum) if peildatum else "nog geen geboekte uren",
            levering=levering if basis.leverdatum else "nog geen",
            methode=uitkomst.stand.plan.instellingen.methode.value.replace("-", " "),
            vingerafdruk=uitkomst.vingerafdruk,
            kenmerk=kenmerk(uitkomst.vingerafdruk),
            dag=peildatum or basis.leverdatum or self.horizon.van.eerste_dag,
        )

    def hele_rijen(self, codes: Collection[OpdrachtCode]) -> tuple[Werkrij, ...]:
        """These opdrachten with all that they ask, in their order; those that do not claim are
        passed over."""
        return tuple(
            Werkrij(regel=r, gevraagd=r.gevraagd_honderdste, toegekend=r.toegekend_honderdste)
            for code, r in self.regels.items()
            if code in codes
        )

    def deelrijen(self, cellen: Iterable[Verdeelregel]) -> tuple[Werkrij, ...]:
        """The opdrachten of these cells with what they ask there, in their order."""
        som: dict[OpdrachtCode, list[int]] = defaultdict(lambda: [0, 0])
        for cel in cellen:
            som[cel.opdracht][0] += cel.gevraagd_honderdste
            som[cel.opdracht][1] += cel.toegekend_honderdste
        return tuple(
            Werkrij(regel=r, gevraagd=som[code][0], toegekend=som[code][1])
            for code, r in self.regels.items()
            if code in som
        )

    def cellen_van(self, codes: Collection[OpdrachtCode]) -> tuple[Verdeelregel, ...]:
        """What these opdrachten ask and get, per team and month."""
        uitkomst = self.basis.uitkomst
        return tuple(verdeelregels(uitkomst, cellen_van_opdrachten(uitkomst, codes)))


def bron_van(omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None) -> Bron:
    """What `kijk` chose (None: the plan in force over the plan year), always of every domain:
    a report is of whom or what it is of. Errors as blik_op."""
    gekozen = over_alles(kijk)
    return Bron(omgeving=omgeving, wie=wie, kijk=gekozen, blik=blik_op(omgeving, wie, gekozen))


def maandgrafiek(bron: Bron, cellen: Cellen, aanbod: Mapping[Maand, int] | None = None) -> Grafiek:
    """Asked (granted and short) per month, and `aanbod` as the line when there is one."""
    vraagt: dict[Maand, int] = defaultdict(int)
    krijgt: dict[Maand, int] = defaultdict(int)
    for cel in cellen:
        vraagt[cel.maand] += cel.gevraagd_honderdste
        krijgt[cel.maand] += cel.toegekend_honderdste
    return grafiek_van(bron, vraagt, krijgt, aanbod)


def grafiek_van(
    bron: Bron,
    vraagt: Mapping[Maand, int],
    krijgt: Mapping[Maand, int],
    aanbod: Mapping[Maand, int] | None = None,
) -> Grafiek:
    """The same from hundredths per month; a month that is not there is 0."""
    maanden = tuple(bron.basis.uitkomst.model.maanden)
    gevraagd = [notatie.uren_heel(vraagt.get(m, 0)) for m in maanden]
    toegekend = [notatie.uren_heel(krijgt.get(m, 0)) for m in maanden]
    tekort = [notatie.uren_heel(vraagt.get(m, 0) - krijgt.get(m, 0)) for m in maanden]
    namen = [notatie.maand_kort(m) for m in maanden]
    if len(bron.horizon.jaren) > 1:
        namen = [f"{naam} {m.jaar % 100:02d}" for naam, m in zip(namen, maanden, strict=True)]
    ergst = tekort.index(max(tekort))
    zin = (
        f"In {notatie.maand_lang(maanden[ergst])} is het tekort het grootst: "
        f"{notatie.getal(tekort[ergst])}{notatie.VAST}uur van de "
        f"{notatie.getal(gevraagd[ergst])} gevraagd."
        if tekort[ergst]
        else "In geen maand is er een tekort."
    )
    return Grafiek(
        kop=f"Uren per maand, {bron.jaar}",
        zin=zin,
        maanden=tuple(namen),
        gevraagd=tuple(gevraagd),
        toegekend=tuple(toegekend),
        tekort=tuple(tekort),
        beschikbaar=tuple(notatie.uren_heel(aanbod.get(m, 0)) for m in maanden) if aanbod else (),
    )


def aantal_met(rijen: Iterable[Werkrij], status: Haalbaarheid | None) -> int:
    """How many of these opdrachten have this status; None: ask no hours and no euros."""
    return sum(rij.regel.status is status for rij in rijen)
