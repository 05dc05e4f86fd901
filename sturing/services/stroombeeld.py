"""The flow of granted hours on the screen: from programme through opdrachtgever to team.

Owns what is folded, so that the picture can be read: opdrachtgevers other than the directie and the
strategisch managers by their rol, teams beyond the largest together. For a reader of figures of
groups a team whose hours rest on too few persons never stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from sturing.analyses.stroom import Stroomregel, compute_stroom
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.keuzes import Rol
from sturing.domain.wie import Wie
from sturing.engine.effecten import Dimensie, dekking
from sturing.services import notatie
from sturing.services.beelden import Keuze
from sturing.services.blik import Blik
from sturing.services.groepen import te_kleine_teams
from sturing.services.namen import Namen
from sturing.services.programmasbeeld import Knoop, Stroombeeld, Stroomrij, Tak

TOP = 9
"""So many teams, and of one programme so many opdrachtgevers, stand by themselves."""
ALLE = "*alle"
ANDERE_TEAMS = "Andere teams"
ANDERE_GEVERS = "Andere opdrachtgevers"
_ROLLEN = {
    Rol.CONTROLLER: "Controller",
    Rol.PROCESVERANTWOORDELIJKE: "Procesverantwoordelijken",
    Rol.TEAMONDERSTEUNER: "Teamondersteuners",
    Rol.GEBIEDSMAKELAAR: "Gebiedsmakelaars",
    Rol.PROJECTLEIDER: "Projectleiders",
    Rol.COORDINEREND_MEDEWERKER: "Coördinerend medewerkers",
    Rol.BELEIDSMEDEWERKER: "Beleidsmedewerkers",
    Rol.PORTEFEUILLEHOUDER: "Portefeuillehouders",
}
Sleutel = tuple[str, str, str]


def stroombeeld(
    blik: Blik, wie: Wie, alleen: Collection[OpdrachtCode] | None, programma: str | None
) -> Stroombeeld:
    """The flow of all programmes, or of the one that is chosen, as `wie` may see it."""
    alle = compute_stroom(blik.uitkomst, alleen)
    namen = blik.basis.namen
    codes = list(dict.fromkeys(r.programma for r in alle if r.programma))
    gekozen = programma if programma in codes else ALLE
    regels = [r for r in alle if gekozen in (ALLE, r.programma)]
    klein = te_kleine_teams(blik.basis, wie, {r.team for r in regels})
    team_van = _teamnamen(namen, regels, klein)
    gever_van = _gevernamen(namen, regels, een=gekozen != ALLE)
    som: dict[Sleutel, list[int]] = defaultdict(lambda: [0, 0])
    for regel in regels:
        plek = som[
            namen.sleutel(Dimensie.PROGRAMMA, regel.programma).capitalize()
            if regel.programma is None
            else namen.programma(regel.programma),
            gever_van[regel.opdrachtgever],
            team_van[regel.team],
        ]
        plek[0] += regel.gevraagd_honderdste
        plek[1] += regel.toegekend_honderdste
    knopen, takken = _figuur({sleutel: uren[1] for sleutel, uren in som.items() if uren[1]})
    return Stroombeeld(
        knopen=knopen,
        takken=takken,
        rijen=_rijen(som, {naam: code for code, naam in team_van.items()}),
        zin=_zin(knopen, sum(uren[1] for uren in som.values())),
        opmerking=_opmerking(team_van),
        keuzes=(
            Keuze(sleutel=ALLE, naam="Alle programma's"),
            *(Keuze(sleutel=code, naam=namen.programma(code)) for code in codes),
        ),
        gekozen=str(gekozen),
    )


def _teamnamen(
    namen: Namen, regels: Sequence[Stroomregel], klein: Collection[TeamCode]
) -> dict[TeamCode, str]:
    """How each team is called: the largest by name, the rest together. A small team is never alone
    in that rest: another one joins it."""
    uren: Counter[TeamCode] = Counter()
    for regel in regels:
        uren[regel.team] += regel.toegekend_honderdste
    groot = sorted((t for t in uren if t not in klein), key=lambda t: (-uren[t], t))
    los = groot[:TOP] if len(groot) > TOP + 1 else groot
    if any(t in klein for t in uren) and len(los) == len(groot):
        los = los[:-1]
    return {team: namen.team(team) if team in los else ANDERE_TEAMS for team in uren}


def _gevernamen(namen: Namen, regels: Sequence[Stroomregel], *, een: bool) -> dict[str | None, str]:
    """How each opdrachtgever is called. Of one programme (`een`) the largest by name."""
    uren: Counter[str | None] = Counter()
    for regel in regels:
        uren[regel.opdrachtgever] += regel.toegekend_honderdste
    volgorde = sorted(uren, key=lambda code: (-uren[code], code is None, code or ""))
    los = volgorde[:TOP] if len(volgorde) > TOP + 1 else volgorde
    uit: dict[str | None, str] = {}
    for code in volgorde:
        rol = namen.personen[code].rol if code in namen.personen else None
        if code is None:
            uit[code] = namen.sleutel(Dimensie.OPDRACHTGEVER, None).capitalize()
        elif een:
            uit[code] = namen.persoon_kort(code) if code in los else ANDERE_GEVERS
        else:
            uit[code] = (_ROLLEN.get(rol) if rol else None) or namen.persoon_kort(code)
    return uit


def _figuur(som: dict[Sleutel, int]) -> tuple[tuple[Knoop, ...], tuple[Tak, ...]]:
    """Nodes with most hours first in each column, and the branches between two columns."""
    per_knoop: Counter[tuple[int, str]] = Counter()
    per_tak: Counter[tuple[tuple[int, str], tuple[int, str]]] = Counter()
    for (programma, gever, team), uren in som.items():
        pad = ((0, programma), (1, gever), (2, team))
        for knoop in pad:
            per_knoop[knoop] += uren
        per_tak[pad[0], pad[1]] += uren
        per_tak[pad[1], pad[2]] += uren
    volgorde = sorted(per_knoop, key=lambda k: (k[0], k[1] == ANDERE_TEAMS, -per_knoop[k], k[1]))
    nummer = {knoop: i for i, knoop in enumerate(volgorde)}
    return (
        tuple(
            Knoop(kolom=kolom, naam=naam, uren=notatie.uren_heel(per_knoop[kolom, naam]))
            for kolom, naam in volgorde
        ),
        tuple(
            Tak(
                van=nummer[van],
                naar=nummer[naar],
                uren_honderdste=uren,
                toelichting=f"{van[1]} naar {naar[1]}: {notatie.uren_met_eenheid(uren)}",
            )
            for (van, naar), uren in sorted(
                per_tak.items(), key=lambda p: (nummer[p[0][0]], nummer[p[0][1]])
            )
        ),
    )


def _rijen(
    som: dict[Sleutel, list[int]], team_bij: Mapping[str, TeamCode]
) -> tuple[Stroomrij, ...]:
    volgorde = sorted(som, key=lambda s: (s[0], -som[s][1], s[1], s[2]))
    gevraagd, toegekend = notatie.rond_paren(
        [som[s][0] for s in volgorde], [som[s][1] for s in volgorde]
    )
    return tuple(
        Stroomrij(
            programma=sleutel[0],
            opdrachtgever=sleutel[1],
            code="" if sleutel[2] == ANDERE_TEAMS else team_bij[sleutel[2]],
            team=sleutel[2],
            gevraagd_uren=gevraagd[i],
            toegekend_uren=toegekend[i],
        )
        for i, sleutel in enumerate(volgorde)
    )


def _zin(knopen: Sequence[Knoop], toegekend_honderdste: int) -> str:
    """The largest of every column, as a part of all granted hours."""
    totaal = notatie.uren_heel(toegekend_honderdste)
    if not totaal:
        return "Er zijn geen uren toegekend."
    per = [[k for k in knopen if k.kolom == kolom and k.naam != ANDERE_TEAMS] for kolom in range(3)]
    delen = []
    for kolom, woorden in zip(per, ("komen uit", "lopen via", "gaan naar"), strict=True):
        if kolom:
            grootste = max(kolom, key=lambda k: k.uren)
            deel = notatie.pct(dekking(totaal, grootste.uren))
            delen.append(f"{woorden} {grootste.naam} ({deel})")
    uren = notatie.uren_met_eenheid(toegekend_honderdste)
    return f"Van de {uren} die zijn toegekend, {notatie.opsomming(delen)} de meeste."


def _opmerking(team_van: dict[TeamCode, str]) -> str:
    samen = sum(naam == ANDERE_TEAMS for naam in team_van.values())
    if not samen:
        return ""
    return f"{ANDERE_TEAMS}: {notatie.aantal(samen, 'team', 'teams')} samen."
