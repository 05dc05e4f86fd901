"""The report of one opdrachtgever and of one portefeuillehouder: the opdrachten of that person.

Owns the sentence on top and which parts stand in it. Of an opdrachtgever those count on which this
person is eindverantwoordelijk, of a portefeuillehouder those on which this person is named first;
the others stand beside, outside the sum (rekenmodel section 5).
"""

from __future__ import annotations

from collections.abc import Sequence

from sturing.domain.keuzes import Status
from sturing.domain.werk import Opdracht
from sturing.engine.effecten import Dimensie, Effectregel
from sturing.rapport.model import Deel, Rapport, Soort, Tabel, Zinnen
from sturing.services import notatie
from sturing.services.rapportbron import Bron, maandgrafiek
from sturing.services.rapportrecht import (
    mede_van,
    namens_ander,
    van_opdrachtgever,
    van_portefeuillehouder,
)
from sturing.services.rapporttabel import cijfers, geldcijfer, knelpunten, tabellen
from sturing.services.rapportverschil import verschildelen
from sturing.services.rapportzinnen import bestandsnaam, standzin


def rapport_opdrachtgever(bron: Bron, persoon: str) -> Rapport:
    """Of the opdrachten of this opdrachtgever, and those that somebody delegated to this person."""
    namen = bron.basis.namen
    eigen = van_opdrachtgever(bron.basis, persoon)
    rijen = bron.hele_rijen({o.opdracht for o in eigen})
    namens = bron.hele_rijen({o.opdracht for o in namens_ander(bron.basis, persoon)})
    naam = namen.persoon(persoon)
    zin = standzin(bron, f"van {naam}", rijen)
    if namens:
        aantal = notatie.aantal(len(namens), "opdracht", "opdrachten")
        zin += f" Namens een ander stuurt {naam} op {aantal}."
    ernaast: list[Deel] = []
    bijlagen: tuple[Tabel, ...] = ()
    if namens:
        tabel, bijlagen = tabellen(
            bron,
            "Gedelegeerd: sturen namens een ander",
            namens,
            blad="Gedelegeerd",
            uitleg="Deze opdrachten tellen bij hun eigen opdrachtgever, niet hierboven.",
            gever=True,
        )
        ernaast = [tabel]
    return _rapport(
        bron,
        soort=Soort.OPDRACHTGEVER,
        naam=naam,
        zin=zin,
        eigen=eigen,
        effect=bron.effect(Dimensie.OPDRACHTGEVER, persoon),
        ernaast=ernaast,
        bijlagen=bijlagen,
    )


def rapport_portefeuillehouder(bron: Bron, persoon: str) -> Rapport:
    """Of the opdrachten on which this portefeuillehouder is named first."""
    naam = bron.basis.namen.persoon(persoon)
    eigen = van_portefeuillehouder(bron.basis, persoon)
    mede = bron.hele_rijen({o.opdracht for o in mede_van(bron.basis, persoon)})
    ernaast: list[Deel] = []
    bijlagen: tuple[Tabel, ...] = ()
    if mede:
        tabel, bijlagen = tabellen(
            bron,
            "Ook betrokken bij",
            mede,
            blad="Ook betrokken",
            uitleg="Deze opdrachten tellen bij de eerst genoemde portefeuillehouder, niet "
            "hierboven.",
            gever=True,
        )
        ernaast = [tabel]
    return _rapport(
        bron,
        soort=Soort.PORTEFEUILLEHOUDER,
        naam=naam,
        zin=standzin(bron, f"van {naam}", bron.hele_rijen({o.opdracht for o in eigen})),
        eigen=eigen,
        effect=bron.effect(Dimensie.PORTEFEUILLEHOUDER, persoon),
        ernaast=ernaast,
        bijlagen=bijlagen,
    )


def _rapport(
    bron: Bron,
    *,
    soort: Soort,
    naam: str,
    zin: str,
    eigen: Sequence[Opdracht],
    effect: Effectregel | None,
    ernaast: Sequence[Deel],
    bijlagen: tuple[Tabel, ...],
) -> Rapport:
    codes = {o.opdracht for o in eigen}
    rijen = bron.hele_rijen(codes)
    cellen = bron.cellen_van(codes)
    delen: list[Deel] = []
    if cellen:
        delen.append(maandgrafiek(bron, cellen))
    alles: tuple[Tabel, ...] = ()
    if rijen:
        tabel, alles = tabellen(
            bron, f"Opdrachten, {bron.jaar}", rijen, gever=soort is Soort.PORTEFEUILLEHOUDER
        )
        delen += [tabel, knelpunten(bron, cellen, rijen)]
    delen += [*ernaast, *_geparkeerd(eigen), *verschildelen(bron.vergelijking, codes)]
    gevraagd = effect.gevraagd_honderdste if effect else 0
    toegekend = effect.toegekend_honderdste if effect else 0
    return Rapport(
        naam=bestandsnaam(soort, naam),
        titel=f"{soort.value.capitalize()} {naam}",
        zin=zin,
        herkomst=bron.herkomst,
        cijfers=(*cijfers(rijen, gevraagd, toegekend), *geldcijfer(effect)),
        delen=tuple(delen),
        bijlagen=(*alles, *bijlagen),
    )


def _geparkeerd(eigen: Sequence[Opdracht]) -> list[Deel]:
    namen = [o.kort for o in eigen if o.status is Status.PARKEERPLAATS]
    if not namen:
        return []
    aantal = notatie.aantal(len(namen), "opdracht staat", "opdrachten staan")
    vraagt = "vraagt" if len(namen) == 1 else "vragen"
    zin = f"{aantal} op de parkeerplaats en {vraagt} nu geen uren: {notatie.opsomming(namen)}."
    return [Zinnen(kop="Geparkeerd", zinnen=(zin,))]
