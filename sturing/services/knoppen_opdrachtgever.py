"""The knobs of the ambtelijk opdrachtgever: naming and delegating, with start, end and reason."""

from __future__ import annotations

from sturing.domain import wijziging as w
from sturing.domain.wijziging import Wijziging
from sturing.engine.oude_waarde import met_oude_waarde
from sturing.services import knopinvoer as lees
from sturing.services import notatie
from sturing.services.knopdeel import Gelezen, Knopdeel
from sturing.services.knopformulieren import (
    keuzeveld,
    opdracht_veld,
    tekstveld,
)
from sturing.services.knopinvoer import Invoer, VeldError
from sturing.services.knopstand import Knopstand
from sturing.services.knopvelden import Knop, Veld


def _lees_benoeming(stand: Knopstand, invoer: Invoer, *, delegatie: bool) -> Gelezen:
    opdracht, persoon = stand.kies_opdracht(invoer), stand.kies_persoon(invoer)
    van = lees.dag(invoer, "van", "de begindatum")
    tot = lees.dag(invoer, "tot", "de einddatum", einde=True)
    if van and tot and tot < van:
        raise VeldError("tot", "De einddatum ligt voor de begindatum.", "Kies een latere dag.")
    if delegatie and persoon == opdracht.opdrachtgever:
        raise VeldError("persoon", "Dit is de opdrachtgever zelf.", "Kies iemand anders.")
    kaal = w.Opdrachtgeverschap(
        opdracht=opdracht.opdracht,
        delegatie=delegatie,
        nieuw=persoon,
        van=van,
        tot=tot,
        reden=lees.reden(invoer),
    )
    dagen = [
        f"{woord} {notatie.datum_zin(dag)}"
        for woord, dag in (("vanaf", van), ("tot en met", tot))
        if dag is not None
    ]
    return Gelezen(
        wijziging=met_oude_waarde(stand.na.stand, kaal),
        begrepen=(f"{stand.namen.persoon(persoon)} {' '.join(dagen)}".strip(),),
    )


def _lees_opdrachtgever(stand: Knopstand, invoer: Invoer) -> Gelezen:
    return _lees_benoeming(stand, invoer, delegatie=False)


def _lees_delegatie(stand: Knopstand, invoer: Invoer) -> Gelezen:
    return _lees_benoeming(stand, invoer, delegatie=True)


def _velden_persoon(stand: Knopstand, invoer: Invoer) -> tuple[Veld, ...]:
    eerste = lees.schrijf_dag(stand.na.horizon.van.eerste_dag)
    return (
        opdracht_veld(stand.opdracht_keuzes(), invoer),
        keuzeveld(invoer, "persoon", "Wie", stand.personen),
        tekstveld(invoer, "van", "Vanaf", "Een dag als 1-4-2027.", eerste),
        tekstveld(invoer, "tot", "Tot en met (mag leeg)", "Leeg: zonder einde."),
        tekstveld(invoer, "reden", "Reden", "Een ander leest dit later terug."),
    )


def _terug_persoon(wijziging: Wijziging) -> Invoer:
    if not isinstance(wijziging, w.Opdrachtgeverschap):
        return {}
    return {
        "opdracht": wijziging.opdracht,
        "persoon": wijziging.nieuw or "",
        "van": lees.schrijf_dag(wijziging.van),
        "tot": lees.schrijf_dag(wijziging.tot),
        "reden": wijziging.reden,
    }


DELEN = {
    Knop.OPDRACHTGEVER: Knopdeel(
        titel="Opdrachtgever",
        uitleg="Wie eindverantwoordelijk is voor de opdracht.",
        velden=_velden_persoon,
        lees=_lees_opdrachtgever,
        terug=_terug_persoon,
    ),
    Knop.DELEGATIE: Knopdeel(
        titel="Delegatie",
        uitleg="De opdrachtgever blijft eindverantwoordelijk; een ander stuurt namens hem.",
        velden=_velden_persoon,
        lees=_lees_delegatie,
        terug=_terug_persoon,
    ),
}
"""Who is responsible, and who acts for him."""
