"""The first line of Besluiten: what lies open and what the reader can do about it now.

Owns the words. Must never decide what somebody may do (besluitrecht.py does).
"""

from __future__ import annotations

from sturing.domain.wie import Herkomst, RechtRol, Toekenning, Wie
from sturing.services import notatie
from sturing.services.beelden import Kop
from sturing.services.besluitbeeld import Besluitrij, Voorstelbeeld
from sturing.services.besluitgevolg import kenmerk
from sturing.services.besluitrecht import besluitrecht, objecten_van
from sturing.services.voorstellen import Beoordeling

_GEEN = "Er ligt geen voorstel voor."


def kop_zonder_voorstel(eerdere: tuple[Besluitrij, ...], *, mag_voorleggen: bool) -> Kop:
    """What was decided last; before the first decision how a proposal comes, for who may make
    one."""
    hoe = "Leg bij Prioriteiten uw concept voor als besluit." if mag_voorleggen else ""
    laatste = next((rij for rij in eerdere if rij.besluit is not None), None)
    if laatste is None:
        eerder = (
            "Hieronder staat wat eerder is voorgelegd" if eerdere else "Er is nog niets besloten"
        )
        return Kop(titel=f"{_GEEN} {hoe}".strip(), bijschrift=eerder)
    return Kop(
        titel=f"{_GEEN} Het laatste besluit: ‘{laatste.titel}’ is {laatste.uitkomst}.",
        bijschrift=" · ".join(
            filter(None, (f"Besloten op {laatste.datum} door {laatste.door}", hoe))
        ),
    )


def kop_met_voorstel(b: Beoordeling, beeld: Voorstelbeeld) -> Kop:
    """Before whom the proposal lies, and what the reader can do with it now."""
    v = b.voorstel
    begin = f"Voorstel ‘{v.titel}’ ligt voor bij {_bij_wie(b)}."
    open_ = len(v.open_bezwaren)
    bezwaar = f"{notatie.aantal(open_, 'bezwaar is', 'bezwaren zijn')} nog open"
    if beeld.conflicten:
        titel = f"Voorstel ‘{v.titel}’ past niet meer op het plan van nu. Besluiten kan niet."
    elif beeld.mag_besluiten:
        titel = (
            f"{begin} {bezwaar}. U kunt nu besluiten, met een reden."
            if open_
            else f"{begin} U kunt nu besluiten."
        )
    elif beeld.gezegd:
        titel = f"{begin} Uw {beeld.gezegd} staat erbij."
    elif beeld.eigen and not beeld.mag_intrekken:
        aantal = notatie.aantal(
            len(beeld.eigen), "van uw opdrachten levert", "van uw opdrachten leveren"
        )
        titel = f"{begin} {aantal} in: stem in of maak bezwaar."
    else:
        titel = f"{begin} {bezwaar}." if open_ else begin
        if beeld.mag_adviseren and not beeld.mag_intrekken:
            titel += " U kunt advies geven."
    delen = [
        f"Voorgelegd op {notatie.datum(notatie.dag(v.tijdstip))} door {v.naam}",
        f"reactie tot en met {notatie.datum(v.reactie_tot)}",
        f"kenmerk {kenmerk(b.na.vingerafdruk)}",
    ]
    return Kop(titel=titel, bijschrift=" · ".join(delen))


def _bij_wie(b: Beoordeling) -> str:
    """The strategisch manager of the one domain that it is about, when he may decide; else the
    directie."""
    domeinen = {
        domein
        for _, object_ in objecten_van(b.voorstel.wijzigingen, b.basis.index)
        for domein in object_.domeinen
    }
    if len(domeinen) == 1:
        (domein,) = domeinen
        manager = Wie(
            account="",
            naam="",
            herkomst=Herkomst.DEMONSTRATIE,
            toekenningen=(Toekenning(rol=RechtRol.STRATEGISCH_MANAGER, domein=domein),),
        )
        if besluitrecht(manager, b.voorstel, b.verlies_ooit, b.basis.index, b.index_na).mag:
            return f"de strategisch manager {domein.value}"
    return "de directie"
