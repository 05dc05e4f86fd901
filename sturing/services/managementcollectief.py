"""The screen for directie, strategisch managers and teamondersteuners together.

"Het directieteam vormt samen met de strategisch managers en teamondersteuners het
managementcollectief, dat verantwoordelijk is voor de ontwikkelopgaven van de organisatie"
(sturingskader). Owns the sentence on top. Every figure comes from an analysis; an opdracht that the
reader may not see is counted in the sums and named nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sturing.analyses.formatie import Formatieregel, compute_formatie
from sturing.analyses.ontwikkelopgave import Ontwikkelregel, compute_ontwikkelopgave
from sturing.domain.codes import OpdrachtCode
from sturing.domain.wie import Wie
from sturing.engine.effecten import dekking
from sturing.rights.mag import Actie, mag, object_organisatie, zichtbare_opdrachten
from sturing.services import notatie
from sturing.services.beelden import Geweigerd, Kerncijfer, Kop, Leeg, nog_geen
from sturing.services.blik import (
    Blik,
    Kijk,
    blik_op,
    onder_de_kop,
    over_alles,
    urencijfer,
    urenverschil,
)
from sturing.services.collectiefbeeld import Collectiefbeeld, Formatierij, Opgaverij, Planopen
from sturing.services.collectiefteams import (
    ZONDER_PLAN,
    focus,
    niveaus,
    ondersteuners,
    plannen,
    steun,
)
from sturing.services.omgeving import Omgeving

BBV = (
    "Het BBV vraagt formatie en bezetting per 1.000 inwoners. Inhuur staat hier als deel van alle "
    "fte (bezetting en inhuur); het BBV-cijfer voor externe inhuur is in euro's en heeft de "
    "loonsom nodig, die niet in de gegevens staat."
)


def managementcollectief(
    omgeving: Omgeving, wie: Wie, kijk: Kijk | None = None
) -> Collectiefbeeld | Leeg | Geweigerd:
    """The ontwikkelopgaven and the teams of the whole organisation, in what `kijk` chose. A domain
    does not apply."""
    if not mag(wie, Actie.TOTALEN_LEZEN, object_organisatie()):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig die de hele organisatie mag zien, zoals directie, "
            "strategisch manager of teamondersteuner. Vraag een beheerder.",
        )
    blik = blik_op(omgeving, wie, over_alles(kijk))
    if not blik.basis.plan.teams or not blik.basis.plan.opdrachten:
        wat = "teams" if blik.basis.plan.opdrachten else "opdrachten"
        return nog_geen(f"Er zijn nog geen {wat} voor {blik.uitkomst.horizon.van.jaar}.")
    return _beeld(omgeving, blik, wie)


def _beeld(omgeving: Omgeving, blik: Blik, wie: Wie) -> Collectiefbeeld:
    opgaven = compute_ontwikkelopgave(blik.uitkomst)
    nu = {r.opdracht: r.toegekend_honderdste for r in compute_ontwikkelopgave(blik.voor)}
    formatie = compute_formatie(blik.uitkomst)
    open_plannen = plannen(omgeving, blik.basis)
    zichtbaar = zichtbare_opdrachten(wie, blik.basis.index, [r.opdracht for r in opgaven])
    return Collectiefbeeld(
        kop=Kop(titel=_titel(blik, opgaven, open_plannen), bijschrift=onder_de_kop(blik)),
        is_plan=blik.is_plan,
        cijfers=_cijfers(blik, opgaven, nu, formatie[-1]),
        opgaven=tuple(
            _opgave(blik, r, vraagt, krijgt, nu.get(r.opdracht, 0))
            for r, vraagt, krijgt in zip(opgaven, *_hele_uren(opgaven), strict=True)
            if r.opdracht in zichtbaar
        ),
        opgaven_zin=_opgaven_zin(opgaven, len(opgaven) - len(zichtbaar)),
        niveaus=niveaus(blik.basis),
        ondersteuners=ondersteuners(blik.basis),
        focus=focus(blik.basis, wie),
        formatie=tuple(_formatie(r) for r in formatie),
        formatie_zin=_formatie_zin(formatie[-1]),
        steun=steun(blik.basis, wie),
        plannen=open_plannen,
        plannen_zin=_plannen_zin(blik, open_plannen),
        mag_exporteren=bool(mag(wie, Actie.TOTALEN_EXPORTEREN, object_organisatie())),
    )


def _som(regels: Sequence[Ontwikkelregel]) -> tuple[int, int]:
    return (
        sum(r.gevraagd_honderdste for r in regels),
        sum(r.toegekend_honderdste for r in regels),
    )


def _hele_uren(regels: Sequence[Ontwikkelregel]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Asked and granted in whole hours that add up to their sums."""
    return notatie.rond_paren(
        [r.gevraagd_honderdste for r in regels], [r.toegekend_honderdste for r in regels]
    )


def _titel(blik: Blik, opgaven: Sequence[Ontwikkelregel], open_plannen: Sequence[Planopen]) -> str:
    jaar = blik.uitkomst.horizon.van.jaar
    gevraagd, toegekend = _som(opgaven)
    if not gevraagd:
        delen = [f"De ontwikkelopgaven vragen geen uren in {jaar}."]
    else:
        deel = notatie.dekking(dekking(gevraagd, toegekend))
        zin = f"De ontwikkelopgaven krijgen {deel} van de gevraagde uren in {jaar}"
        fundament = _som([r for r in opgaven if r.fundament])
        if fundament[0]:
            zin += f", Fundament op Orde {notatie.dekking(dekking(*fundament))}"
        delen = [f"{zin}."]
    zonder = sum(p.wat == ZONDER_PLAN for p in open_plannen)
    ongezien = len(open_plannen) - zonder
    wat = []
    if zonder:
        heeft = "heeft" if zonder == 1 else "hebben"
        wat.append(f"{notatie.aantal(zonder, 'team', 'teams')} {heeft} geen teamplan")
    if ongezien:
        is_ = "is" if ongezien == 1 else "zijn"
        wat.append(f"{notatie.aantal(ongezien, 'plan', 'plannen')} {is_} nog niet gezien")
    if wat:
        zin = notatie.opsomming(wat)
        delen.append(f"{zin[:1].upper()}{zin[1:]}.")
    else:
        delen.append("Elk team heeft een plan, en elk plan is gezien.")
    return " ".join(delen)


def _cijfers(
    blik: Blik, opgaven: Sequence[Ontwikkelregel], nu: dict[OpdrachtCode, int], som: Formatieregel
) -> tuple[Kerncijfer, ...]:
    gevraagd, toegekend = _som(opgaven)
    fundament = [r for r in opgaven if r.fundament]
    f_gevraagd, f_toegekend = _som(fundament)
    jaar = blik.uitkomst.horizon.van.jaar
    return (
        urencijfer(
            blik,
            "Ontwikkelopgaven",
            toegekend,
            sum(nu.values()),
            f"toegekend van {notatie.uren(gevraagd)} gevraagd",
        ),
        Kerncijfer(
            naam="Fundament op Orde",
            waarde=notatie.uren_met_eenheid(f_toegekend) if fundament else notatie.ONBEKEND,
            bijschrift=f"toegekend van {notatie.uren(f_gevraagd)} gevraagd"
            if fundament
            else "staat niet in het plan",
            verschil=urenverschil(blik, f_toegekend - sum(nu.get(r.opdracht, 0) for r in fundament))
            if fundament
            else "",
        ),
        Kerncijfer(
            naam="Formatie",
            waarde=_fte(som.formatie_per_1000_fte, 2),
            bijschrift=f"per 1.000 inwoners; {notatie.fte(som.formatie_fte)} fte in {jaar}",
        ),
        Kerncijfer(
            naam="Bezetting",
            waarde=_fte(som.bezetting_per_1000_fte, 2),
            bijschrift=f"per 1.000 inwoners; {notatie.fte(som.bezetting_fte)} fte in {jaar}",
        ),
        Kerncijfer(
            naam="Inhuur",
            waarde=_deel(som.inhuur_ratio),
            bijschrift=f"van alle fte: {notatie.fte(som.inhuur_fte)} fte",
        ),
    )


def _fte(waarde: Fraction | None, decimalen: int) -> str:
    return notatie.ONBEKEND if waarde is None else f"{notatie.getal(waarde, decimalen)} fte"


def _deel(deel: Fraction | None) -> str:
    """With one decimal: whole percents would hide most of it."""
    return notatie.ONBEKEND if deel is None else f"{notatie.getal(deel * 100, 1)}%"


def _opgave(
    blik: Blik, regel: Ontwikkelregel, gevraagd_uren: int, toegekend_uren: int, toegekend_nu: int
) -> Opgaverij:
    namen = blik.basis.namen
    return Opgaverij(
        opdracht=regel.opdracht,
        naam=namen.opdracht(regel.opdracht),
        fundament=regel.fundament,
        doel=namen.doelen.get(regel.doel, regel.doel) if regel.doel else notatie.ONBEKEND,
        opdrachtgever=namen.persoon_kort(regel.opdrachtgever),
        team=namen.team(regel.opdrachtnemer) if regel.opdrachtnemer else notatie.ONBEKEND,
        status=regel.stand,
        gevraagd_uren=gevraagd_uren,
        toegekend_uren=toegekend_uren,
        dekking_pct=notatie.dekking_heel(regel.dekking_ratio),
        verschil_uren=None
        if blik.is_plan
        else notatie.uren_heel(regel.toegekend_honderdste - toegekend_nu),
    )


def _opgaven_zin(opgaven: Sequence[Ontwikkelregel], verborgen: int) -> str:
    if not opgaven:
        return (
            "Er is geen ondersteunend werk in het plan. Geef opdrachten bij Gegevens het soort "
            "werk 'ondersteunend'."
        )
    gevraagd, toegekend = _som(opgaven)
    zin = (
        f"Samen {notatie.uren_met_eenheid(toegekend)} toegekend van de {notatie.uren(gevraagd)} "
        f"gevraagd ({notatie.dekking(dekking(gevraagd, toegekend))}). De gegevens kennen geen "
        "apart kenmerk voor een ontwikkelopgave: hier staat al het ondersteunende werk."
    )
    if verborgen:
        niet = notatie.aantal(verborgen, "opdracht", "opdrachten")
        staat = "staat" if verborgen == 1 else "staan"
        zin += f" {niet} die u niet mag zien, {staat} alleen in de som."
    return zin


def _formatie(regel: Formatieregel) -> Formatierij:
    return Formatierij(
        naam=regel.domein.value.capitalize() if regel.domein else "Hele organisatie",
        formatie=notatie.fte(regel.formatie_fte),
        bezetting=notatie.fte(regel.bezetting_fte),
        inhuur=notatie.fte(regel.inhuur_fte),
        inhuur_deel=_deel(regel.inhuur_ratio),
        formatie_per_1000=notatie.getal(regel.formatie_per_1000_fte, 2),
        bezetting_per_1000=notatie.getal(regel.bezetting_per_1000_fte, 2),
    )


def _formatie_zin(som: Formatieregel) -> str:
    delen = []
    if som.aantal_inwoners:
        delen.append(
            f"Fte, gemiddeld over de periode; {notatie.getal(som.aantal_inwoners)} inwoners."
        )
    else:
        delen.append(
            "Fte, gemiddeld over de periode. Vul bij Gegevens de inwoners in van het gebied "
            "'gemeentebreed'; dan staat hier ook het getal per 1.000 inwoners."
        )
    if som.zonder_formatie:
        teams = notatie.aantal(som.zonder_formatie, "team", "teams")
        delen.append(f"Van {teams} is de formatie niet ingevuld en niet meegeteld.")
    return " ".join([*delen, BBV])


def _plannen_zin(blik: Blik, open_plannen: Sequence[Planopen]) -> str:
    if not open_plannen:
        jaar = blik.uitkomst.horizon.van.jaar
        return f"Elk team heeft een teamplan voor {jaar}, en elk plan is gezien zoals het nu is."
    return (
        "Een strategisch manager van het domein of de directie legt bij Teams en teamplannen vast "
        "dat hij het plan zag."
    )
