"""Hand-made views for the screens: the 52 opdrachten of the design, or as many as a test asks.

The figures follow from simple rules that stand here, so that a test can check them by hand: the
opdracht at place p asks 100 hours times p, the first `vast` are haalbaar, after that every third is
niet haalbaar and the others are onder druk.
"""

from __future__ import annotations

from dataclasses import replace

from sturing.domain.keuzes import Haalbaarheid, Methode
from sturing.services import notatie
from sturing.services.beelden import (
    Bordbeeld,
    Bordrij,
    Keuze,
    Kop,
    Lijnbeeld,
    Opdrachtmelding,
    Telling,
    Wijzigingsregel,
)
from sturing.services.bordblik import Eenheid, Effecttabel, Nietgepland, Tabelrij
from sturing.services.waarombeeld import (
    Proef,
    Voorgangerrij,
    Waarombeeld,
    Waarommaand,
    Welke,
)

NAMEN = (
    "Spoorzone Bilthoven",
    "Taakstelling jeugdzorg",
    "Warmtetransitie",
    "Huisvestingsplan onderwijs",
    "Omgevingsvisie en -programma",
    "Regioplan sociale basis",
    "Vastgoedbeheer",
    "Schapenweide",
    "Nobelkwartier",
    "Bezwaar en inkoopadvies",
    "Communicatieadvies college",
    "Centrum Bilthoven",
    "Nieuwbouw gemeentehuis",
    "Verkeersbesluiten en meldingen",
    "Fundament op Orde",
    "Aanpak energiearmoede",
)
TEAMS = ("Projecten fysiek", "Mobiliteit", "Juridisch", "Vastgoed", "Communicatie")
GEVERS = (
    ("SM ruimtelijk", "Strategisch manager ruimtelijk"),
    ("SM sociaal", "Strategisch manager sociaal"),
    ("Team", "Procesverantwoordelijke vastgoed"),
)


def rij(plaats: int, *, wettelijk: int, vast: int) -> Bordrij:
    """The opdracht that the plan puts at `plaats`."""
    if plaats <= vast:
        status, pct = Haalbaarheid.HAALBAAR, 100
    elif plaats % 3 == 0:
        status, pct = Haalbaarheid.NIET_HAALBAAR, 40
    else:
        status, pct = Haalbaarheid.ONDER_DRUK, 80
    naam = NAMEN[plaats % len(NAMEN)] if plaats > wettelijk else f"Wettelijke taak {plaats}"
    kort, voluit = GEVERS[plaats % 3]
    uren = 100 * plaats
    return Bordrij(
        opdracht=f"O{plaats:03d}",
        plaats=plaats,
        verplaatst=0,
        wettelijk=plaats <= wettelijk,
        status=status,
        naam=naam,
        volledige_naam=f"{naam} 2027",
        opdrachtgever=kort,
        opdrachtgever_voluit=voluit,
        soort_werk=("strategisch", "regulier", "ondersteun.")[plaats % 3],
        uren=notatie.getal(uren),
        dekking_pct=pct,
        dekking_voor_pct=pct,
        dekking_toelichting=f"{notatie.getal(uren * pct // 100)} van {notatie.getal(uren)} uur",
        knelpunt="" if pct == 100 else TEAMS[plaats % 5],
        tekort_uren=0 if pct == 100 else uren * (100 - pct) // 100,
        budget_tekort="€ 120.000" if plaats % 11 == 0 else "",
        teams=tuple(f"T{(plaats + i) % 5:02d}" for i in range(2)),
        van_mij=plaats % 3 == 0,
        gewijzigd=False,
    )


def bordbeeld(aantal: int = 52, *, wettelijk: int = 14, vast: int = 25) -> Bordbeeld:
    """A board without changes."""
    rijen = tuple(rij(p, wettelijk=wettelijk, vast=vast) for p in range(1, aantal + 1))
    telling = Telling(
        haalbaar=vast,
        onder_druk=sum(r.status is Haalbaarheid.ONDER_DRUK for r in rijen),
        niet_haalbaar=sum(r.status is Haalbaarheid.NIET_HAALBAAR for r in rijen),
    )
    effect = tabel((45719, 45719), (20964, 20964), (191368, 191368))
    return Bordbeeld(
        kop=Kop(
            titel=f"Tot en met plaats {vast} is alles haalbaar.",
            bijschrift="Plan 2027 · levering 14 van 16-11-2026 · methode strikt",
        ),
        rijen=rijen,
        lijn=Lijnbeeld(
            plaats=vast,
            tekst=f"Tot hier is alles haalbaar: plaats 1 t/m {vast}",
            bijschrift="Hieronder hangt het van het team af.",
        ),
        lijn_per_team={f"T{i:02d}": vast - i for i in range(5)},
        teams=tuple(Keuze(sleutel=f"T{i:02d}", naam=naam) for i, naam in enumerate(TEAMS)),
        telling_voor=telling,
        telling_na=telling,
        komt_erbij=(),
        levert_in=(),
        effect=effect,
        knelt=(),
        niet_gepland=Nietgepland(aantal=3),
        wijzigingen=(),
        methode=Methode.STRIKT,
        wettelijk_eerst=bool(wettelijk),
        wettelijk_tekst=f"Plaats 1–{wettelijk}: wettelijke taken staan vooraan, alles past"
        if wettelijk
        else "",
        mag_wijzigen=True,
        waarom_niet="",
        kan_ongedaan=False,
        kan_opnieuw=False,
        concept=None,
        versie=0,
        aankondiging="",
    )


def tabel(*paren: tuple[int, int]) -> Effecttabel:
    """Granted hours per opdrachtgever, before and after, with their total."""
    namen = ("SM ruimtelijk", "SM sociaal", "Teams", "Samen")
    alle = (*paren, (sum(a for a, _ in paren), sum(b for _, b in paren)))
    return Effecttabel(
        tab="opdrachtgever",
        eenheid=Eenheid.UREN,
        kop="Uren toegekend",
        rijen=tuple(
            Tabelrij(
                naam=naam,
                voor=notatie.getal(a),
                na=notatie.getal(b),
                verschil=notatie.getal(b - a, teken=True),
                oordeel=(b > a) - (b < a),
                totaal=naam == "Samen",
            )
            for naam, (a, b) in zip(namen, alle, strict=True)
        ),
    )


def verplaatst(beeld: Bordbeeld, opdracht: str, plaats: int) -> Bordbeeld:
    """`beeld` after a move of `opdracht` to `plaats`: it becomes haalbaar, the next one loses."""
    rijen = list(beeld.rijen)
    van = next(i for i, r in enumerate(rijen) if r.opdracht == opdracht)
    eigen = rijen.pop(van)
    rijen.insert(plaats - 1, eigen)
    nieuw = tuple(
        replace(
            r,
            plaats=i + 1,
            verplaatst=eigen.verplaatst + van + 1 - plaats if r is eigen else r.verplaatst,
            dekking_pct=100 if r is eigen else r.dekking_pct,
            status=Haalbaarheid.HAALBAAR if r is eigen else r.status,
        )
        for i, r in enumerate(rijen)
    )
    regel = Wijzigingsregel(
        nummer=len(beeld.wijzigingen) + 1,
        regel=1000 + len(beeld.wijzigingen),
        tekst=f"{eigen.naam}: plaats {van + 1} → {plaats}",
    )
    geeft = nieuw[min(plaats, len(nieuw) - 1)]
    effect = tabel((45719, 49972), (20964, 20964), (191368, 187115))
    return replace(
        beeld,
        kop=replace(beeld.kop, titel=f"{eigen.naam} past nu helemaal. 1 opdracht levert uren in."),
        rijen=nieuw,
        effect=effect,
        wijzigingen=(*beeld.wijzigingen, regel),
        komt_erbij=(_melding(eigen, "37%", "100%"),),
        levert_in=(_melding(geeft, "100%", "93%"),),
        telling_na=replace(
            beeld.telling_na,
            haalbaar=beeld.telling_na.haalbaar + 1,
            onder_druk=beeld.telling_na.onder_druk - 1,
        ),
        kan_ongedaan=True,
        versie=beeld.versie + 1,
        aankondiging=f"{eigen.naam} staat op plaats {plaats}, was {van + 1}.",
    )


def _melding(rij: Bordrij, voor: str, na: str) -> Opdrachtmelding:
    return Opdrachtmelding(
        opdracht=rij.opdracht,
        naam=rij.naam,
        status=rij.status,
        knelpunt=rij.knelpunt,
        dekking=na,
        dekking_voor=voor,
        opdrachtgever=rij.opdrachtgever,
    )


def waarombeeld(code: str = "O030", naam: str = "Fundament op Orde") -> Waarombeeld:
    """Short in the second half of the year; a place and a swap help, another window does not."""
    return Waarombeeld(
        opdracht=code,
        naam=naam,
        kern=f"{naam} krijgt 1.200 van de 3.000 uur (40%).",
        zin="Bij team Juridisch is in jul–dec te weinig tijd.",
        maandkop="Juridisch",
        maanden=tuple(
            Waarommaand(
                letter="jfmamjjasond"[n],
                toelichting=f"maand {n + 1}: {100 if n < 6 else 20} van 100 uur",
                toegekend_pct=100 if n < 6 else 20,
                tekort_pct=0 if n < 6 else 80,
            )
            for n in range(12)
        ),
        voorkop="Wie gaat daar voor?",
        voor=(
            Voorgangerrij(naam="Spoorzone Bilthoven", pct=62),
            Voorgangerrij(naam="een andere opdracht", pct=38),
        ),
        proeven=(
            Proef(
                welke=Welke.PLAATS,
                knop="Zet op plaats 22",
                toelichting="De laagste plaats waarop dit helemaal past.",
                wijzigingen=(),
            ),
            Proef(
                welke=Welke.RUIL,
                knop="Ruil: parkeer Warmtetransitie",
                toelichting="De kleinste ruil: Warmtetransitie (400 uur toegekend).",
                wijzigingen=(),
                let_op="Warmtetransitie kreeg er door uw concept juist uren bij.",
            ),
        ),
        niet=("In geen andere periode binnen het plan past dit helemaal.",),
    )
