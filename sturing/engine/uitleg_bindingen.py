"""Which resources bind an opdracht, and who stands above it there (rekenmodel section 7).

`strikt` and `alles of niets`: every resource with less left than asked. `samenhangend`: per month
the resource with the smallest left/asked, all when equal. The euros of a year are one of the
resources of every month of that year; they are named whenever they fall short, for they are
granted by themselves. Hours are hundredths, euros cents.
"""

from __future__ import annotations

from collections import defaultdict

from sturing.domain.keuzes import Methode
from sturing.domain.tijd import Maand
from sturing.engine.spreiding import grootste_rest
from sturing.engine.uitleg_vormen import Geldbinding, Urenbinding, Voorganger
from sturing.engine.uitleg_zicht import Zicht
from sturing.engine.vraag import Int


def bindingen(zicht: Zicht) -> tuple[tuple[Urenbinding, ...], tuple[Geldbinding, ...]]:
    """The binding resources: by team and month, and by programme and year."""
    model = zicht.verdeling.model
    gebonden, maanden = _gebonden(zicht)
    uren = []
    for kolom in gebonden:
        team, maand = divmod(int(zicht.bron[kolom]), len(model.maanden))
        gevraagd, over = int(zicht.gevraagd[kolom]), int(zicht.over[zicht.bron[kolom]])
        uren.append(
            Urenbinding(
                team=model.teams[team],
                maand=model.maanden[maand],
                gevraagd=gevraagd,
                over=over,
                voorgangers=_voorgangers(zicht, zicht.uren_boven[:, kolom], gevraagd - over),
            )
        )
    euros = []
    for kolom, pot in enumerate(zicht.pot.tolist()):
        gevraagd, over = int(zicht.cent[kolom]), int(zicht.pot_over[pot])
        if over >= gevraagd:
            continue
        programma, jaar = model.budgetten[pot]
        euros.append(
            Geldbinding(
                programma=programma,
                jaar=jaar,
                gevraagd=gevraagd,
                over=over,
                voorgangers=_voorgangers(zicht, zicht.cent_boven[:, kolom], gevraagd - over),
                maanden=tuple(maanden.get(kolom, ())),
            )
        )
    return tuple(uren), tuple(euros)


def _gebonden(zicht: Zicht) -> tuple[list[int], dict[int, list[Maand]]]:
    """The binding columns of hours, and per column of euros the months it holds down."""
    over = zicht.over[zicht.bron]
    krap = [k for k in range(len(zicht.bron)) if int(over[k]) < int(zicht.gevraagd[k])]
    if zicht.verdeling.methode is not Methode.SAMENHANGEND:
        return krap, {}
    model = zicht.verdeling.model
    aantal = len(model.maanden)
    per_maand: dict[int, list[tuple[int, int, int, bool]]] = defaultdict(list)
    for kolom in krap:
        maand = int(zicht.bron[kolom]) % aantal
        per_maand[maand].append((int(over[kolom]), int(zicht.gevraagd[kolom]), kolom, False))
    gevraagde_maanden = {int(bron) % aantal for bron in zicht.bron}
    for kolom, pot in enumerate(zicht.pot.tolist()):
        rest, vraagt = int(zicht.pot_over[pot]), int(zicht.cent[kolom])
        if rest < vraagt:
            for maand in gevraagde_maanden:
                if model.maanden[maand].jaar == model.budgetten[pot][1]:
                    per_maand[maand].append((rest, vraagt, kolom, True))
    uren: list[int] = []
    euros: dict[int, list[Maand]] = defaultdict(list)
    for maand in sorted(per_maand):
        for rest, vraagt, kolom, is_geld in per_maand[maand]:
            if any(r * vraagt < rest * v for r, v, _, _ in per_maand[maand]):
                continue
            if is_geld:
                euros[kolom].append(model.maanden[maand])
            else:
                uren.append(kolom)
    return sorted(uren), euros


def _voorgangers(zicht: Zicht, gekregen: Int, tekort: int) -> tuple[Voorganger, ...]:
    """Parts of the shortfall in proportion to what they hold; ties to the higher place."""
    houders = [(plek, int(deel)) for plek, deel in enumerate(gekregen.tolist()) if deel]
    if not houders:
        return ()
    delen = grootste_rest(tekort, [deel for _, deel in houders])
    volgorde = zicht.verdeling.volgorde
    return tuple(
        Voorganger(opdracht=volgorde[plek], plaats=plek + 1, toegekend=heeft, aandeel=aandeel)
        for (plek, heeft), aandeel in zip(houders, delen, strict=True)
    )
