"""Fills the effects of one allocation: sums over the indices of engine/kaart.py.

Everything is integer arithmetic on whole arrays; the frozen rows are made last. Hours in
hundredths, euros in cents, places from 1.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from types import MappingProxyType

import numpy as np

from sturing.domain import normen
from sturing.domain.codes import TeamCode
from sturing.domain.keuzes import Haalbaarheid, Methode
from sturing.engine.effecten import (
    Aantallen,
    Dimensie,
    Effecten,
    Effectregel,
    Focusregel,
    Opdrachtregel,
    Paar,
)
from sturing.engine.gebiedsdelen import toegekende_delen
from sturing.engine.verdeling import Verdeling
from sturing.engine.vraag import Int, som_per

_HAALBAAR, _ONDER_DRUK, _NIET_HAALBAAR, _GEEN = 0, 1, 2, 3
_STATUS = (Haalbaarheid.HAALBAAR, Haalbaarheid.ONDER_DRUK, Haalbaarheid.NIET_HAALBAAR, None)
_VANAF_PCT = ((_HAALBAAR, normen.HAALBAAR_VANAF_PCT), (_ONDER_DRUK, normen.ONDER_DRUK_VANAF_PCT))
"""The steps from high to low, and the coverage from which each holds; below them niet haalbaar."""


def compute_effecten(verdeling: Verdeling) -> Effecten:
    """All effects of the allocation (rekenmodel sections 4 and 5)."""
    model = verdeling.model
    kaart, vraag = model.kaart, model.vraag
    uren = som_per(vraag.cel_opdracht, verdeling.toegekend, vraag.n)
    cent = som_per(vraag.lijn_opdracht, verdeling.budget_toegekend, vraag.n)
    heeft_uren = kaart.gevraagd > 0
    status = statuscodes(
        np.where(heeft_uren, kaart.gevraagd, kaart.cent), np.where(heeft_uren, uren, cent)
    )
    per_paar = som_per(kaart.cel_paar, verdeling.toegekend, len(kaart.paar_team))
    return Effecten(
        opdrachten=_opdrachtregels(verdeling, uren, cent, status, per_paar),
        lijn=_lijn(status, verdeling.plaats),
        lijn_per_team=MappingProxyType(_lijn_per_team(verdeling, per_paar)),
        per=MappingProxyType(_dimensies(verdeling, uren, cent, status)),
        bereken_focus=lambda: _focus(verdeling),
    )


def statuscodes(gevraagd: Int, toegekend: Int) -> Int:
    """0 haalbaar, 1 onder druk, 2 niet haalbaar, 3 nothing asked; exact on the thresholds.

    Coverage is compared as granted * 100 >= threshold * asked (norms in domain/normen.py).
    """
    honderd = toegekend * 100
    status: Int = np.full(len(gevraagd), _NIET_HAALBAAR, dtype=np.int64)
    for code, vanaf_pct in reversed(_VANAF_PCT):
        status[honderd >= vanaf_pct * gevraagd] = code
    status[gevraagd == 0] = _GEEN
    return status


def status_van(gevraagd: int, toegekend: int) -> Haalbaarheid | None:
    """`statuscodes` of one pair of hours (hundredths) or euros (cents), by the same steps but
    without arrays; None when nothing is asked."""
    if not gevraagd:
        return None
    gehaald = (code for code, vanaf_pct in _VANAF_PCT if toegekend * 100 >= vanaf_pct * gevraagd)
    return _STATUS[next(gehaald, _NIET_HAALBAAR)]


def _lijn(status: Int, plaats: Int) -> int:
    """Place of the last haalbare opdracht before the first that is not; without status: over."""
    mist = (status == _ONDER_DRUK) | (status == _NIET_HAALBAAR)
    grens = int(plaats[mist].min()) if mist.any() else len(plaats) + 1
    boven = plaats[(status == _HAALBAAR) & (plaats < grens)]
    return int(boven.max()) if len(boven) else 0


def _lijn_per_team(verdeling: Verdeling, per_paar: Int) -> dict[TeamCode, int]:
    """The same line by the hours asked of each team; only opdrachten that ask it take part."""
    kaart, teams = verdeling.model.kaart, verdeling.model.teams
    plaats = verdeling.plaats[kaart.paar_opdracht]
    haalbaar = statuscodes(kaart.paar_gevraagd, per_paar) == _HAALBAAR
    grens = np.full(len(teams), len(verdeling.plaats) + 1, dtype=np.int64)
    np.minimum.at(grens, kaart.paar_team[~haalbaar], plaats[~haalbaar])
    boven = haalbaar & (plaats < grens[kaart.paar_team])
    lijn = np.zeros(len(teams), dtype=np.int64)
    np.maximum.at(lijn, kaart.paar_team[boven], plaats[boven])
    return dict(zip(teams, lijn.tolist(), strict=True))


def _bindend(verdeling: Verdeling, per_paar: Int) -> dict[int, tuple[int, int]]:
    """Per opdracht that is short: the team with most hours short (lower code first), and hours."""
    kaart = verdeling.model.kaart
    tekort = kaart.paar_gevraagd - per_paar
    krap = np.flatnonzero(tekort)
    bindend: dict[int, tuple[int, int]] = {}
    for opdracht, team, uren in zip(
        kaart.paar_opdracht[krap].tolist(),
        kaart.paar_team[krap].tolist(),
        tekort[krap].tolist(),
        strict=True,
    ):
        if opdracht not in bindend or uren > bindend[opdracht][1]:
            bindend[opdracht] = (team, uren)
    return bindend


def _opdrachtregels(
    verdeling: Verdeling, uren: Int, cent: Int, status: Int, per_paar: Int
) -> tuple[Opdrachtregel, ...]:
    model = verdeling.model
    bindend = _bindend(verdeling, per_paar)
    gevraagd, gevraagd_cent = model.kaart.gevraagd.tolist(), model.kaart.cent.tolist()
    toegekend, toegekend_cent = uren.tolist(), cent.tolist()
    codes = status.tolist()
    strikt = verdeling.methode is Methode.STRIKT
    regels = []
    for plaats, code in enumerate(verdeling.volgorde, start=1):
        o = model.index[code]
        team, tekort = bindend.get(o, (None, 0))
        budget_tekort = toegekend_cent[o] < gevraagd_cent[o]
        regels.append(
            Opdrachtregel(
                opdracht=code,
                plaats=plaats,
                gevraagd_honderdste=gevraagd[o],
                toegekend_honderdste=toegekend[o],
                gevraagd_cent=gevraagd_cent[o],
                toegekend_cent=toegekend_cent[o],
                status=_STATUS[codes[o]],
                past=toegekend[o] == gevraagd[o] and (strikt or not budget_tekort),
                bindend_team=None if team is None else model.teams[team],
                bindend_tekort_honderdste=tekort,
                budget_tekort=budget_tekort,
            )
        )
    return tuple(regels)


def _dimensies(
    verdeling: Verdeling, uren: Int, cent: Int, status: Int
) -> dict[Dimensie, tuple[Effectregel, ...]]:
    model = verdeling.model
    kaart, vraag = model.kaart, model.vraag
    aantal = len(kaart.koppen)
    delen = toegekende_delen(kaart.gebieden, vraag.cel_gevraagd, verdeling.toegekend)
    basis = np.concatenate(
        [
            uren,
            som_per(vraag.cel_bron // vraag.periodes, verdeling.toegekend, len(model.teams)),
            som_per(kaart.gebieden.gebied, delen, len(kaart.gebieden.sleutels)),
        ]
    )
    toegekend = som_per(kaart.rij, basis[kaart.bron], aantal).tolist()
    tweede = som_per(kaart.tweede_rij, basis[kaart.tweede_bron], aantal).tolist()
    euro_basis = np.zeros(len(basis), dtype=np.int64)
    euro_basis[: len(cent)] = cent
    euro = som_per(kaart.rij, euro_basis[kaart.bron], aantal).tolist()
    geteld = (
        np.bincount(kaart.tel_rij * 3 + status[kaart.tel_opdracht], minlength=3 * aantal)
        .reshape(aantal, 3)
        .tolist()
    )
    per: dict[Dimensie, list[Effectregel]] = {dimensie: [] for dimensie in Dimensie}
    for nummer, kop in enumerate(kaart.koppen):
        haalbaar, onder_druk, niet_haalbaar = geteld[nummer]
        paar = (
            None
            if kop.tweede is None
            else Paar(gevraagd_honderdste=kop.tweede, toegekend_honderdste=tweede[nummer])
        )
        per[kop.dimensie].append(
            Effectregel(
                sleutel=kop.sleutel,
                aanbod_honderdste=kop.aanbod,
                gevraagd_honderdste=kop.gevraagd,
                toegekend_honderdste=toegekend[nummer],
                aantallen=Aantallen(
                    haalbaar=haalbaar,
                    onder_druk=onder_druk,
                    niet_haalbaar=niet_haalbaar,
                    zonder_vraag=kop.zonder_vraag,
                ),
                gevraagd_cent=kop.cent,
                toegekend_cent=None if kop.cent is None else euro[nummer],
                beschikbaar_cent=kop.beschikbaar,
                met_onderliggend=paar if kop.dimensie is Dimensie.GEBIED else None,
                mede=paar if kop.dimensie is Dimensie.PORTEFEUILLEHOUDER else None,
            )
        )
    return {dimensie: tuple(regels) for dimensie, regels in per.items()}


def _focus(verdeling: Verdeling) -> tuple[Focusregel, ...]:
    vraag, aanbod = verdeling.model.vraag, verdeling.model.aanbod
    lengte = len(vraag.aanbod)
    krijgt = verdeling.toegekend > 0
    kruimel = krijgt & (verdeling.toegekend < normen.KRUIMEL_HONDERDSTE_PER_MAAND)
    onderhanden = np.bincount(vraag.cel_bron[krijgt], minlength=lengte).tolist()
    kruimels = np.bincount(vraag.cel_bron[kruimel], minlength=lengte).tolist()
    over = verdeling.over.tolist()
    ketens = chain.from_iterable(aanbod.keten(team) for team in aanbod.teams)
    return tuple(
        Focusregel(
            team=keten.team,
            maand=keten.maand,
            onderhanden=onderhanden[nummer],
            versnippering=Fraction(onderhanden[nummer]) / keten.fte if keten.fte else None,
            kruimels=kruimels[nummer],
            ruimte_norm_honderdste=keten.ruimte_honderdste,
            niet_toegekend_honderdste=over[nummer],
        )
        for nummer, keten in enumerate(ketens)
    )
