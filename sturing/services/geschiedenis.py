"""The history as a reader goes through it: every levering, its difference, any earlier state.

Owns which levering is whose, and the answer in words above each view. Every row passes the row
filter of rights/lezen.py; counts are for every reader of the page. Must never store anything:
undoing is in terugdraaien.py. Hours whole as shown, fte averaged over the period.
"""

from __future__ import annotations

from sturing.domain.levering import BladVerschil, Levering
from sturing.domain.tijd import Horizon
from sturing.domain.wie import Wie
from sturing.errors import InvoerError
from sturing.intake.aaneen import voeg_aaneen
from sturing.intake.schema import PER_BLAD
from sturing.intake.standverschil import Standverschil
from sturing.rights.mag import mag_iets_lezen, mag_leveren
from sturing.services import notatie, terugdraaien, toestanden
from sturing.services.beelden import Geweigerd, Kop
from sturing.services.geschiedenisbeeld import (
    Historiebeeld,
    Leveringregel,
    Ongedaanbeeld,
    Standbeeld,
    Vergelijkbeeld,
)
from sturing.services.gevolg import gevolg_van
from sturing.services.gevolgbeeld import ONGEDAAN, Gevolgbeeld, maak_gevolgbeeld
from sturing.services.omgeving import Omgeving
from sturing.services.standgevolg import teams_naast, uitkomst_van_stand
from sturing.services.verschilrijen import Standrijen, Zichtrijen, standrijen, zichtrijen
from sturing.store import leveringen as register

_GEEN = "Er is nog niets ingelezen. Haal bij Inleveren het sjabloon op en kies uw bestand."


def historie(omgeving: Omgeving, wie: Wie) -> Historiebeeld | Geweigerd:
    """Every levering, for who may deliver or read any totals."""
    if not mag_leveren(wie) and not mag_iets_lezen(wie):
        return Geweigerd(
            titel="U mag deze pagina niet zien.",
            uitleg="Hiervoor is een rol nodig, zoals teamondersteuner. Vraag een beheerder.",
        )
    alle = register.lijst(omgeving.opslag)
    tellend = terugdraaien.in_werking(alle)
    door = terugdraaien.ongedaan_door(alle)
    regels = tuple(
        Leveringregel(
            levering=item,
            van_mij=item.account == wie.account,
            ongedaan_door=door.get(item.nummer),
            nieuw=sum(v.nieuw for v in item.verschil),
            gewijzigd=sum(v.gewijzigd for v in item.verschil),
            vervallen=sum(v.vervallen for v in item.verschil),
        )
        for item in reversed(alle)
    )
    eigen = (
        next(
            (
                r
                for r in regels
                if r.van_mij and r.levering.besluit is None and r.levering.nummer in tellend
            ),
            None,
        )
        if mag_leveren(wie)
        else None
    )
    bezwaar = (
        terugdraaien.later_geraakt(omgeving, eigen.levering.nummer) if eigen is not None else None
    )
    kan = eigen is not None and bezwaar is None
    return Historiebeeld(
        kop=_kop(regels, eigen, kan=kan),
        leveringen=regels,
        eigen_laatste=eigen.levering.nummer if eigen is not None and kan else None,
        mag_leveren=mag_leveren(wie),
    )


def _kop(regels: tuple[Leveringregel, ...], eigen: Leveringregel | None, *, kan: bool) -> Kop:
    if not regels:
        return Kop(titel=_GEEN, bijschrift="Er zijn nog geen leveringen")
    laatste = regels[0].levering
    titel = f"Levering {laatste.nummer} is het plan van nu"
    if eigen is None:
        titel += f", ingelezen door {laatste.naam}."
    elif eigen.levering.nummer == laatste.nummer:
        titel += "; die is van u en u kunt haar ongedaan maken." if kan else ", van u."
    elif kan:
        titel += f"; u kunt uw laatste, {eigen.levering.nummer}, ongedaan maken."
    else:
        titel += f"; uw laatste, {eigen.levering.nummer}, kan niet meer ongedaan worden gemaakt."
    eerste = regels[-1].levering
    return Kop(
        titel=titel,
        bijschrift=f"{notatie.aantal(len(regels), 'levering', 'leveringen')} sinds "
        f"{notatie.datum_zin(notatie.dag(eerste.tijdstip))}",
    )


def verschil_van(omgeving: Omgeving, wie: Wie, nummer: int, horizon: Horizon) -> Vergelijkbeeld:
    """What one levering changed. InvoerError for one that does not exist."""
    toestanden.eis_nummer(omgeving, nummer)
    levering = register.lijst(omgeving.opslag)[nummer - 1]
    return _verschil(omgeving, wie, nummer - 1, nummer, horizon, _wat(levering))


def vergelijk(omgeving: Omgeving, wie: Wie, van: int, tot: int, horizon: Horizon) -> Vergelijkbeeld:
    """The difference between the states after two leveringen, `van` the earlier one.

    0 is before the first. InvoerError for a number that does not exist.
    """
    if van > tot:
        raise InvoerError("Kies eerst de oudere levering en dan de nieuwere.")
    if van:
        toestanden.eis_nummer(omgeving, van)
    toestanden.eis_nummer(omgeving, tot)
    nu = " (het plan van nu)" if tot == omgeving.nummer() else ""
    return _verschil(omgeving, wie, van, tot, horizon, f"Van levering {van} naar {tot}{nu}")


def _verschil(
    omgeving: Omgeving, wie: Wie, van: int, tot: int, horizon: Horizon, wat: str
) -> Vergelijkbeeld:
    bladen = tuple(v.telling for v in toestanden.verschil(omgeving, van, tot) if v.rijen)
    return Vergelijkbeeld(
        kop=Kop(titel=_aantallen(bladen), bijschrift=wat),
        van=van,
        tot=tot,
        bladen=bladen,
        teams=teams_naast(
            omgeving,
            wie,
            uitkomst_van_stand(omgeving, toestanden.toestand(omgeving, van), horizon),
            uitkomst_van_stand(omgeving, toestanden.toestand(omgeving, tot), horizon),
        ),
    )


def rijen_van(omgeving: Omgeving, wie: Wie, van: int, tot: int, blad: str) -> Zichtrijen:
    """The rows of one sheet that differ between two states, as far as `wie` may see them."""
    gevonden = next(
        (v for v in toestanden.verschil(omgeving, van, tot) if v.blad == blad),
        Standverschil(blad=_bekend(blad), rijen=(), verhuisd=0),
    )
    rollen = [rij for n in (van, tot) for rij in toestanden.toestand(omgeving, n)["Teamrollen"]]
    return zichtrijen(omgeving, wie, gevonden, rollen)


def stand_na(omgeving: Omgeving, wie: Wie, nummer: int, horizon: Horizon) -> Standbeeld:
    """The state after a levering. InvoerError for one that does not exist."""
    toestanden.eis_nummer(omgeving, nummer)
    toestand = toestanden.toestand(omgeving, nummer)
    levering = register.lijst(omgeving.opslag)[nummer - 1]
    uitkomst = uitkomst_van_stand(omgeving, toestand, horizon)
    bladen = tuple(
        (blad, len(voeg_aaneen(blad, rijen))) for blad, rijen in toestand.items() if rijen
    )
    aantal = notatie.aantal(sum(n for _, n in bladen), "rij", "rijen")
    return Standbeeld(
        kop=Kop(
            titel=f"Na levering {nummer} stonden er {aantal} op "
            f"{notatie.aantal(len(bladen), 'blad', 'bladen')}.",
            bijschrift=f"{_wat(levering)} · {notatie.periode(horizon)}",
        ),
        nummer=nummer,
        bladen=bladen,
        teams=teams_naast(omgeving, wie, uitkomst, uitkomst, alle=True),
    )


def rijen_na(omgeving: Omgeving, wie: Wie, nummer: int, blad: str) -> Standrijen:
    """The whole rows of one sheet after a levering, as far as `wie` may see them."""
    toestanden.eis_nummer(omgeving, nummer)
    toestand = toestanden.toestand(omgeving, nummer)
    rijen = voeg_aaneen(_bekend(blad), toestand[blad])
    return standrijen(omgeving, wie, blad, rijen, toestand["Teamrollen"])


def ongedaan_beeld(omgeving: Omgeving, wie: Wie, nummer: int, horizon: Horizon) -> Ongedaanbeeld:
    """The preview of undoing a levering. Raises RechtError without any right to deliver,
    InvoerError for a levering that does not exist."""
    gezien = terugdraaien.bekijk(omgeving, wie, nummer)
    levering = register.lijst(omgeving.opslag)[nummer - 1]
    if gezien.bezwaar is not None:
        return Ongedaanbeeld(
            kop=Kop(titel=gezien.bezwaar.title, bijschrift=_wat(levering)),
            nummer=nummer,
            op_levering=gezien.op_levering,
            waarom_niet=gezien.bezwaar.message or gezien.bezwaar.title,
            wat_dan=gezien.bezwaar.hint,
            bladen=(),
            rijen=(),
            gevolg=None,
            bevestig="",
        )
    rollen = (*gezien.voor["Teamrollen"], *gezien.na["Teamrollen"])
    bladen = tuple(v.telling for v in gezien.verschil if v.rijen)
    return Ongedaanbeeld(
        kop=Kop(
            titel=f"Levering {nummer} ongedaan maken: {_aantallen(bladen, klein=True)}",
            bijschrift=f"{_wat(levering)} · er is nog niets veranderd",
        ),
        nummer=nummer,
        op_levering=gezien.op_levering,
        waarom_niet="",
        wat_dan="",
        bladen=bladen,
        rijen=tuple(zichtrijen(omgeving, wie, v, rollen) for v in gezien.verschil),
        gevolg=_gevolg(omgeving, wie, gezien, horizon),
        bevestig=terugdraaien.grote_verwijdering(gezien),
    )


def _gevolg(
    omgeving: Omgeving, wie: Wie, gezien: terugdraaien.Terugdraaiing, horizon: Horizon
) -> Gevolgbeeld | None:
    """What undoing does to the plan in force; None when that plan is not the one any more that the
    rows were compared with."""
    if omgeving.basis(horizon).levering != gezien.op_levering:
        return None
    return maak_gevolgbeeld(gevolg_van(omgeving, gezien.mutaties, horizon), wie, ONGEDAAN)


def _bekend(blad: str) -> str:
    if blad not in PER_BLAD:
        raise InvoerError(f"Blad '{blad}' bestaat niet.")
    return blad


def _wat(levering: Levering) -> str:
    """`Levering 12, Teamondersteuner ruimte, 16 november 2026 om 14.05 uur, team.xlsx`."""
    delen = [
        f"Levering {levering.nummer}",
        levering.naam,
        notatie.moment(levering.tijdstip),
    ]
    if levering.besluit is not None:
        delen.append(f"is besluit {levering.besluit}")
    if levering.maakt_ongedaan is not None:
        delen.append(f"maakt levering {levering.maakt_ongedaan} ongedaan")
    return " · ".join(delen)


def _aantallen(bladen: tuple[BladVerschil, ...], *, klein: bool = False) -> str:
    nieuw = sum(v.nieuw for v in bladen)
    anders = sum(v.gewijzigd for v in bladen)
    weg = sum(v.vervallen for v in bladen)
    zin = notatie.rijen_die_veranderen(nieuw, anders, weg) or "Er verandert geen enkele rij."
    return zin[:1].lower() + zin[1:] if klein else zin
