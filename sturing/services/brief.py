"""The letter "there is no room for this": why an opdracht waits, and what would change it.

Owns the words, for who asked and does not know the plan (B1, addressed with u). The numbers are the
engine's explanation. What goes before is told in kinds of work, never as a name: nobody is to
blame. Hours hundredths, euros cents.
"""

from __future__ import annotations

from collections import Counter

from sturing.domain.codes import OpdrachtCode
from sturing.domain.keuzes import Haalbaarheid, SoortWerk
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitleg import leg_uit
from sturing.engine.uitleg_vormen import GeenPlaats, GeenRuil, Ruil, Uitleg, Venster
from sturing.errors import InvoerError
from sturing.rapport.model import Brief, Zinnen
from sturing.rights.mag import object_opdracht
from sturing.services import notatie, waaromzinnen
from sturing.services.rapportbron import Bron
from sturing.services.rapportrecht import eis_per_rij
from sturing.services.rapportzinnen import bestandsnaam
from sturing.services.waarom import bindend_team

_SOORT = {
    SoortWerk.STRATEGISCHE_AGENDA: "werk van de strategische agenda van het college",
    SoortWerk.PROGRAMMABEGROTING: "werk dat in de programmabegroting is afgesproken",
    SoortWerk.GEBIEDSAGENDA: "werk van de gebiedsagenda’s",
    SoortWerk.REGULIER: "regulier werk, zoals dienstverlening en beheer",
    SoortWerk.ONDERSTEUNEND: "werk dat de andere teams ondersteunt",
    SoortWerk.AFSTEMMING_BESTUUR: "afstemming met het bestuur",
}
WETTELIJK = "werk dat de wet van ons vraagt"


def wacht(regel: Opdrachtregel) -> bool:
    """Is there something to write about: not haalbaar, onder druk, or short of euros?"""
    krap = (Haalbaarheid.NIET_HAALBAAR, Haalbaarheid.ONDER_DRUK)
    return regel.status in krap or regel.budget_tekort


def brief_van(bron: Bron, opdracht: str) -> Brief:
    """The letter about `opdracht`. Raises RechtError, and InvoerError when it does not claim or
    is haalbaar."""
    code = OpdrachtCode(opdracht)
    eis_per_rij(bron, object_opdracht(bron.basis.index, code))
    regel = bron.regels.get(code)
    if regel is None:
        raise InvoerError(
            f"Opdracht '{opdracht}' vraagt nu geen uren of geld.",
            hint="Kies een opdracht die gepland is of loopt.",
        )
    if not wacht(regel):
        raise InvoerError(
            f"Opdracht '{opdracht}' is haalbaar.",
            hint="Een brief is er alleen voor een opdracht die niet haalbaar of onder druk is, of "
            "geld tekortkomt.",
        )
    zelf = bron.opdrachten[code]
    uitleg = leg_uit(bron.basis.uitkomst, code)
    return Brief(
        naam=bestandsnaam("brief", zelf.kort),
        aan=_aan(bron, zelf),
        onderwerp=_onderwerp(bron, zelf, regel),
        aanhef="Beste lezer,",
        delen=(
            Zinnen(kop="", zinnen=_kern(bron, zelf, regel)),
            Zinnen(kop="Waarom is dat zo?", zinnen=_waarom(bron, uitleg)),
            *_wat_ervoor_gaat(bron, uitleg),
            *_wat_helpt(bron, regel, uitleg),
            Zinnen(kop="Wat kunt u doen?", zinnen=(_doen(bron, zelf),)),
        ),
        groet="Met vriendelijke groet,",
        herkomst=bron.herkomst,
    )


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


def _kern(bron: Bron, zelf: Opdracht, regel: Opdrachtregel) -> tuple[str, ...]:
    voluit = f"U vroeg om ‘{zelf.naam}’."
    kern = waaromzinnen.kern(regel, zelf.kort)
    if regel.gevraagd_honderdste and regel.budget_tekort:
        kern += (
            f" Van de {notatie.euro(regel.gevraagd_cent)} krijgt zij "
            f"{notatie.euro(regel.toegekend_cent)}."
        )
    plan = "het plan van nu" if bron.blik.is_plan else f"het scenario ‘{bron.blik.naam}’"
    return (voluit, f"{kern} Dat is de stand in {plan}, voor {bron.herkomst.periode}.")


def _waarom(bron: Bron, uitleg: Uitleg) -> tuple[str, ...]:
    zin = waaromzinnen.zin(uitleg, bindend_team(uitleg), bron.basis.namen, bron.horizon)
    vast = (
        "De gemeente heeft in een jaar een vast aantal uren."
        if uitleg.uren
        else "Een programma heeft in een jaar een vast bedrag."
    )
    plaats = (
        f"Uw opdracht staat op plaats {notatie.getal(uitleg.plaats)} van de "
        f"{notatie.getal(len(bron.regels))}; wie hoger staat, gaat voor."
    )
    return (f"{vast} {plaats}", zin)


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
            som[_werk(bron.opdrachten[voorganger.opdracht])] += voorganger.aandeel
    soorten = sorted((naam for naam in som if som[naam]), key=lambda naam: (-som[naam], naam))
    if not soorten:
        return ()
    delen = grootste_rest(100, [som[naam] for naam in soorten])
    waar = f"bij {bron.basis.namen.team(team)}" if team else "van dit geld"
    return (
        Zinnen(
            kop=f"Wat gaat er {waar} voor?",
            zinnen=tuple(
                f"{naam[0].upper()}{naam[1:]}: {notatie.getal(deel)}% van wat u tekortkomt."
                for naam, deel in zip(soorten, delen, strict=True)
            ),
            opsomming=True,
        ),
    )


def _werk(opdracht: Opdracht) -> str:
    return WETTELIJK if opdracht.wettelijk else _SOORT[opdracht.soort_werk]


def _wat_helpt(bron: Bron, regel: Opdrachtregel, uitleg: Uitleg) -> tuple[Zinnen, ...]:
    plaats, vensters, ruil = uitleg.laagste_plaats, uitleg.venster, uitleg.ruil
    if plaats is None or vensters is None or ruil is None:
        return (
            Zinnen(
                kop="Wat zou dat veranderen?",
                zinnen=("Meer geld in het programma, of minder geld voor ander werk daarin.",),
            ),
        )
    zinnen = []
    if plaats.plaats is not None:
        zinnen.append(
            f"Een hogere plaats: vanaf plaats {notatie.getal(plaats.plaats)} past het helemaal "
            f"(nu plaats {notatie.getal(regel.plaats)})."
        )
    elif plaats.reden is GeenPlaats.WETTELIJK or plaats.reden is GeenPlaats.VRAAGT_MEER:
        uitleg_ = waaromzinnen.geen_plaats(plaats.reden, plaats.overvraag, bron.basis.namen)
        zinnen.append(f"Een hogere plaats helpt niet. {uitleg_}")
    zinnen.append(_periode(vensters.eerste))
    zinnen.append(_ruilzin(bron, ruil))
    return (Zinnen(kop="Wat zou dat veranderen?", zinnen=tuple(zinnen), opsomming=True),)


def _periode(venster: Venster | None) -> str:
    if venster is None:
        return "Een andere periode helpt niet: binnen dit plan past het dan nergens helemaal."
    if venster.van is None or venster.tot is None:
        return "Een andere periode: dan past het helemaal."
    van, tot = notatie.maand_lang(venster.van), notatie.maand_lang(venster.tot)
    wanneer = f"in {van}" if van == tot else f"van {van} t/m {tot}"
    schuif = notatie.aantal(abs(venster.maanden), "maand", "maanden")
    kant = "later" if venster.maanden > 0 else "eerder"
    return f"Een andere periode: {schuif} {kant}, {wanneer}, past het helemaal."


def _ruilzin(bron: Bron, ruil: Ruil | GeenRuil) -> str:
    if isinstance(ruil, GeenRuil):
        return f"Een ruil helpt niet: {ruil.value}."
    soorten = Counter(_werk(bron.opdrachten[code]) for code in ruil.opdrachten)
    wat = notatie.opsomming([soort for soort, _ in sorted(soorten.items())])
    aantal = notatie.aantal(
        len(ruil.opdrachten), "andere opdracht wacht", "andere opdrachten wachten"
    )
    uren = notatie.uren_met_eenheid(ruil.toegekend_honderdste)
    return f"Een ruil: het past als {aantal} ({wat}; samen {uren})."


def opdrachten_met_brief(bron: Bron) -> tuple[tuple[OpdrachtCode, str], ...]:
    """The opdrachten that fall short and of which a letter may be made, as code and name, in
    order."""
    return tuple(
        (code, bron.opdrachten[code].kort)
        for code, regel in bron.regels.items()
        if code in bron.mag_mee and wacht(regel)
    )
