"""A report or letter as a Word document: headings, plain tables with a head, charts as pictures.

Owns the text of the document; `word_pakket.py` puts the file around it. What a person wrote is
escaped and never markup. Widths are twentieths of a point; A4 leaves 9866 between its margins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sturing.rapport import huisstijl
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
from sturing.rapport.pdf import teken_grafiek
from sturing.rapport.regelval import LIJM, bijeen
from sturing.rapport.word_pakket import kleur, pakket, tekst

_BREED: Final = 9866
_VAST: Final = {Kolomsoort.STATUS: 1260, Kolomsoort.DEKKING: 740}
_GRAFIEK_EMU: Final = (6264000, 1352455)
"""174 mm wide in the units of a drawing, 36,000 to a millimetre; high as the picture is."""


def schrijf_word(rapport: Rapport) -> bytes:
    """The document of a report."""
    beelden: dict[str, bytes] = {}
    delen = [
        _titelregel(f"{rapport.titel} · {rapport.herkomst.periode}"),
        _alinea(rapport.zin, stijl="Heading1"),
        _cijfers(rapport.cijfers),
    ]
    for nummer, deel in enumerate(rapport.delen):
        laatste = nummer == len(rapport.delen) - 1
        match deel:
            case Grafiek():
                naam = f"rId{10 + len(beelden)}"
                beelden[naam] = teken_grafiek(deel, rapport.herkomst)
                delen.append(_grafiek(deel, naam, len(beelden)))
            case Tabel():
                delen.append(_tabel(deel))
            case Zinnen():
                delen.append(_zinnen(deel, bij_volgende=laatste))
    delen.append(_herkomst(rapport.herkomst))
    return _bestand(delen, rapport.titel, rapport.zin, rapport.herkomst, beelden)


def schrijf_briefword(brief: Brief) -> bytes:
    """The document of a letter."""
    delen = [
        _titelregel(),
        _alinea("", stijl="Brieftekst"),
        _alinea(f"Aan {brief.aan}", stijl="Brieftekst"),
        _alinea(brief.onderwerp, stijl="Heading1"),
        _alinea(brief.aanhef, stijl="Brieftekst"),
        *(_zinnen(deel, stijl="Brieftekst") for deel in brief.delen),
        _alinea(brief.groet, stijl="Brieftekst"),
    ]
    return _bestand(delen, brief.onderwerp, brief.onderwerp, brief.herkomst, {})


def _bestand(
    delen: Iterable[str], titel: str, zin: str, herkomst: Herkomst, beelden: dict[str, bytes]
) -> bytes:
    return pakket(
        inhoud="".join(delen),
        voettekst=f"Gegevens tot en met {herkomst.gegevens_tot} · levering {herkomst.levering} · "
        f"kenmerk {herkomst.kenmerk}",
        titel=titel,
        zin=zin,
        dag=herkomst.dag,
        beelden=beelden,
    )


def _loop(waarde: str, *, vet: bool = False, kleur_: str = "", grootte: int = 0) -> str:
    """A run of text; `grootte` in half points, 0 is that of the style."""
    opmaak = "<w:b/>" if vet else ""
    opmaak += f'<w:color w:val="{kleur(kleur_)}"/>' if kleur_ else ""
    opmaak += f'<w:sz w:val="{grootte}"/>' if grootte else ""
    stukken = (
        # Word knows no word joiner: it would show it.
        f'<w:t xml:space="preserve">{tekst(stuk.replace(LIJM, ""))}</w:t>'
        for stuk in bijeen(waarde).split(f"-{LIJM}")
    )
    return f"<w:r><w:rPr>{opmaak}</w:rPr>{'<w:noBreakHyphen/>'.join(stukken)}</w:r>"


def _titelregel(titel: str = "") -> str:
    """The mark, and at the right what it is of."""
    tab = f"<w:r><w:tab/></w:r>{_loop(titel)}" if titel else ""
    merk = _loop(huisstijl.MERK, vet=True, kleur_=huisstijl.INK, grootte=22)
    return _alinea("", stijl="Titelregel", loop=merk + tab)


def _alinea(
    waarde: str,
    *,
    stijl: str = "",
    rechts: bool = False,
    loop: str = "",
    bij_volgende: bool = False,
) -> str:
    """One paragraph; `bij_volgende` keeps it on one page with the next."""
    opmaak = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    opmaak += "<w:keepNext/>" if bij_volgende else ""
    opmaak += '<w:jc w:val="right"/>' if rechts else ""
    return f"<w:p><w:pPr>{opmaak}</w:pPr>{loop or _loop(waarde)}</w:p>"


def _zinnen(deel: Zinnen, stijl: str = "", *, bij_volgende: bool = False) -> str:
    kop = _alinea(deel.kop, stijl="Heading2") if deel.kop else ""
    if not deel.opsomming:
        return kop + "".join(
            _alinea(zin, stijl=stijl, bij_volgende=bij_volgende) for zin in deel.zinnen
        )
    streep = "<w:r><w:t>–</w:t></w:r><w:r><w:tab/></w:r>"
    grootte = 22 if stijl else 0
    return kop + "".join(
        _alinea(
            "",
            stijl="Streep",
            loop=streep + _loop(zin, grootte=grootte),
            bij_volgende=bij_volgende,
        )
        for zin in deel.zinnen
    )


def _herkomst(herkomst: Herkomst) -> str:
    regels = "\u00a0· ".join(f"{naam}: {waarde}" for naam, waarde in herkomst.regels)
    return (
        _alinea("Waar deze cijfers vandaan komen", stijl="Heading2")
        + _alinea(regels, stijl="Stil")
        + _alinea(f"Vingerafdruk: {herkomst.vingerafdruk}", stijl="Stil")
    )


def _cijfers(cijfers: Sequence[Cijfer]) -> str:
    """The figures beside each other: a table of one row, each cell read as a whole."""
    if not cijfers:
        return ""
    breed = _BREED // len(cijfers)
    rand = f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{kleur(huisstijl.EDGE)}"/>'
    cellen = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{breed}" w:type="dxa"/><w:tcBorders>{rand}</w:tcBorders>'
        f"</w:tcPr>{_alinea(c.naam, stijl='Stil')}"
        f"{_alinea('', stijl='Cel', loop=_loop(c.waarde, vet=True, grootte=26))}"
        f"{_alinea(c.bijschrift, stijl='Stil')}</w:tc>"
        for c in cijfers
    )
    return _tabelkader("Kerncijfers", "", [breed] * len(cijfers)) + (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cellen}</w:tr></w:tbl>"
    )


def _grafiek(deel: Grafiek, relatie: str, nummer: int) -> str:
    breed, hoog = _GRAFIEK_EMU
    alt = tekst(f"{deel.kop}. {deel.zin}")
    tekening = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{breed}" cy="{hoog}"/>'
        f'<wp:docPr id="{nummer}" name="Grafiek {nummer}" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{nummer}" name="Grafiek {nummer}" descr="{alt}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relatie}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{breed}" cy="{hoog}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    return (
        _alinea(deel.kop, stijl="Heading2")
        + _alinea(deel.zin, stijl="Stil")
        + _alinea("", loop=f"<w:r>{tekening}</w:r>")
    )


def _tabel(tabel: Tabel) -> str:
    breedten = _breedten(tabel)
    kop = "".join(
        _vak(
            breed,
            _alinea(
                "",
                stijl="Cel",
                rechts=k.rechts,
                loop=_loop(k.kop, kleur_=huisstijl.INK2, grootte=16)
                + (
                    f"<w:r><w:br/></w:r>{_loop(k.eenheid, kleur_=huisstijl.INK2, grootte=16)}"
                    if k.eenheid
                    else ""
                ),
            ),
            f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{kleur(huisstijl.EDGE)}"/>',
        )
        for k, breed in zip(tabel.kolommen, breedten, strict=True)
    )
    rijen = "".join(_rij(tabel.kolommen, rij, breedten) for rij in tabel.rijen)
    uitleg = _alinea(tabel.uitleg, stijl="Stil") if tabel.uitleg else ""
    return (
        f"{_alinea(tabel.kop, stijl='Heading2')}{uitleg}"
        f"{_tabelkader(tabel.kop, tabel.uitleg, breedten)}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{kop}</w:tr>{rijen}</w:tbl>"
    )


def _tabelkader(naam: str, uitleg: str, breedten: Sequence[int]) -> str:
    raster = "".join(f'<w:gridCol w:w="{breed}"/>' for breed in breedten)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(breedten)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstRow="1"/>'
        f'<w:tblCaption w:val="{tekst(naam)}"/><w:tblDescription w:val="{tekst(uitleg)}"/>'
        f"</w:tblPr><w:tblGrid>{raster}</w:tblGrid>"
    )


def _rij(kolommen: Sequence[Kolom], rij: Rij, breedten: Sequence[int]) -> str:
    waar, lijn, dik = ("top", huisstijl.EDGE, 6) if rij.totaal else ("bottom", huisstijl.LINE, 4)
    rand = f'<w:{waar} w:val="single" w:sz="{dik}" w:space="0" w:color="{kleur(lijn)}"/>'
    cellen = "".join(
        _vak(breed, _cel(kolom, cel, vet=rij.totaal), rand)
        for kolom, cel, breed in zip(kolommen, rij.cellen, breedten, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cellen}</w:tr>"


def _cel(kolom: Kolom, cel: Cel, *, vet: bool) -> str:
    if kolom.soort is Kolomsoort.STATUS and cel.tekst in huisstijl.STATUS:
        teken, tint = huisstijl.STATUS[cel.tekst]
        return _alinea("", stijl="Cel", loop=_loop(f"{teken} {cel.tekst}", kleur_=tint))
    return _alinea("", stijl="Cel", rechts=kolom.rechts, loop=_loop(cel.tekst, vet=vet))


def _vak(breed: int, inhoud: str, rand: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{breed}" w:type="dxa"/><w:tcBorders>{rand}</w:tcBorders>'
        f"</w:tcPr>{inhoud}</w:tc>"
    )


def _breedten(tabel: Tabel) -> list[int]:
    """Numbers get what their head and their longest number need, on one line; the texts share the
    rest by what stands in them."""
    kolommen = tabel.kolommen
    vast = [
        0 if k.soort is Kolomsoort.TEKST else _VAST.get(k.soort, _getalbreedte(tabel, nummer))
        for nummer, k in enumerate(kolommen)
    ]
    maat = [0 if v else tabel.tekstmaat(nummer) for nummer, v in enumerate(vast)]
    over = _BREED - sum(vast)
    return [v or over * m // sum(maat) for v, m in zip(vast, maat, strict=True)]


def _getalbreedte(tabel: Tabel, nummer: int) -> int:
    """A head breaks between its words, a number nowhere; a digit is wider than a letter."""
    kolom = tabel.kolommen[nummer]
    kop = max(map(len, (*kolom.kop.split(), kolom.eenheid)))
    getal = max((len(rij.cellen[nummer].tekst) for rij in tabel.rijen), default=0)
    return 140 + max(80 * kop, 96 * getal)
