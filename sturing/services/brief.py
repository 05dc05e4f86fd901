"""The letter "there is no room for this": why an opdracht waits, and what would change it.

Owns the words, for who asked and does not know the plan (B1, addressed with u). The numbers are the
engine's explanation. What goes before is told in kinds of work, never as a name: nobody is to
blame. Hours hundredths, euros cents.
"""

from __future__ import annotations

from collections import Counter

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid, Status
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitleg import komt_tekort, leg_uit
from sturing.engine.uitleg_vormen import Uitleg
from sturing.errors import InvoerError
from sturing.rapport.model import Brief, Zinnen
from sturing.rights.mag import object_opdracht
from sturing.services import notatie, waaromzinnen
from sturing.services.briefproef import Proef, weer_meedoen
from sturing.services.briefzinnen import wat_helpt, werk_in_woorden
from sturing.services.rapportbron import Bron
from sturing.services.rapportrecht import eis_per_rij
from sturing.services.rapportzinnen import bestandsnaam
from sturing.services.waarom import bindend_team

WAAROM, VERANDERT = "Waarom is dat zo?", "Wat zou dat veranderen?"


def wacht(regel: Opdrachtregel) -> bool:
    """Is there something to write about: not haalbaar, onder druk, or short of euros?"""
    krap = (Haalbaarheid.NIET_HAALBAAR, Haalbaarheid.ONDER_DRUK)
    return regel.status in krap or regel.budget_tekort


def brief_van(bron: Bron, opdracht: str) -> Brief:
    """The letter about `opdracht`. Raises RechtError, and InvoerError when it neither claims nor
    is parked, or is haalbaar."""
    code = OpdrachtCode(opdracht)
    eis_per_rij(bron, object_opdracht(bron.basis.index, code))
    zelf = bron.opdrachten.get(code)
    if zelf is not None and zelf.status is Status.PARKEERPLAATS:
        proef = weer_meedoen(bron, zelf)
        vrij = proef is not None and proef.past
        wat = f"{zelf.kort} wacht in {bron.jaar} op een besluit"
        onderwerp = wat if vrij else f"Voor {zelf.kort} is in {bron.jaar} geen plaats"
        delen = _geparkeerd(bron, zelf, proef)
    else:
        regel = _wachtende(bron, code)
        zelf = bron.opdrachten[code]
        onderwerp, delen = _onderwerp(bron, zelf, regel), _wachtend(bron, zelf, regel)
    return Brief(
        naam=bestandsnaam("brief", zelf.kort),
        aan=_aan(bron, zelf),
        onderwerp=onderwerp,
        aanhef="Beste lezer,",
        delen=(*delen, Zinnen(kop="Wat kunt u doen?", zinnen=(_doen(bron, zelf),))),
        groet="Met vriendelijke groet,",
        herkomst=bron.herkomst,
    )


def _wachtende(bron: Bron, code: OpdrachtCode) -> Opdrachtregel:
    regel = bron.regels.get(code)
    if regel is None:
        raise InvoerError(
            f"Opdracht '{code}' vraagt nu geen uren of geld.",
            hint="Kies een opdracht die gepland is, loopt of op de parkeerplaats staat.",
        )
    if not wacht(regel):
        raise InvoerError(
            f"Opdracht '{code}' is haalbaar.",
            hint="Een brief is er alleen voor een opdracht die niet haalbaar of onder druk is, of "
            "geld tekortkomt.",
        )
    return regel


def _wachtend(bron: Bron, zelf: Opdracht, regel: Opdrachtregel) -> tuple[Zinnen, ...]:
    """Of what claims and does not get all of it."""
    uitleg = leg_uit(bron.basis.uitkomst, zelf.opdracht)
    plaats = (
        f"Uw opdracht staat op {_plaats(regel.plaats, len(bron.regels))}; wie hoger staat, gaat "
        "voor."
    )
    if zelf.wettelijk and bron.basis.uitkomst.stand.plan.instellingen.wettelijk_eerst:
        plaats += " Het is werk dat de wet van ons vraagt: dat gaat al voor het andere werk."
    helpt = wat_helpt(bron, regel, uitleg)
    return (
        Zinnen(kop="", zinnen=(_verzoek(zelf), f"{_kern(regel, zelf.kort)} {_stand(bron)}")),
        Zinnen(
            kop=WAAROM,
            zinnen=(f"{_vast(uitleg)} {plaats}", _knelpunt(bron, uitleg)),
        ),
        *_wat_ervoor_gaat(bron, uitleg),
        Zinnen(kop=VERANDERT, zinnen=helpt, opsomming=len(helpt) > 1),
    )


def _geparkeerd(bron: Bron, zelf: Opdracht, proef: Proef | None) -> tuple[Zinnen, ...]:
    """Of what waits on the parkeerplaats: what it would get if it asked now."""
    wachten = (
        f"{zelf.kort} staat op de parkeerplaats: de opdracht wacht en vraagt nu geen uren en geen "
        "geld."
    )
    begin = Zinnen(kop="", zinnen=(_verzoek(zelf), f"{wachten} {_stand(bron)}"))
    vast = "De gemeente heeft in een jaar een vast aantal uren. Niet alles kan tegelijk."
    if proef is None:
        leeg = f"Er staan voor {bron.jaar} nog geen uren en geen geld bij deze opdracht."
        eerst = "Geef eerst op hoeveel uren van welke teams nodig zijn, en hoeveel geld."
        return (
            begin,
            Zinnen(kop=WAAROM, zinnen=(vast, leeg)),
            Zinnen(kop=VERANDERT, zinnen=(eerst,)),
        )
    regel = proef.regel
    stel = (
        "Stel dat de opdracht nu weer meedoet. Zij komt dan op "
        f"{_plaats(regel.plaats, proef.aantal)}. {_kern(regel, zelf.kort)}"
    )
    besluit = f"Een besluit om de opdracht weer mee te laten doen. {_minder(proef)}"
    if not komt_tekort(regel):
        return (
            begin,
            Zinnen(kop=WAAROM, zinnen=(vast, stel)),
            Zinnen(kop=VERANDERT, zinnen=(besluit,)),
        )
    uitleg = leg_uit(proef.uitkomst, zelf.opdracht)
    return (
        begin,
        Zinnen(kop=WAAROM, zinnen=(vast, f"{stel} {_knelpunt(bron, uitleg)}")),
        *_wat_ervoor_gaat(bron, uitleg),
        Zinnen(
            kop=VERANDERT,
            zinnen=(besluit, *wat_helpt(bron, regel, uitleg, nu="anders")),
            opsomming=True,
        ),
    )


def _minder(proef: Proef) -> str:
    if not proef.minder:
        return "Geen andere opdracht krijgt dan minder."
    wie = notatie.aantal(proef.minder, "andere opdracht krijgt", "andere opdrachten krijgen")
    return f"{wie} dan minder."


def _aan(bron: Bron, zelf: Opdracht) -> str:
    """Who asked: the first named portefeuillehouder (bestuurlijk opdrachtgever), else the
    ambtelijk opdrachtgever."""
    wie = next(iter(zelf.portefeuillehouders), None) or zelf.opdrachtgever
    return bron.basis.namen.persoon(wie) if wie else "wie om deze opdracht vroeg"


def _doen(bron: Bron, zelf: Opdracht) -> str:
    met = "de directie"
    if zelf.opdrachtgever and zelf.portefeuillehouders:
        met = f"de ambtelijk opdrachtgever ({bron.basis.namen.persoon(zelf.opdrachtgever)})"
    return (
        f"Bespreek met {met} wat u het belangrijkst vindt. Een andere plaats, een andere periode "
        "of een ruil vraagt een besluit: dan telt ook wat anderen daardoor minder krijgen."
    )


def _onderwerp(bron: Bron, zelf: Opdracht, regel: Opdrachtregel) -> str:
    if regel.past:
        return f"Voor {zelf.kort} is in {bron.jaar} niet genoeg geld"
    if regel.gevraagd_honderdste and not regel.toegekend_honderdste:
        return f"Voor {zelf.kort} is in {bron.jaar} geen plaats"
    return f"Voor {zelf.kort} is in {bron.jaar} niet genoeg plaats"


def _verzoek(zelf: Opdracht) -> str:
    return f"U vroeg om ‘{zelf.naam}’."


def _kern(regel: Opdrachtregel, kort: str) -> str:
    kern = waaromzinnen.kern(regel, kort)
    if regel.gevraagd_honderdste and regel.budget_tekort:
        krijgt = notatie.euro(regel.toegekend_cent) if regel.toegekend_cent else "niets"
        kern += f" Van de {notatie.euro(regel.gevraagd_cent)} krijgt zij {krijgt}."
    return kern


def _stand(bron: Bron) -> str:
    plan = "het plan van nu" if bron.blik.is_plan else f"het scenario ‘{bron.blik.naam}’"
    return f"Dat is de stand in {plan}, voor {bron.herkomst.periode}."


def _plaats(plaats: int, aantal: int) -> str:
    return f"plaats {notatie.getal(plaats)} van de {notatie.getal(aantal)}"


def _vast(uitleg: Uitleg) -> str:
    if uitleg.uren:
        return "De gemeente heeft in een jaar een vast aantal uren."
    return "Een programma heeft in een jaar een vast bedrag."


def _knelpunt(bron: Bron, uitleg: Uitleg) -> str:
    return waaromzinnen.zin(uitleg, bindend_team(uitleg), bron.basis.namen, bron.horizon)


def _wat_ervoor_gaat(bron: Bron, uitleg: Uitleg) -> tuple[Zinnen, ...]:
    """The share of the shortfall by kind of work, of the binding team (of the money without)."""
    team = bindend_team(uitleg)
    lijsten = (
        [b.voorgangers for b in uitleg.uren if b.team == team]
        if team
        else [b.voorgangers for b in uitleg.euros]
    )
    som: Counter[str] = Counter()
    for lijst in lijsten:
        for voorganger in lijst:
            som[werk_in_woorden(bron.opdrachten[voorganger.opdracht])] += voorganger.aandeel
    soorten = sorted((naam for naam in som if som[naam]), key=lambda naam: (-som[naam], naam))
    if not soorten:
        return ()
    delen = grootste_rest(100, [som[naam] for naam in soorten])
    rijen = [(naam, deel) for naam, deel in zip(soorten, delen, strict=True) if deel]
    waar = f"bij {bron.basis.namen.team(team)}" if team else "van dit geld"
    return (
        Zinnen(
            kop=f"Wat gaat er {waar} voor?",
            zinnen=tuple(
                f"{naam[0].upper()}{naam[1:]}: {notatie.getal(deel)}% van wat u tekortkomt."
                for naam, deel in rijen
            ),
            opsomming=True,
        ),
    )


def opdrachten_met_brief(bron: Bron) -> tuple[tuple[OpdrachtCode, str], ...]:
    """The opdrachten of which a letter may be made, as code and name: those that fall short in
    their order, then those that are parked."""
    krap = [
        (code, bron.opdrachten[code].kort)
        for code, regel in bron.regels.items()
        if code in bron.mag_mee and wacht(regel)
    ]
    geparkeerd = [
        (code, f"{o.kort} (geparkeerd)")
        for code, o in bron.opdrachten.items()
        if code in bron.mag_mee and o.status is Status.PARKEERPLAATS
    ]
    return (*krap, *sorted(geparkeerd, key=lambda paar: paar[1].casefold()))
