"""Do we keep what the sturingskader says? Every rule that is on, tested on one plan.

Owns which check belongs to which rule, and when a reason counts. Must never judge who may see what:
the services leave out what a person may not see. Hours are hundredths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sturing.analyses.afspraken import (
    bestuur,
    delegeren,
    gebieden,
    lopend_werk,
    opdrachtgevers,
    plannen,
    teams,
)
from sturing.analyses.afspraken.opdrachtgevers import Controle
from sturing.analyses.afspraken.punt import Punt, Toetsing, met_uitweg
from sturing.analyses.afspraken.stof import Toetsstof
from sturing.analyses.kolom import kolommen
from sturing.domain.afspraak import Afspraak, Afspraakgroep, Afspraakobject, Afspraakreden
from sturing.domain.bevinding import Ernst
from sturing.domain.codes import PersoonCode
from sturing.domain.keuzes import Rol, SoortWerk

CONTROLES: Mapping[str, Controle] = MappingProxyType(
    {
        "OPDRACHTGEVER_EEN": opdrachtgevers.een_opdrachtgever,
        "ROL_STRATEGISCH": opdrachtgevers.rol_past(SoortWerk.STRATEGISCHE_AGENDA),
        "ROL_STRATEGISCH_DIRECTIE": opdrachtgevers.met_reden(
            frozenset({SoortWerk.STRATEGISCHE_AGENDA}), Rol.DIRECTIE
        ),
        "ROL_BEGROTING": opdrachtgevers.rol_past(SoortWerk.PROGRAMMABEGROTING),
        "ROL_GEBIED": opdrachtgevers.rol_past(SoortWerk.GEBIEDSAGENDA),
        "ROL_REGULIER": opdrachtgevers.rol_past(SoortWerk.REGULIER),
        "REGULIER_IN_TEAM": opdrachtgevers.met_reden(
            frozenset({SoortWerk.REGULIER}), Rol.STRATEGISCH_MANAGER
        ),
        "ROL_ONDERSTEUNEND": opdrachtgevers.rol_past(SoortWerk.ONDERSTEUNEND),
        "ONDERSTEUNEND_IN_TEAM": opdrachtgevers.met_reden(
            frozenset({SoortWerk.ONDERSTEUNEND}), Rol.STRATEGISCH_MANAGER
        ),
        "ROL_BESTUUR": opdrachtgevers.rol_past(SoortWerk.AFSTEMMING_BESTUUR),
        "ROL_DIRECTIE": opdrachtgevers.met_reden(
            frozenset(SoortWerk) - {SoortWerk.STRATEGISCHE_AGENDA}, Rol.DIRECTIE
        ),
        "OPDRACHTGEVER_SPAN": opdrachtgevers.span,
        "DELEGATIE_WIE": delegeren.wie_delegeerde,
        "DELEGATIE_ROL": delegeren.mag_die_rol,
        "DELEGATIE_VAST": delegeren.is_vastgelegd,
        "DELEGATIE_VERLOPEN": delegeren.niet_verlopen,
        "VERBAND": plannen.hangt_ergens,
        "SOORT_PAST_BIJ_DOEL": plannen.soort_past,
        "DOEL_MET_WERK": plannen.doel_met_werk,
        "TEAMPLAN": plannen.team_heeft_plan,
        "TEAMPLAN_VRAGEN": plannen.plan_beantwoordt_vragen,
        "RESULTAAT_EN_KWALITEIT": plannen.resultaat_en_kwaliteit,
        "AGENDA_OPDRACHTGEVER": gebieden.agenda_noemt_opdrachtgever,
        "AGENDA_ANDEREN": gebieden.is_van_anderen,
        "AGENDA_BIJDRAGE": gebieden.zegt_wie_wat_doet,
        "AGENDA_PER_KERN": gebieden.kern_heeft_agenda,
        "GEBIEDSMAKELAAR": gebieden.kern_heeft_makelaar,
        "WETTELIJK_PAST": teams.wettelijk_past,
        "TEAM_ONDERSTEUNING": teams.heeft_ondersteuner,
        "TEAM_ZELFORGANISATIE": teams.zelforganisatie_bekend,
        "TIJDELIJK_TEAM": teams.tijdelijk_team_heeft_opdracht,
        "BESTUURLIJK_OPDRACHTGEVER": bestuur.bestuurlijk_opdrachtgever,
        "AANSPREEKPUNT_EEN": bestuur.een_aanspreekpunt,
        "AANSPREEKPUNT_VEEL": bestuur.weinig_aanspreekpunten,
        "UREN_OP_STILSTAAND": lopend_werk.geen_uren_op_stilstaand,
        "SLAPEND": lopend_werk.niets_slaapt,
    }
)
"""The check of every rule of regels.csv."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoetst:
    """One object with the reason that counts for it, or the one that no longer does."""

    toetsing: Toetsing
    reden: Afspraakreden | None = None
    vervallen: Afspraakreden | None = None

    @property
    def punt(self) -> Punt | None:
        return self.toetsing.punt

    @property
    def open(self) -> bool:
        """Does it ask for something: it does not keep to the rule, and no reason counts."""
        return self.toetsing.punt is not None and self.reden is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakuitslag:
    """One rule that is on, with every object it was tested on."""

    afspraak: Afspraak
    objecten: tuple[Getoetst, ...]

    @property
    def open(self) -> tuple[Getoetst, ...]:
        return tuple(g for g in self.objecten if g.open)

    @property
    def met_reden(self) -> tuple[Getoetst, ...]:
        return tuple(g for g in self.objecten if g.reden is not None)


def toets(
    stof: Toetsstof, afspraken: Iterable[Afspraak], redenen: Sequence[Afspraakreden]
) -> tuple[Afspraakuitslag, ...]:
    """Every rule that is on, in their order. `redenen` oldest first."""
    per: dict[tuple[str, Afspraakobject], list[Afspraakreden]] = {}
    for reden in redenen:
        per.setdefault((reden.afspraak, reden.object), []).append(reden)
    return tuple(
        Afspraakuitslag(
            afspraak=afspraak,
            objecten=tuple(
                _getoetst(afspraak, toetsing, per)
                for toetsing in CONTROLES[afspraak.code](stof, afspraak)
            ),
        )
        for afspraak in afspraken
        if afspraak.aan
    )


def _getoetst(
    afspraak: Afspraak,
    toetsing: Toetsing,
    per: Mapping[tuple[str, Afspraakobject], Sequence[Afspraakreden]],
) -> Getoetst:
    """A reason counts for a `let op` as long as the facts are those it was given for, and it is the
    last that was said about those facts."""
    redenen = per.get((afspraak.code, toetsing.object), ()) if toetsing.punt and per else ()
    if toetsing.punt is None or not redenen:
        return Getoetst(toetsing=toetsing)
    gelijk = [r for r in redenen if r.feiten == toetsing.punt.feiten]
    if gelijk and not gelijk[-1].ingetrokken:
        if afspraak.ernst is Ernst.LET_OP:
            return Getoetst(toetsing=toetsing, reden=gelijk[-1])
        return Getoetst(toetsing=toetsing, vervallen=gelijk[-1])
    ander = redenen[-1]
    return Getoetst(toetsing=toetsing, vervallen=None if ander.ingetrokken else ander)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakregel:
    """One object that does not keep to one rule. `open` is False when a reason counts."""

    afspraak: str
    groep: Afspraakgroep
    titel: str
    ernst: Ernst
    soort: str
    sleutel: str
    naam: str
    wat: str
    herstel: str
    scherm: str
    aan_zet: PersoonCode | None
    aan_zet_naam: str | None
    uren_honderdste: int | None
    open: bool
    reden: str | None
    reden_door: str | None
    reden_op: date | None


KOLOMMEN = kolommen(
    afspraak="afspraak",
    groep="groep",
    titel="titel",
    ernst="ernst",
    soort="soort",
    sleutel="code",
    naam="naam",
    wat="wat er is",
    herstel="wat u kunt doen",
    scherm="scherm",
    aan_zet="aan zet",
    aan_zet_naam="aan zet, naam",
    uren_honderdste="uren (uur)",
    open="open",
    reden="reden",
    reden_door="reden van",
    reden_op="reden op",
)


def compute_afspraken(
    stof: Toetsstof, afspraken: Iterable[Afspraak], redenen: Sequence[Afspraakreden]
) -> tuple[Afspraakregel, ...]:
    """Every object that does not keep to a rule, rule by rule, in the order of the check."""
    return tuple(
        _regel(stof, uitslag.afspraak, getoetst, getoetst.punt)
        for uitslag in toets(stof, afspraken, redenen)
        for getoetst in uitslag.objecten
        if getoetst.punt is not None
    )


def _regel(stof: Toetsstof, afspraak: Afspraak, getoetst: Getoetst, punt: Punt) -> Afspraakregel:
    reden = getoetst.reden
    return Afspraakregel(
        afspraak=afspraak.code,
        groep=afspraak.groep,
        titel=afspraak.kop,
        ernst=afspraak.ernst,
        soort=getoetst.toetsing.object.soort.value,
        sleutel=getoetst.toetsing.object.sleutel,
        naam=getoetst.toetsing.naam,
        wat=punt.zin,
        herstel=met_uitweg(afspraak, punt),
        scherm=punt.weg.value,
        aan_zet=punt.aan_zet,
        aan_zet_naam=stof.naam(punt.aan_zet) if punt.aan_zet else None,
        uren_honderdste=punt.uren_honderdste,
        open=getoetst.open,
        reden=reden.tekst if reden else None,
        reden_door=reden.naam if reden else None,
        reden_op=reden.tijdstip.date() if reden else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraakstand:
    """How one rule stands: on how many objects it was tested, how many keep to it, how many differ
    with a reason, and how many points are open. A rule that is off has no numbers."""

    afspraak: str
    groep: Afspraakgroep
    titel: str
    ernst: Ernst
    aan: bool
    drempel: int | None
    getoetst: int | None
    goed: int | None
    met_reden: int | None
    punten: int | None
    plek: str
    zin: str


STANDKOLOMMEN = kolommen(
    afspraak="afspraak",
    groep="groep",
    titel="titel",
    ernst="ernst",
    aan="aan",
    drempel="drempel",
    getoetst="getoetst",
    goed="klopt",
    met_reden="met een reden",
    punten="open punten",
    plek="plek in het sturingskader",
    zin="zin van het sturingskader",
)


def compute_afspraakstand(
    stof: Toetsstof, afspraken: Sequence[Afspraak], redenen: Sequence[Afspraakreden]
) -> tuple[Afspraakstand, ...]:
    """One row per rule, in their order."""
    per = {u.afspraak.code: u for u in toets(stof, afspraken, redenen)}
    return tuple(_stand(afspraak, per.get(afspraak.code)) for afspraak in afspraken)


def _stand(afspraak: Afspraak, uitslag: Afspraakuitslag | None) -> Afspraakstand:
    objecten = uitslag.objecten if uitslag else ()
    return Afspraakstand(
        afspraak=afspraak.code,
        groep=afspraak.groep,
        titel=afspraak.kop,
        ernst=afspraak.ernst,
        aan=afspraak.aan,
        drempel=afspraak.drempel,
        getoetst=len(objecten) if uitslag else None,
        goed=sum(g.punt is None for g in objecten) if uitslag else None,
        met_reden=len(uitslag.met_reden) if uitslag else None,
        punten=len(uitslag.open) if uitslag else None,
        plek=afspraak.plek,
        zin=afspraak.zin,
    )
