"""What the letter says would help, in words; and how it calls work without its name.

Hours hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass

from sturing.domain.keuzes import Methode, SoortWerk
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Opdrachtregel
from sturing.engine.uitleg_vormen import GeenPlaats, GeenRuil, Ruil, Uitleg, Venster
from sturing.services import notatie, waaromzinnen
from sturing.services.rapportbron import Bron

_SOORT = {
    SoortWerk.STRATEGISCHE_AGENDA: "werk van de strategische agenda van het college",
    SoortWerk.PROGRAMMABEGROTING: "werk dat in de programmabegroting is afgesproken",
    SoortWerk.GEBIEDSAGENDA: "werk van de gebiedsagenda’s",
    SoortWerk.REGULIER: "regulier werk, zoals dienstverlening en beheer",
    SoortWerk.ONDERSTEUNEND: "werk dat de andere teams ondersteunt",
    SoortWerk.AFSTEMMING_BESTUUR: "afstemming met het bestuur",
}
WETTELIJK = "werk dat de wet van ons vraagt"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """How it is said that something helps: after a comma, before "als", and that it helps never."""

    dan: str
    als: str
    nergens: str


_HELEMAAL = _Past(dan="past het helemaal", als="het past", nergens="past het dan nergens helemaal")
_ALLE_UREN = _Past(
    dan="krijgt het alle uren",
    als="het krijgt alle uren",
    nergens="krijgt het dan nergens alle uren",
)


def werk_in_woorden(opdracht: Opdracht) -> str:
    """The kind of work it is, for in a sentence; what the law asks is that before all."""
    return WETTELIJK if opdracht.wettelijk else _SOORT[opdracht.soort_werk]


def wat_helpt(bron: Bron, regel: Opdrachtregel, uitleg: Uitleg, nu: str = "nu") -> tuple[str, ...]:
    """What would make it fit. `nu` says of which place it is now."""
    geld = "Meer geld in het programma, of minder geld voor ander werk daarin."
    plaats, vensters, ruil = uitleg.laagste_plaats, uitleg.venster, uitleg.ruil
    if plaats is None or vensters is None or ruil is None:
        return (geld,)
    # In `strikt` hours and euros do not wait for each other: a place gives hours alone.
    apart = uitleg.methode is Methode.STRIKT and regel.budget_tekort
    past = _ALLE_UREN if apart else _HELEMAAL
    zinnen = []
    if plaats.plaats is not None:
        zinnen.append(
            f"Een hogere plaats: vanaf plaats {notatie.getal(plaats.plaats)} {past.dan} "
            f"({nu} plaats {notatie.getal(regel.plaats)})."
        )
    elif plaats.reden is GeenPlaats.WETTELIJK or plaats.reden is GeenPlaats.VRAAGT_MEER:
        uitleg_ = waaromzinnen.geen_plaats(plaats.reden, plaats.overvraag, bron.basis.namen)
        zinnen.append(f"Een hogere plaats helpt niet. {uitleg_}")
    zinnen.append(_periode(vensters.eerste, past))
    zinnen.append(_ruilzin(bron, ruil, past))
    if apart:
        zinnen.append(f"Voor het geld: {geld[0].lower()}{geld[1:]}")
    return tuple(zinnen)


def _periode(venster: Venster | None, past: _Past) -> str:
    if venster is None:
        return f"Een andere periode helpt niet: binnen dit plan {past.nergens}."
    if venster.van is None or venster.tot is None:
        return f"Een andere periode: dan {past.dan}."
    van, tot = notatie.maand_lang(venster.van), notatie.maand_lang(venster.tot)
    wanneer = f"in {van}" if van == tot else f"van {van} t/m {tot}"
    schuif = notatie.aantal(abs(venster.maanden), "maand", "maanden")
    kant = "later" if venster.maanden > 0 else "eerder"
    return f"Een andere periode: {schuif} {kant}, {wanneer}, {past.dan}."


def _ruilzin(bron: Bron, ruil: Ruil | GeenRuil, past: _Past) -> str:
    if isinstance(ruil, GeenRuil):
        return f"Een ruil helpt niet: {ruil.value}."
    # Without the example: a comma inside a list is read as a next kind.
    soorten = {
        werk_in_woorden(bron.opdrachten[code]).partition(", zoals")[0] for code in ruil.opdrachten
    }
    wat = notatie.opsomming(sorted(soorten))
    aantal = notatie.aantal(
        len(ruil.opdrachten), "andere opdracht wacht", "andere opdrachten wachten"
    )
    samen = "samen " if len(ruil.opdrachten) > 1 else ""
    uren = notatie.uren_met_eenheid(ruil.toegekend_honderdste)
    return f"Een ruil: {past.als} als {aantal} ({wat}; {samen}{uren})."
