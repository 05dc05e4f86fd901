"""A report and a letter made by hand, with texts that a person could have typed to do harm."""

from __future__ import annotations

from datetime import date

from sturing.rapport.model import (
    Brief,
    Cel,
    Cijfer,
    Grafiek,
    Herkomst,
    Kolom,
    Kolomsoort,
    Rapport,
    Rij,
    Tabel,
    Zinnen,
)

GEMEEN = (
    "=1+1",
    "@SUM(A1)",
    '#strong[vet] #read("pdf.typ")',
    "*ster* _streep_ $x^2$ `code` \\ #",
    '<w:t>& "aanhaling"</w:t>',
    "{{=7*7}} ${7*7} ]]>",
    "https://elders.voorbeeld/",
)
"""A formula, markup of each writer, and an address."""

HERKOMST = Herkomst(
    plan="plan van nu",
    periode="2027, januari t/m december",
    gegevens_tot="31 oktober 2026",
    levering="3 van 16-11-2026",
    methode="strikt",
    vingerafdruk="a30ff9caf7d8",
    kenmerk="a30f f9ca",
    dag=date(2026, 10, 31),
)


def _rij(plaats: int, naam: str, gevraagd: int, toegekend: int, status: str) -> Rij:
    pct = round(100 * toegekend / gevraagd)
    return Rij(
        cellen=(
            Cel(tekst=str(plaats), getal=plaats),
            Cel(tekst=naam),
            Cel(tekst=f"{gevraagd:,}".replace(",", "."), getal=gevraagd),
            Cel(tekst=f"{pct}%", getal=pct / 100),
            Cel(tekst=status),
        )
    )


STATUSSEN = ("haalbaar", "onder druk", "niet haalbaar")
TABEL = Tabel(
    kop="Opdrachten, 2027",
    blad="Opdrachten",
    uitleg="§ is een wettelijke taak.",
    kolommen=(
        Kolom(kop="Plaats", soort=Kolomsoort.AANTAL),
        Kolom(kop="Opdracht", breedte=9),
        Kolom(kop="Gevraagd", eenheid="uur", soort=Kolomsoort.UREN),
        Kolom(kop="Dekking", soort=Kolomsoort.DEKKING),
        Kolom(kop="Status", soort=Kolomsoort.STATUS),
    ),
    rijen=(
        *(
            _rij(n, naam, 1_250 * n, 1_250 * n - 300, STATUSSEN[n % 3])
            for n, naam in enumerate(GEMEEN, start=1)
        ),
        Rij(
            cellen=(
                Cel(tekst=""),
                Cel(tekst="Samen"),
                Cel(tekst="35.000", getal=35_000),
                Cel(tekst="94%", getal=0.94),
                Cel(tekst=""),
            ),
            totaal=True,
        ),
    ),
)
GRAFIEK = Grafiek(
    kop="Uren per maand, 2027",
    zin="In februari 2027 is het tekort het grootst: 40 uur van de 160 gevraagd.",
    maanden=("jan", "feb"),
    gevraagd=(100, 160),
    toegekend=(100, 120),
    tekort=(0, 40),
    beschikbaar=(110, 120),
)
RAPPORT = Rapport(
    naam="directie",
    titel="Directie: de hele organisatie",
    zin="1 van de 7 opdrachten is niet haalbaar, door Team Een.",
    herkomst=HERKOMST,
    cijfers=(Cijfer(naam="Gevraagd", waarde="35.000 uur", bijschrift="104% van beschikbaar"),),
    delen=(
        GRAFIEK,
        TABEL,
        Zinnen(
            kop="Wat er tekortkomt en waarom",
            zinnen=("Team Één komt 300 uur tekort, in jan–mrt.", GEMEEN[2]),
            opsomming=True,
        ),
    ),
)
BRIEF = Brief(
    naam="brief-dorpsplein",
    aan="Wethouder duurzaamheid",
    onderwerp="Voor Dorpsplein is in 2027 niet genoeg plaats",
    aanhef="Beste lezer,",
    delen=(
        Zinnen(kop="", zinnen=(f"U vroeg om ‘{GEMEEN[3]}’.",)),
        Zinnen(kop="Wat zou dat veranderen?", zinnen=("Een hogere plaats.",), opsomming=True),
    ),
    groet="Met vriendelijke groet,",
    herkomst=HERKOMST,
)
