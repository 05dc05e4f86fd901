"""One point of an afspraak as a person sees it: what is wrong, what helps, and what was said of it.

Owns the words around a point and whether this person may give a reason. Must never test a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sturing.analyses.afspraken.punt import met_uitweg
from sturing.analyses.afspraken.toets import Getoetst
from sturing.domain.afspraak import Afspraak, Afspraakobject, Afspraakreden
from sturing.domain.bevinding import Ernst
from sturing.domain.wie import Wie
from sturing.rights.afspraken import Puntrecht, mag_toelichten
from sturing.rights.mag import Actie, mag, object_scenario
from sturing.services import notatie
from sturing.services.afsprakenbeeld import Puntbeeld, Redenregel
from sturing.services.omgeving import Basis

NIEMAND = "nog niemand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntmaker:
    """Makes the points of one plan for one person; a scenario (`is_plan` False) takes no reasons,
    because its facts are not those of now. `mee` is what the person may take along."""

    wie: Wie
    basis: Basis
    is_plan: bool
    redenen: Sequence[Afspraakreden]
    mee: Puntrecht

    def punt(self, afspraak: Afspraak, getoetst: Getoetst) -> Puntbeeld | None:
        """The point, open or with a reason; None when the object keeps to the rule."""
        punt, toetsing = getoetst.punt, getoetst.toetsing
        if punt is None:
            return None
        object_, namen = toetsing.object, self.basis.namen
        uren = punt.uren_honderdste
        gezegd = [r for r in self.redenen if (r.afspraak, r.object) == (afspraak.code, object_)]
        return Puntbeeld(
            sleutel=sleutel_van(afspraak.code, object_),
            afspraak=afspraak.code,
            titel=afspraak.kop,
            ernst=afspraak.ernst.value,
            zin=afspraak.zin,
            plek=afspraak.plek,
            object=object_,
            waar=toetsing.naam,
            nu=f"{punt.zin.rstrip('.')}: {notatie.uren_met_eenheid(uren)}." if uren else punt.zin,
            wie=namen.persoon_kort(punt.aan_zet) if punt.aan_zet else NIEMAND,
            herstel=met_uitweg(afspraak, punt),
            knop=punt.knop,
            naar=punt.weg.value,
            proef=punt.proef if self._mag_proberen else "",
            team=object_.team,
            feiten=punt.feiten,
            van_mij=self._van_mij(getoetst),
            mag_toelichten=self.is_plan
            and afspraak.ernst is Ernst.LET_OP
            and mag_toelichten(self.wie, self.basis.index, object_),
            mag_mee=self.mee.reikt(object_, toetsing.rust_op),
            reden=_regel(getoetst.reden, geldt=True) if getoetst.reden else None,
            gezegd=tuple(_regel(r, geldt=r == getoetst.reden) for r in reversed(gezegd)),
            gevraagd=_opnieuw(afspraak, getoetst),
        )

    @property
    def _mag_proberen(self) -> bool:
        return bool(mag(self.wie, Actie.EIGEN_SCENARIO, object_scenario(self.wie.account)))

    def _van_mij(self, getoetst: Getoetst) -> bool:
        """Is it of the reader: as opdrachtgever or delegate, to act on, or by team or area?"""
        object_, punt = getoetst.toetsing.object, getoetst.punt
        persoon = self.wie.persoon
        if persoon and (persoon in getoetst.toetsing.van or (punt and punt.aan_zet == persoon)):
            return True
        return any(
            object_.team in t.teams or object_.gebied in t.gebieden for t in self.wie.toekenningen
        )


def sleutel_van(code: str, object_: Afspraakobject) -> str:
    """What names a point in the address and in the state of a screen."""
    return f"{code} / {object_.soort} / {object_.sleutel}"


def _regel(reden: Afspraakreden, *, geldt: bool) -> Redenregel:
    door = f"{reden.naam}, {notatie.moment_kort(reden.tijdstip)}"
    if reden.ingetrokken:
        return Redenregel(tekst="Reden ingetrokken.", wanneer=door, geldt=False)
    return Redenregel(tekst=reden.tekst, wanneer=door, geldt=geldt)


def _opnieuw(afspraak: Afspraak, getoetst: Getoetst) -> str:
    """Why an earlier reason does not count; empty when there is none."""
    if getoetst.vervallen is None:
        return ""
    if afspraak.ernst is Ernst.FOUT:
        return "Er is een reden gegeven, maar bij deze afspraak telt een reden nu niet."
    return "Er is een reden gegeven, maar sindsdien is er iets veranderd. Klopt de reden nog?"
