"""How people, teams, areas and programmes are called on a screen. Owns no numbers.

A code that is not in the plan is shown as the code itself, never hidden; no key at all has its own
words ("zonder opdrachtgever"), because what is missing must be seen.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Domein, Rol, SoortWerk
from sturing.domain.organisatie import Gebied, Persoonsrol, Programma, Team
from sturing.domain.plan import Plan
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Dimensie

SOORT_WERK_KORT = {
    SoortWerk.STRATEGISCHE_AGENDA: "strategisch",
    SoortWerk.PROGRAMMABEGROTING: "begroting",
    SoortWerk.GEBIEDSAGENDA: "gebied",
    SoortWerk.REGULIER: "regulier",
    SoortWerk.ONDERSTEUNEND: "ondersteun.",
    SoortWerk.AFSTEMMING_BESTUUR: "bestuur",
}
_DOMEIN_KORT = {
    Domein.RUIMTELIJK: "ruimtelijk",
    Domein.SOCIAAL: "sociaal",
    Domein.BESTUUR_EN_VEILIGHEID: "bestuur",
    Domein.BEDRIJFSVOERING: "bedrijfsv.",
    Domein.DIRECTIE: "directie",
}
_ROL_VOORRANG = tuple(Rol)
ONZICHTBAAR = "Een opdracht die u niet mag zien"
ZONDER = {
    Dimensie.OPDRACHTGEVER: "zonder opdrachtgever",
    Dimensie.PORTEFEUILLEHOUDER: "zonder portefeuillehouder",
    Dimensie.PROGRAMMA: "zonder programma",
    Dimensie.DOEL: "zonder doel",
    Dimensie.GEBIED: "zonder gebied",
    Dimensie.TEAM: "zonder team",
    Dimensie.DOMEIN: "zonder domein",
    Dimensie.SOORT_WERK: "zonder soort werk",
    Dimensie.ORGANISATIE: "organisatie",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Namen:
    """Lookup tables of one plan; build once per plan with `namen_van`."""

    teams: dict[str, Team]
    personen: dict[str, Persoonsrol]
    gebieden: dict[str, Gebied]
    programmas: dict[str, Programma]
    opdrachten: dict[str, Opdracht]
    doelen: dict[str, str]
    verborgen: frozenset[str] = frozenset()
    """Codes of opdrachten that the reader may not see: they have no name here."""

    def voor(self, zichtbaar: Collection[str]) -> Namen:
        """The names for a reader who may see only the opdrachten in `zichtbaar`."""
        verborgen = self.opdrachten.keys() - set(zichtbaar)
        if not verborgen:
            return self
        gezien = {code: o for code, o in self.opdrachten.items() if code not in verborgen}
        return replace(self, opdrachten=gezien, verborgen=frozenset(verborgen))

    def verbergt(self, code: object) -> bool:
        """Is this an opdracht that the reader may not see?"""
        return code in self.verborgen

    def team(self, code: str | None) -> str:
        """Short name of a team."""
        gevonden = self.teams.get(code or "")
        return gevonden.kort if gevonden else code or ""

    def team_voluit(self, code: str | None) -> str:
        gevonden = self.teams.get(code or "")
        return gevonden.naam if gevonden else code or ""

    def opdracht(self, code: str) -> str:
        if self.verbergt(code):
            return ONZICHTBAAR
        gevonden = self.opdrachten.get(code)
        return gevonden.kort if gevonden else code

    def programma(self, code: str | None) -> str:
        """Name of a programme."""
        gevonden = self.programmas.get(code or "")
        return gevonden.naam if gevonden else code or ""

    def persoon(self, code: str | None) -> str:
        """Full name of a person or function; "Geen" when there is none."""
        if not code:
            return "Geen"
        gevonden = self.personen.get(code)
        return gevonden.naam if gevonden else code

    def persoon_kort(self, code: str | None) -> str:
        """`SM ruimtelijk`, `Directie`, or the team's short name for work that a team steers."""
        if not code:
            return "Geen"
        rol = self.personen.get(code)
        if rol is None:
            return code
        if rol.rol is Rol.STRATEGISCH_MANAGER:
            return f"SM {_DOMEIN_KORT[rol.domein]}" if rol.domein else "SM"
        if rol.rol is Rol.DIRECTIE:
            return "Directie"
        if rol.rol is Rol.PROCESVERANTWOORDELIJKE and rol.team:
            return f"Team {self.team(rol.team)}"
        return rol.naam

    def sleutel(self, dimensie: Dimensie, code: str | None) -> str:
        """The name of a key of a dimension, for tables."""
        if code is None:
            return ZONDER[dimensie]
        match dimensie:
            case Dimensie.OPDRACHTGEVER:
                return self.persoon_kort(code)
            case Dimensie.PORTEFEUILLEHOUDER:
                return self.persoon(code)
            case Dimensie.TEAM:
                return self.team(code)
            case Dimensie.GEBIED:
                return self.gebieden[code].naam if code in self.gebieden else code
            case Dimensie.PROGRAMMA:
                return self.programmas[code].naam if code in self.programmas else code
            case Dimensie.DOEL:
                return self.doelen.get(code, code)
            case _:
                return code


def namen_van(plan: Plan) -> Namen:
    """The names of `plan`. Of a person with several roles the first of the list of roles counts."""
    personen: dict[str, Persoonsrol] = {}
    for rol in sorted(
        plan.personen, key=lambda r: (r.persoon, _ROL_VOORRANG.index(r.rol), r.team or "")
    ):
        personen.setdefault(rol.persoon, rol)
    return Namen(
        teams={t.team: t for t in plan.teams},
        personen=personen,
        gebieden={g.gebied: g for g in plan.gebieden},
        programmas={p.programma: p for p in plan.programmas},
        opdrachten={o.opdracht: o for o in plan.opdrachten},
        doelen={d.doel: d.naam for d in plan.doelen},
    )


def namen_samen(voor: Namen, na: Namen) -> Namen:
    """The names of two plans, those of `na` first; the rest as `na` has it."""
    return replace(
        na,
        teams=voor.teams | na.teams,
        personen=voor.personen | na.personen,
        gebieden=voor.gebieden | na.gebieden,
        programmas=voor.programmas | na.programmas,
        opdrachten=voor.opdrachten | na.opdrachten,
        doelen=voor.doelen | na.doelen,
    )


def teams_op_naam(plan: Plan) -> tuple[tuple[TeamCode, str], ...]:
    """Every team as (code, short name), by name: for a list to choose from."""
    return tuple(sorted(((t.team, t.kort) for t in plan.teams), key=lambda p: p[1].casefold()))
