"""What travels from the server to the board: a view of the services as short lists of texts.

Owns the shape that js/order.js reads. Must never decide or count anything but places: sentences and
numbers come ready from the services. A row is a list without names, because a board of 4,000 rows
travels after every move.
"""

from __future__ import annotations

from typing import Any

from sturing.domain.keuzes import Haalbaarheid
from sturing.services import notatie
from sturing.services.beelden import Bordbeeld, Bordrij, Opdrachtmelding, Telling
from sturing.services.bordblik import EENHEDEN, TABS, Effecttabel, Nietgepland, Tabelrij
from sturing.services.waarombeeld import Waarombeeld
from sturing.ui.bord.why import why_payload
from sturing.ui.state import BoardTalk

STATUS: dict[Haalbaarheid | None, int] = {
    None: 0,
    Haalbaarheid.HAALBAAR: 1,
    Haalbaarheid.ONDER_DRUK: 2,
    Haalbaarheid.NIET_HAALBAAR: 3,
}
GEPARKEERD = 4
"""Codes of js/shapes.js."""

LEEG_CONCEPT = (
    "U heeft nog niets gewijzigd. Versleep een opdracht, of kies Wijziging toevoegen. "
    "Klik op een dekking om te zien waarom."
)


def board_payload(
    beeld: Bordbeeld,
    talk: BoardTalk,
    *,
    why: Waarombeeld | None = None,
    heard: int | None = None,
) -> dict[str, Any]:
    """The data of the component: rows, line and words, and the effect panel.

    `talk.team` is the team that a link asks for; without `talk.list_too` only the panel is drawn
    (beside the table); `why` is the explanation that is open below its row; `heard` is the last
    action that `beeld` knows (None: all that were heard).
    """
    list_too, team = talk.list_too, talk.team
    numbers = {keuze.sleutel: i for i, keuze in enumerate(beeld.teams)}
    return {
        "sessie": talk.session,
        "nr": talk.heard if heard is None else heard,
        "kop": beeld.kop.titel,
        "versie": beeld.versie,
        "omroep": [talk.said, talk.text, talk.refused],
        "anderen": talk.others,
        "mag": beeld.mag_wijzigen,
        "waaromNiet": beeld.waarom_niet,
        "lijst": list_too,
        "rijen": [_row(rij, numbers) for rij in beeld.rijen] if list_too else [],
        "lijn": {
            "plaats": beeld.lijn.plaats,
            "tekst": beeld.lijn.tekst,
            "bijschrift": beeld.lijn.bijschrift,
        },
        "teams": [
            {"naam": keuze.naam, "lijn": _team_line(beeld.lijn_per_team.get(keuze.sleutel, 0))}
            for keuze in beeld.teams
        ],
        "team": numbers.get(team) if team else None,
        "wettelijkEerst": beeld.wettelijk_eerst,
        "wettelijk": beeld.wettelijk_tekst,
        "effect": effect_payload(beeld),
        "waarom": why_payload(why),
        "nietGepland": rest_payload(beeld.niet_gepland),
    }


def _row(rij: Bordrij, numbers: dict[str, int]) -> list[Any]:
    return [
        rij.opdracht,
        rij.plaats,
        rij.verplaatst,
        int(rij.wettelijk),
        STATUS[rij.status],
        rij.naam,
        "" if rij.volledige_naam == rij.naam else rij.volledige_naam,
        rij.opdrachtgever,
        "" if rij.opdrachtgever_voluit == rij.opdrachtgever else rij.opdrachtgever_voluit,
        rij.soort_werk,
        rij.uren,
        rij.dekking_pct,
        rij.dekking_voor_pct,
        rij.dekking_toelichting,
        rij.knelpunt,
        notatie.getal(-rij.tekort_uren) if rij.tekort_uren else "",
        rij.budget_tekort,
        [numbers[team] for team in rij.teams if team in numbers],
        int(rij.van_mij),
        int(rij.gewijzigd),
    ]


def _team_line(plaats: int) -> dict[str, Any]:
    """The words on the line of one team; the engine decided where it stands."""
    tekst = (
        f"Tot hier krijgt elke opdracht genoeg van dit team: plaats 1 t/m {plaats}"
        if plaats
        else "Al bij de eerste opdracht heeft dit team te weinig uren"
    )
    return {"plaats": plaats, "tekst": tekst, "bijschrift": ""}


def effect_payload(beeld: Bordbeeld) -> dict[str, Any]:
    """The panel: tally, who gains, who gives, the tables and the changes."""
    n = len(beeld.wijzigingen)
    return {
        "titel": f"Effect van {notatie.aantal(n, 'wijziging', 'wijzigingen')}"
        if n
        else "Het plan van nu",
        "leeg": "" if n else (LEEG_CONCEPT if beeld.mag_wijzigen else beeld.waarom_niet),
        "telling": _tally(beeld.telling_voor, beeld.telling_na),
        "erbij": [_who(melding) for melding in beeld.komt_erbij],
        "levert": [_who(melding) for melding in beeld.levert_in],
        "tabs": [[key, name] for key, name in TABS.items()],
        "eenheden": [[key.value, name] for key, name in EENHEDEN.items()],
        "tabel": _table(beeld.effect),
        "knelt": [[k.naam, k.voor, k.na, int(k.beter)] for k in beeld.knelt],
        "wijzigingen": [
            [w.nummer, w.tekst, w.conflict, w.regel, int(w.aan), w.advies, int(w.kan_verversen)]
            for w in beeld.wijzigingen
        ],
        "kanOngedaan": beeld.kan_ongedaan,
        "kanOpnieuw": beeld.kan_opnieuw,
    }


def _tally(voor: Telling, na: Telling) -> list[list[Any]]:
    parts = (
        (1, "haalbaar", voor.haalbaar, na.haalbaar),
        (2, "onder druk", voor.onder_druk, na.onder_druk),
        (3, "niet haalbaar", voor.niet_haalbaar, na.niet_haalbaar),
        (GEPARKEERD, "geparkeerd", voor.geparkeerd, na.geparkeerd),
    )
    return [[code, word, notatie.getal(a), notatie.getal(b)] for code, word, a, b in parts]


def _who(melding: Opdrachtmelding) -> list[Any]:
    code = GEPARKEERD if melding.geparkeerd else STATUS[melding.status]
    return [code, melding.naam, melding.dekking_voor, melding.dekking, melding.opdrachtgever]


def _table(table: Effecttabel | None) -> dict[str, Any] | None:
    if table is None:
        return None
    return {
        "tab": table.tab,
        "eenheid": table.eenheid.value,
        "kop": table.kop,
        "rijen": [_table_row(rij) for rij in table.rijen],
        "opmerking": table.opmerking,
    }


def _table_row(rij: Tabelrij) -> list[Any]:
    kind = ("gelijk", "beter", "slechter")[rij.oordeel]
    total = int(rij.totaal)
    return [rij.naam, rij.voor, rij.na, rij.verschil, "" if total else kind, total, rij.toelichting]


def rest_payload(rest: Nietgepland) -> dict[str, Any]:
    """What is not planned: how many, and the rows only while the list is open."""
    return {
        "aantal": rest.aantal,
        "open": rest.open,
        "rijen": [[r.opdracht, r.naam, r.opdrachtgever, r.status, r.uren] for r in rest.rijen],
    }
