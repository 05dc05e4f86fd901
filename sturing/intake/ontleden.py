"""Sheets of cells -> rows of typed values with the address of every cell.

Owns: which rows are read, skipped or doubted, and required cells. Must never compare two rows.
Values are as levering.Rij stores them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import cast

from sturing.domain.bevinding import Bevinding, Ernst
from sturing.domain.levering import Waarde
from sturing.intake.cellen import Cel, Celsoort, adres
from sturing.intake.celuitkomst import Gelezen, toegestaan
from sturing.intake.celwaarden import lees_cel
from sturing.intake.codes import REGISTER, Code
from sturing.intake.koppen import HerkendBlad, Kop
from sturing.intake.melding import meld, waarde_tekst
from sturing.intake.regel import Regel as Regel
from sturing.intake.regel import Tabel as Tabel
from sturing.intake.regel import Twijfel
from sturing.intake.schema import Soort

_GETALSOORTEN = (Soort.GEHEEL, Soort.DECIMAAL, Soort.UREN, Soort.EURO, Soort.PERCENTAGE)
_TOTAAL = ("totaal", "subtotaal", "eindtotaal")
_ONGELEZEN = ""
"""Instead of the field of a cell in a column that is not read."""


def ontleed(
    bestand: str, nummer: int, herkend: HerkendBlad, kop: Kop
) -> tuple[Tabel, list[Regel], list[Bevinding]]:
    """The rows under the header and everything that is wrong with their own cells."""
    tabel = Tabel(
        bestand=bestand,
        nummer=nummer,
        blad=herkend.blad,
        plek={kolom.veld: kop.plek(kolomnr) for kolomnr, kolom in kop.kolommen.items()},
        naam=herkend.naam or herkend.blad.naam,
        kenmerk=herkend.kenmerk,
    )
    lezing = _Lezing(tabel, kop, fout_lijkt_leeg=herkend.werkblad.fout_lijkt_leeg)
    for rij, cellen in herkend.werkblad.rijen:
        if rij > kop.rij:
            lezing.rij(rij, cellen)
    return tabel, lezing.regels, [*lezing.zonder_kop.values(), *lezing.bevindingen]


class _Lezing:
    """Reading of one table; remembers cells it has read before, because codes come back."""

    def __init__(self, tabel: Tabel, kop: Kop, *, fout_lijkt_leeg: bool) -> None:
        self.tabel = tabel
        self.kop = kop
        self.regels: list[Regel] = []
        self.bevindingen: list[Bevinding] = []
        self.zonder_kop: dict[int, Bevinding] = {}
        self._sleutelplekken = {nummer for nummer, kolom in kop.kolommen.items() if kolom.sleutel}
        self._fout_lijkt_leeg = fout_lijkt_leeg
        self._gelezen: dict[tuple[int, Celsoort, object], Gelezen] = {}
        self._per_cel: dict[int, tuple[str, Gelezen]] = {}
        """The same by identity: readers share equal cells, and looking up a value costs more."""
        self._gewoon: dict[int, tuple[str, Waarde]] = {}
        """By identity: field and value of cells of which there is nothing to be said."""
        self._verplicht = tuple(kolom.veld for kolom in tabel.blad.verplicht)
        self._kan_gewoon = not fout_lijkt_leeg and any(k.sleutel for k in tabel.blad.verplicht)
        self._leeg: dict[str, Waarde] = dict.fromkeys(tabel.plek)

    def rij(self, rij: int, cellen: Iterable[Cel]) -> None:
        """Read one row, or skip it with a notice."""
        if not self._kan_gewoon or not self._gewone_rij(rij, cellen):
            self._rij(rij, cellen)

    def _gewone_rij(self, rij: int, cellen: Iterable[Cel]) -> bool:
        """Read a row that is filled as required, of cells of which there is nothing to be said.

        With every required field it has a cell in a column of the key, so it is not skipped.
        """
        gewoon = self._gewoon
        paren = [gewoon.get(id(cel)) or self._als_gewoon(cel) for cel in cellen]
        if None in paren:
            return False
        waarden = self._leeg.copy()
        waarden.update(cast(list[tuple[str, Waarde]], paren))
        waarden.pop(_ONGELEZEN, None)
        if None in map(waarden.get, self._verplicht):
            return False
        self.regels.append(Regel(tabel=self.tabel, rij=rij, waarden=waarden))
        return True

    def _als_gewoon(self, cel: Cel) -> tuple[str, Waarde] | None:
        """Field and value of a filled cell without a fault; None of any other, or of a total."""
        if cel.soort is Celsoort.TEKST:
            tekst = cast(str, cel.waarde)
            if not tekst.strip() or _is_totaalwoord(tekst):
                return None
        bekend = self._lees(cel)
        if bekend is None:
            if cel.kolom not in self.kop.gekopt:
                return None
            paar: tuple[str, Waarde] = (_ONGELEZEN, None)
        elif bekend[1].gebreken:
            return None
        else:
            paar = (bekend[0], bekend[1].waarde)
        self._gewoon[id(cel)] = paar
        return paar

    def _rij(self, rij: int, cellen: Iterable[Cel]) -> None:
        """Read any row, or skip it."""
        gevuld = [
            cel
            for cel in cellen
            if cel.soort is not Celsoort.TEKST or cast(str, cel.waarde).strip()
        ]
        if not gevuld:
            return
        totaal = is_totaal(gevuld[0])
        if not any(cel.kolom in self._sleutelplekken for cel in gevuld):
            self._sla_over(rij, gevuld[0], totaal=totaal)
            return
        regel, bevindingen = self._regel(rij, gevuld)
        if not totaal:
            self.regels.append(regel)
            self.bevindingen += bevindingen
        elif gevuld[0].kolom in self._sleutelplekken or regel.sleutel is None:
            self._sla_over(rij, gevuld[0], totaal=True)
        else:
            regel.twijfel = Twijfel(
                bevindingen=tuple(bevindingen),
                overgeslagen=self._totaal(Code.RIJ_TOTAAL, rij, gevuld[0]),
                gelezen=self._totaal(Code.RIJ_TOTAAL_MET_SLEUTEL, rij, gevuld[0]),
            )
            self.regels.append(regel)

    def _regel(self, rij: int, gevuld: list[Cel]) -> tuple[Regel, list[Bevinding]]:
        waarden: dict[str, Waarde] = dict.fromkeys(self.tabel.plek)
        regel = Regel(tabel=self.tabel, rij=rij, waarden=waarden)
        bevindingen: list[Bevinding] = []
        for cel in gevuld:
            bekend = self._per_cel.get(id(cel)) or self._lees(cel)
            if bekend is None:
                self._let_op_kop(cel)
                continue
            veld, gelezen = bekend
            if not gelezen.gebreken:
                waarden[veld] = gelezen.waarde
                continue
            ernstig = any(REGISTER[g.code].ernst is Ernst.FOUT for g in gelezen.gebreken)
            if ernstig:
                regel.fout.add(veld)
            else:
                waarden[veld] = gelezen.waarde
            bevindingen += (
                meld(
                    gebrek.code,
                    gebrek.wat,
                    gebrek.mag,
                    bestand=self.tabel.bestand,
                    blad=self.tabel.naam,
                    cel=adres(rij, self.kop.plek(cel.kolom)),
                    waarde=waarde_tekst(cel.waarde),
                )
                for gebrek in gelezen.gebreken
            )
        for kolom in self.tabel.blad.verplicht:
            if waarden[kolom.veld] is None and kolom.veld not in regel.fout:
                regel.fout.add(kolom.veld)
                bevindingen.append(
                    regel.meld(
                        Code.VERPLICHT_LEEG,
                        f"kolom '{kolom.kolom}' moet gevuld zijn.",
                        toegestaan(kolom),
                        kolom.veld,
                    )
                )
        if self._fout_lijkt_leeg:
            bevindingen += self._leeg_of_fout(regel)
        return regel, bevindingen

    def _leeg_of_fout(self, regel: Regel) -> Iterator[Bevinding]:
        """Empty number cells of a file in which a cell with an error looks empty as well."""
        for veld in self.tabel.plek:
            kolom = self.tabel.blad.per_veld[veld]
            if (
                kolom.soort in _GETALSOORTEN
                and regel.waarden[veld] is None
                and (veld not in regel.fout)
            ):
                yield regel.meld(
                    Code.CEL_LEEG_OF_FOUT,
                    f"de cel in kolom '{kolom.kolom}' is leeg, of er staat een fout in. "
                    "Dat vertelt dit bestand niet.",
                    "Moet er een getal staan? Vul het dan in. Anders hoeft u niets te doen.",
                    veld,
                )

    def _lees(self, cel: Cel) -> tuple[str, Gelezen] | None:
        """Field and value of a cell; None in a column that is not read."""
        kolom = self.kop.kolommen.get(cel.kolom)
        if kolom is None:
            return None
        sleutel = (cel.kolom, cel.soort, cel.waarde)
        gelezen = self._gelezen.get(sleutel)
        if gelezen is None:
            met_procent = cel.kolom in self.kop.met_procent
            gelezen = lees_cel(kolom, cel, procent_in_kop=met_procent)
            self._gelezen[sleutel] = gelezen
        self._per_cel[id(cel)] = (kolom.veld, gelezen)
        return self._per_cel[id(cel)]

    def _sla_over(self, rij: int, cel: Cel, *, totaal: bool) -> None:
        if totaal:
            self.bevindingen.append(self._totaal(Code.RIJ_TOTAAL, rij, cel))
            return
        eerste = self.tabel.plek[self.tabel.blad.sleutel[0]]
        namen = [k.kolom for k in self.tabel.blad.kolommen if k.sleutel and k.verplicht]
        self.bevindingen.append(
            meld(
                Code.RIJ_ZONDER_SLEUTEL,
                f"deze rij heeft geen waarde in {' en '.join(namen)}. Wij slaan hem over.",
                "Moet de rij meedoen? Vul hem dan aan.",
                bestand=self.tabel.bestand,
                blad=self.tabel.naam,
                cel=adres(rij, eerste),
                waarde=waarde_tekst(cel.waarde),
            )
        )

    def _totaal(self, code: Code, rij: int, cel: Cel) -> Bevinding:
        tekst = waarde_tekst(cel.waarde).strip()
        if code is Code.RIJ_TOTAAL:
            wat, mag = "Wij slaan hem over.", "U hoeft niets te doen."
        else:
            wat = "Hij heeft een geldige sleutel, daarom lezen wij hem als gewone rij."
            mag = "Is het een totaal? Haal de rij dan weg."
        return meld(
            code,
            f"deze rij begint met '{tekst}'. {wat}",
            mag,
            bestand=self.tabel.bestand,
            blad=self.tabel.naam,
            cel=adres(rij, self.kop.plek(cel.kolom)),
            waarde=tekst,
        )

    def _let_op_kop(self, cel: Cel) -> None:
        if cel.kolom not in self.kop.gekopt and cel.kolom not in self.zonder_kop:
            self.zonder_kop[cel.kolom] = meld(
                Code.KOLOM_ZONDER_KOP,
                "boven deze kolom staat geen naam. Wij slaan hem over.",
                "Moet de kolom meedoen? Zet er dan een naam boven.",
                bestand=self.tabel.bestand,
                blad=self.tabel.naam,
                cel=adres(self.kop.rij, self.kop.plek(cel.kolom)),
                waarde=waarde_tekst(cel.waarde),
            )


def is_totaal(cel: Cel) -> bool:
    """Does a row that begins with this cell hold a total?"""
    return cel.soort is Celsoort.TEKST and _is_totaalwoord(cast(str, cel.waarde))


@lru_cache(maxsize=4096)
def _is_totaalwoord(tekst: str) -> bool:
    return tekst.strip().rstrip(":").rstrip().casefold() in _TOTAAL
