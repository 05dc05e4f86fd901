""" "Waarom?" of one opdracht in the draft: the explanation in words, and trying what helps.

Owns what `wie` may read of the engine's answers: an opdracht that
`wie` may not see is answered as one that does not exist, and another one that `wie` may not see has
no name here. Hours are hundredths, euros cents.
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain import wijziging as w
from sturing.domain.codes import OpdrachtCode, TeamCode
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitkomst import Uitkomst
from sturing.engine.uitleg import komt_tekort, leg_uit
from sturing.engine.uitleg_vormen import Uitleg, Voorganger
from sturing.rights.mag import zichtbare_opdrachten
from sturing.services import notatie, waaromzinnen
from sturing.services.bordzinnen import leveren, winnaars_en_verliezers
from sturing.services.concept import Verplaatsing, eigen_concept, in_concept, uitkomst_van
from sturing.services.namen import namen_van
from sturing.services.omgeving import Basis, Omgeving
from sturing.services.rangzet import verplaats_in
from sturing.services.waarombeeld import Proef, Voorgangerrij, Waarombeeld, Waarommaand
from sturing.services.waaromproeven import Blik, inhuur_proef, proeven_van
from sturing.store import concepten
from sturing.store.concepten import Concept

MAX_VOORGANGERS = 5
"""So many opdrachten are named; the rest is one row."""


def waarom(
    omgeving: Omgeving, wie: Wie, opdracht: str, horizon: Horizon | None = None
) -> Waarombeeld | None:
    """Why `opdracht` falls short in the acting user's draft; None for one that has no place there,
    or that `wie` may not see."""
    basis = omgeving.basis(horizon)
    nu = uitkomst_van(omgeving, basis, eigen_concept(omgeving, wie))
    code = OpdrachtCode(opdracht)
    blik = _blik(basis, nu, wie)
    regel = _regel(blik, code)
    return None if regel is None else _beeld(blik, regel)


def probeer(
    omgeving: Omgeving,
    wie: Wie,
    versie: int,
    opdracht: str,
    welke: str,
    horizon: Horizon | None = None,
) -> Verplaatsing:
    """Add what helps (`welke`, a Welke) to the draft as one step, worked out anew at this moment.

    An opdracht that `wie` may not see is answered as one that does not exist.
    """
    basis = omgeving.basis(horizon)
    code = OpdrachtCode(opdracht)

    def doe(concept: Concept) -> Verplaatsing:
        nu = uitkomst_van(omgeving, basis, concept)
        blik = _blik(basis, nu, wie)
        regel = _regel(blik, code)
        if regel is None:
            return Verplaatsing(geweigerd=f"Opdracht {opdracht} staat niet op dit bord.")
        proef = next((p for p in _beeld(blik, regel).proeven if p.welke == welke), None)
        if proef is None:
            return Verplaatsing(geweigerd="Dit helpt niet meer. Het plan is inmiddels veranderd.")
        (eerste, *_) = proef.wijzigingen
        if isinstance(eerste, w.Rang):  # moves of one opdracht in a row are one change
            return verplaats_in(omgeving, wie, concept, opdracht, eerste.plaats, horizon)
        nieuw = concepten.vervang(
            omgeving.opslag,
            concept.id,
            (*concept.regels, *proef.wijzigingen),
            concept.versie,
            door=wie.account,
        )
        return Verplaatsing(
            aankondiging=_gevolg(blik, uitkomst_van(omgeving, basis, nieuw), code, proef)
        )

    return in_concept(omgeving, wie, versie, doe)


def _blik(basis: Basis, nu: Uitkomst, wie: Wie) -> Blik:
    return Blik(
        basis=basis,
        nu=nu,
        namen=basis.namen if nu is basis.uitkomst else namen_van(nu.stand.plan),
        zichtbaar=zichtbare_opdrachten(wie, basis.index, basis.index.opdrachten),
    )


def _regel(blik: Blik, code: OpdrachtCode) -> Opdrachtregel | None:
    if code not in blik.zichtbaar or code not in blik.nu.model.index:
        return None
    plaats = int(blik.nu.verdeling.plaats[blik.nu.model.index[code]])
    return blik.nu.effecten.opdrachten[plaats - 1]


def _beeld(blik: Blik, regel: Opdrachtregel) -> Waarombeeld:
    naam = blik.namen.opdracht(regel.opdracht)
    kern = waaromzinnen.kern(regel, naam)
    if not komt_tekort(regel):
        return Waarombeeld(opdracht=regel.opdracht, naam=naam, kern=kern)
    uitleg = leg_uit(blik.nu, regel.opdracht)
    team = bindend_team(uitleg)
    kort = blik.namen.team(team) if team else ""
    proeven, niet = proeven_van(blik, regel, uitleg)
    if team and not uitleg.past:
        elders = bool(uitleg.euros) or any(b.team != team for b in uitleg.uren)
        inhuur = inhuur_proef(blik, regel, team, elders)
        proeven += (inhuur,) if inhuur else ()
    return Waarombeeld(
        opdracht=regel.opdracht,
        naam=naam,
        kern=kern,
        zin=waaromzinnen.zin(uitleg, team, blik.namen, blik.nu.horizon),
        maandkop=kort,
        maanden=_maanden(blik, regel, team) if team else (),
        voorkop="Wie gaat daar voor?",
        voor=_voorgangers(blik, uitleg, team),
        proeven=proeven,
        niet=niet,
    )


def bindend_team(uitleg: Uitleg) -> TeamCode | None:
    """The team with most hours short among the binding ones, ties to the lower code."""
    per_team: dict[TeamCode, int] = {}
    for binding in uitleg.uren:
        per_team[binding.team] = per_team.get(binding.team, 0) + binding.tekort
    return min(per_team, key=lambda team: (-per_team[team], team), default=None)


def _maanden(blik: Blik, regel: Opdrachtregel, team: TeamCode) -> tuple[Waarommaand, ...]:
    """What the opdracht asks of the team and gets, month by month of the horizon."""
    model, toegekend = blik.nu.model, blik.nu.verdeling.toegekend
    nummer = model.index[regel.opdracht]
    uren = {}
    for cel in range(int(model.vraag.start[nummer]), int(model.vraag.start[nummer + 1])):
        _, van_team, maand = model.cel(cel)
        if van_team == team:
            uren[maand] = (int(model.vraag.cel_gevraagd[cel]), int(toegekend[cel]))
    meest = max(gevraagd for gevraagd, _ in uren.values())
    beeld = []
    for maand in model.maanden:
        gevraagd, krijgt = uren.get(maand, (0, 0))
        beeld.append(
            Waarommaand(
                letter=notatie.maand_kort(maand)[0],
                toelichting=waaromzinnen.uren_van_maand(maand, gevraagd, krijgt, model.horizon),
                toegekend_pct=waaromzinnen.hoogte(krijgt, meest),
                tekort_pct=waaromzinnen.hoogte(gevraagd - krijgt, meest),
            )
        )
    return tuple(beeld)


def _voorgangers(blik: Blik, uitleg: Uitleg, team: TeamCode | None) -> tuple[Voorgangerrij, ...]:
    """Shares of the shortfall of the team (of the money when no hours are short), largest first."""
    lijsten: Sequence[tuple[Voorganger, ...]] = (
        [b.voorgangers for b in uitleg.uren if b.team == team]
        if team
        else [max(uitleg.euros, key=lambda geld: geld.tekort).voorgangers]
    )
    som: dict[tuple[int, str], int] = {}
    for lijst in lijsten:
        for v in lijst:
            zien = v.opdracht in blik.zichtbaar
            sleutel = (v.plaats, blik.namen.opdracht(v.opdracht)) if zien else (0, "")
            som[sleutel] = som.get(sleutel, 0) + v.aandeel
    verborgen = {v.opdracht for lijst in lijsten for v in lijst if v.opdracht not in blik.zichtbaar}
    op_grootte = sorted(som.items(), key=lambda paar: (-paar[1], paar[0]))
    namen = [naam or _anderen(len(verborgen)) for (_, naam), _ in op_grootte]
    delen = [deel for _, deel in op_grootte]
    if len(delen) > MAX_VOORGANGERS + 1:
        rest = delen[MAX_VOORGANGERS:]
        namen = [*namen[:MAX_VOORGANGERS], f"{len(rest)} andere opdrachten"]
        delen = [*delen[:MAX_VOORGANGERS], sum(rest)]
    if not sum(delen):
        return ()
    pct = grootste_rest(100, delen)
    return tuple(Voorgangerrij(naam=n, pct=p) for n, p in zip(namen, pct, strict=True))


def _anderen(aantal: int) -> str:
    return "een andere opdracht" if aantal == 1 else f"{aantal} andere opdrachten"


def _gevolg(blik: Blik, straks: Uitkomst, code: OpdrachtCode, proef: Proef) -> str:
    """What a screen reader hears after a try: what was done, whether it fits, and who gives."""
    naam = blik.namen.opdracht(code)
    regel = next(r for r in straks.effecten.opdrachten if r.opdracht == code)
    past = (
        f"{naam} past nu helemaal."
        if regel.past
        else f"{naam} krijgt nu {notatie.dekking(regel.dekking)} van de uren."
    )
    _, minder = winnaars_en_verliezers(blik.nu.effecten, straks.effecten)
    anderen = [r for r in minder if r.opdracht != code]
    return f"{proef.knop}. {past}" + (f" {leveren(anderen)}." if anderen else "")
