"""A report as a workbook: a first sheet to read and print, and a sheet for every table.

Owns the layout of the sheets; the native chart is drawn in excel_grafiek.py. Text stays text,
whatever it begins with; numbers are those that the other kinds of file show. Must never hold a
formula. Widths are those of Excel (digits), heights points.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, time
from typing import Any, Final

import xlsxwriter

from sturing.rapport import huisstijl
from sturing.rapport.excel_grafiek import teken
from sturing.rapport.model import (
    Cel,
    Cijfer,
    Grafiek,
    Kolom,
    Kolomsoort,
    Rapport,
    Rij,
    Tabel,
    Zinnen,
)

_OPTIES: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_GETALVORM: Final = {
    Kolomsoort.UREN: "#,##0",
    Kolomsoort.VERSCHIL: "+#,##0;\u2212#,##0;0",
    Kolomsoort.AANTAL: "#,##0",
    Kolomsoort.EURO: '"€" #,##0',
    Kolomsoort.DEKKING: "0%",
}
_KOLOMMEN: Final = 6
"""Columns of the first sheet: together as wide as A4 between its margins."""
_BREED: Final = 15.3
_TEKENS_PER_REGEL: Final = 100
_EERSTE: Final = "Rapport"
_MAANDEN: Final = "Uren per maand"


def schrijf_excel(rapport: Rapport) -> bytes:
    """The workbook; the same report gives the same bytes."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, _OPTIES) as boek:
        boek.set_properties(
            {
                "title": rapport.titel,
                "subject": rapport.zin,
                "author": huisstijl.MERK,
                "created": datetime.combine(rapport.herkomst.dag, time(), UTC).replace(tzinfo=None),
            }
        )
        _Werkboek(boek, rapport).schrijf()
    return uit.getvalue()


class _Werkboek:
    """One workbook while it is written. Formats are made once by what they are."""

    def __init__(self, boek: Any, rapport: Rapport) -> None:
        self.boek = boek
        self.rapport = rapport
        self.namen: set[str] = set()
        self.vormen: dict[tuple[tuple[str, object], ...], Any] = {}

    def vorm(self, **eigen: object) -> Any:
        """A format in the letter of the house."""
        basis = {
            "font_name": huisstijl.LETTER_KANTOOR,
            "font_size": 10,
            "font_color": huisstijl.INK,
            "valign": "top",
        }
        sleutel = tuple(sorted((basis | eigen).items()))
        if sleutel not in self.vormen:
            self.vormen[sleutel] = self.boek.add_format(dict(sleutel))
        return self.vormen[sleutel]

    def blad(self, naam: str, *, liggend: bool = False) -> Any:
        """A new sheet for A4, one page wide, with page numbers and where the figures are from."""
        schoon = re.sub(r"[\[\]:*?/\\']", " ", naam).strip()[:31] or "Blad"
        uniek, nummer = schoon, 2
        while uniek.casefold() in self.namen:
            uniek = f"{schoon[:27]} ({nummer})"
            nummer += 1
        self.namen.add(uniek.casefold())
        vel = self.boek.add_worksheet(uniek)
        vel.set_paper(9)
        if liggend:
            vel.set_landscape()
        vel.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.75)
        vel.fit_to_pages(1, 0)
        vel.hide_gridlines(2)
        kenmerk = f"kenmerk {self.rapport.herkomst.kenmerk}".replace("&", "&&")
        vel.set_footer(f"&L&8Sturing, {kenmerk}&R&8bladzijde &P van &N")
        return vel

    def schrijf(self) -> None:
        vel = self.blad(_EERSTE)
        vel.set_column(0, _KOLOMMEN - 1, _BREED)
        tabellen = [deel for deel in self.rapport.delen if isinstance(deel, Tabel)]
        grafieken = [deel for deel in self.rapport.delen if isinstance(deel, Grafiek)]
        rij = self._hoofd(vel)
        rij = self._cijfers(vel, rij, self.rapport.cijfers)
        for grafiek in grafieken:
            rij = self._grafiek(vel, rij, grafiek)
        for deel in self.rapport.delen:
            if isinstance(deel, Zinnen):
                rij = self._zinnen(vel, rij, deel)
        bladen = [self._tabelblad(tabel) for tabel in (*tabellen, *self.rapport.bijlagen)]
        if bladen:
            wijs = Zinnen(kop="In dit werkboek", zinnen=tuple(bladen), opsomming=True)
            rij = self._zinnen(vel, rij, wijs)
        herkomst = tuple(f"{naam}: {waarde}" for naam, waarde in self.rapport.herkomst.regels)
        waar = Zinnen(
            kop="Waar deze cijfers vandaan komen",
            zinnen=(*herkomst, f"Vingerafdruk: {self.rapport.herkomst.vingerafdruk}"),
        )
        rij = self._zinnen(vel, rij, waar)
        vel.print_area(0, 0, rij, _KOLOMMEN - 1)
        vel.fit_to_pages(1, 1)
        vel.activate()

    def _regel(self, vel: Any, rij: int, tekst: str, vorm: Any, hoogte: float) -> None:
        vel.merge_range(rij, 0, rij, _KOLOMMEN - 1, "", vorm)
        vel.write_string(rij, 0, tekst, vorm)
        vel.set_row(rij, hoogte)

    def _hoofd(self, vel: Any) -> int:
        stil = self.vorm(font_color=huisstijl.INK2)
        herkomst = self.rapport.herkomst
        merk = f"{huisstijl.MERK} · {self.rapport.titel} · {herkomst.periode}"
        self._regel(vel, 0, merk, stil, 16)
        groot = self.vorm(bold=True, font_size=17, text_wrap=True, valign="vcenter")
        regels = -(-len(self.rapport.zin) // 56)
        self._regel(vel, 1, self.rapport.zin, groot, 23 * regels + 8)
        return 3

    def _cijfers(self, vel: Any, rij: int, cijfers: tuple[Cijfer, ...]) -> int:
        if not cijfers:
            return rij
        naam = self.vorm(font_color=huisstijl.INK2, top=1, top_color=huisstijl.EDGE)
        waarde = self.vorm(bold=True, font_size=14)
        stil = self.vorm(font_color=huisstijl.INK2, font_size=9, text_wrap=True)
        for kolom, cijfer in enumerate(cijfers[:_KOLOMMEN]):
            vel.write_string(rij, kolom, cijfer.naam, naam)
            vel.write_string(rij + 1, kolom, cijfer.waarde, waarde)
            vel.write_string(rij + 2, kolom, cijfer.bijschrift, stil)
        vel.set_row(rij + 1, 20)
        vel.set_row(rij + 2, 38)
        return rij + 4

    def _zinnen(self, vel: Any, rij: int, deel: Zinnen) -> int:
        kop = self.vorm(bold=True, font_size=12)
        gewoon = self.vorm(text_wrap=True)
        if deel.kop:
            self._regel(vel, rij, deel.kop, kop, 20)
            rij += 1
        for zin in deel.zinnen:
            tekst = f"–  {zin}" if deel.opsomming else zin
            regels = -(-len(tekst) // _TEKENS_PER_REGEL)
            self._regel(vel, rij, tekst, gewoon, 13.5 * regels + 2)
            rij += 1
        return rij + 1

    def _grafiek(self, vel: Any, rij: int, grafiek: Grafiek) -> int:
        self._regel(vel, rij, grafiek.kop, self.vorm(bold=True, font_size=12), 20)
        self._regel(vel, rij + 1, grafiek.zin, self.vorm(font_color=huisstijl.INK2), 16)
        blad = self._maandblad(grafiek)
        staven = teken(self.boek, grafiek, blad)
        vel.insert_chart(
            rij + 2, 0, staven, {"description": f"{grafiek.kop}. {grafiek.zin}", "y_offset": 2}
        )
        return rij + 13

    def _maandblad(self, grafiek: Grafiek) -> str:
        uren = Kolomsoort.UREN
        koppen = ["Toegekend", "Tekort", "Gevraagd"]
        reeksen = [grafiek.toegekend, grafiek.tekort, grafiek.gevraagd]
        if grafiek.beschikbaar:
            koppen.append("Beschikbaar")
            reeksen.append(grafiek.beschikbaar)
        tabel = Tabel(
            kop=_MAANDEN,
            blad=_MAANDEN,
            uitleg="",
            kolommen=(
                Kolom(kop="Maand"),
                *(Kolom(kop=kop, eenheid="uur", soort=uren, breedte=3) for kop in koppen),
            ),
            rijen=tuple(
                Rij(
                    cellen=(
                        Cel(tekst=maand),
                        *(Cel(tekst=str(reeks[i]), getal=reeks[i]) for reeks in reeksen),
                    )
                )
                for i, maand in enumerate(grafiek.maanden)
            ),
        )
        return self._tabelblad(tabel)

    def _tabelblad(self, tabel: Tabel) -> str:
        """A sheet of its own: heads in the first row, so that it can be sorted and calculated
        with; the explanation stands under it."""
        vel = self.blad(tabel.blad, liggend=sum(k.breedte for k in tabel.kolommen) > 32)
        boven = f"{self.rapport.titel}: {tabel.kop}"[:200].replace("&", "&&")
        vel.set_header(f"&L&8{boven}")
        kop = {"bold": True, "text_wrap": True, "bottom": 1, "bottom_color": huisstijl.EDGE}
        for nummer, kolom in enumerate(tabel.kolommen):
            vel.set_column(nummer, nummer, _breedte(tabel, nummer))
            naam = f"{kolom.kop} ({kolom.eenheid})" if kolom.eenheid else kolom.kop
            vorm = self.vorm(**kop, **_stand(kolom, nummer), valign="bottom")
            vel.write_string(0, nummer, naam, vorm)
        for rij, regel in enumerate(tabel.rijen, start=1):
            for nummer, (kolom, cel) in enumerate(zip(tabel.kolommen, regel.cellen, strict=True)):
                self._cel(vel, rij, nummer, kolom, cel, totaal=regel.totaal)
        eigen = sum(not regel.totaal for regel in tabel.rijen)
        for nummer, kolom in enumerate(tabel.kolommen):
            if kolom.soort is Kolomsoort.DEKKING and eigen:
                balk = {"type": "data_bar", "bar_color": huisstijl.ASKED, "bar_solid": True}
                balk |= {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 1}
                vel.conditional_format(1, nummer, eigen, nummer, balk)
        if tabel.uitleg:
            stil = self.vorm(font_color=huisstijl.INK2)
            vel.write_string(len(tabel.rijen) + 2, 0, tabel.uitleg, stil)
        vel.freeze_panes(1, 0)
        vel.repeat_rows(0)
        if eigen > 1:
            vel.autofilter(0, 0, eigen, len(tabel.kolommen) - 1)
        naam_: str = vel.get_name()
        return naam_

    def _cel(
        self, vel: Any, rij: int, nummer: int, kolom: Kolom, cel: Cel, *, totaal: bool
    ) -> None:
        eigen: dict[str, object] = {"bottom": 1, "bottom_color": huisstijl.LINE}
        if totaal:
            eigen = {"bold": True, "top": 1, "top_color": huisstijl.EDGE}
        if kolom.soort is Kolomsoort.STATUS and cel.tekst in huisstijl.STATUS:
            teken, kleur = huisstijl.STATUS[cel.tekst]
            vel.write_string(
                rij,
                nummer,
                f"{teken} {cel.tekst}",
                self.vorm(**eigen, font_color=kleur, align="left", indent=1),
            )
        elif not cel.tekst:
            vel.write_blank(rij, nummer, None, self.vorm(**eigen))
        elif cel.getal is not None:
            getalvorm = _GETALVORM[kolom.soort]
            vel.write_number(rij, nummer, cel.getal, self.vorm(**eigen, num_format=getalvorm))
        else:
            vel.write_string(rij, nummer, cel.tekst, self.vorm(**eigen, **_stand(kolom, nummer)))


def _stand(kolom: Kolom, nummer: int) -> dict[str, object]:
    """Numbers stand right; texts left, a little off the numbers before them."""
    if kolom.rechts:
        return {"align": "right"}
    return {"align": "left", "indent": 1 if nummer else 0}


def _breedte(tabel: Tabel, nummer: int) -> float:
    """Wide enough for the longest text and for the words of the head, within reason."""
    kolom = tabel.kolommen[nummer]
    langst = max((len(rij.cellen[nummer].tekst) for rij in tabel.rijen), default=0)
    if kolom.soort is Kolomsoort.STATUS:
        langst += 2
    kop = max(len(woord) for woord in (*kolom.kop.split(), "(uur)"))
    return min(max(langst + 2, kop + 4, 8), 48)
