"""A Word file as a zip: the parts around the text, written with the standard library alone.

Owns styles, footer and properties, and that the same parts give the same bytes. No library for
Word is used: the one that exists brings another XML parser, which openpyxl would then use for
uploads in place of the hardened one. Sizes: half points for text, twentieths of a point for space.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from sturing.rapport import huisstijl

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET: Final = "http://schemas.openxmlformats.org/package/2006"
_KOP: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_GEEN_XML: Final = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TIJD: Final = (1980, 1, 1, 0, 0, 0)
"""The moment of every part in the zip: the first that a zip knows."""


def tekst(waarde: str) -> str:
    """Any text as XML: marks escaped, signs that XML does not know left out."""
    return escape(_GEEN_XML.sub("", waarde), {'"': "&quot;"})


def kleur(hex_: str) -> str:
    """A colour as Word writes it: without the #."""
    return hex_.removeprefix("#")


def pakket(
    *, inhoud: str, voettekst: str, titel: str, zin: str, dag: date, beelden: Mapping[str, bytes]
) -> bytes:
    """The whole file around `inhoud` (the XML of the body); `beelden` by relation (rId10, ...)."""
    delen: dict[str, bytes] = {
        "[Content_Types].xml": _soorten().encode(),
        "_rels/.rels": _relaties(
            {
                "rId1": (f"{R}/officeDocument", "word/document.xml"),
                "rId2": (f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
                "rId3": (f"{R}/extended-properties", "docProps/app.xml"),
            }
        ).encode(),
        "docProps/core.xml": _eigenschappen(titel, zin, dag).encode(),
        "docProps/app.xml": (
            f"{_KOP}<Properties xmlns="
            '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Application>{huisstijl.MERK}</Application></Properties>"
        ).encode(),
        "word/_rels/document.xml.rels": _relaties(
            {
                "rId1": (f"{R}/styles", "styles.xml"),
                "rId2": (f"{R}/settings", "settings.xml"),
                "rId3": (f"{R}/footer", "footer1.xml"),
                **{naam: (f"{R}/image", f"media/{naam}.png") for naam in beelden},
            }
        ).encode(),
        "word/document.xml": _document(inhoud).encode(),
        "word/footer1.xml": _voet(voettekst).encode(),
        "word/settings.xml": (
            f'{_KOP}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="708"/><w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            '<w:themeFontLang w:val="nl-NL"/></w:settings>'
        ).encode(),
        "word/styles.xml": _stijlen().encode(),
        **{f"word/media/{naam}.png": beeld for naam, beeld in beelden.items()},
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, deel in delen.items():
            zip_.writestr(zipfile.ZipInfo(naam, _TIJD), deel, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


def _document(inhoud: str) -> str:
    return (
        f'{_KOP}<w:document xmlns:w="{W}" xmlns:r="{R}" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<w:body>{inhoud}<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="1020" w:bottom="1077" '
        'w:left="1020" w:header="567" w:footer="510" w:gutter="0"/></w:sectPr></w:body>'
        "</w:document>"
    )


def _voet(voettekst: str) -> str:
    def veld(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{_KOP}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Voet"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{tekst(voettekst)}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">bladzijde </w:t></w:r>{veld("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> van </w:t></w:r>{veld("NUMPAGES")}</w:p></w:ftr>'
    )


def _soorten() -> str:
    basis = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    delen = {
        "/word/document.xml": f"{basis}.document.main+xml",
        "/word/styles.xml": f"{basis}.styles+xml",
        "/word/settings.xml": f"{basis}.settings+xml",
        "/word/footer1.xml": f"{basis}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    regels = "".join(
        f'<Override PartName="{naam}" ContentType="{soort}"/>' for naam, soort in delen.items()
    )
    return (
        f'{_KOP}<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{regels}</Types>'
    )


def _relaties(delen: Mapping[str, tuple[str, str]]) -> str:
    regels = "".join(
        f'<Relationship Id="{naam}" Type="{soort}" Target="{doel}"/>'
        for naam, (soort, doel) in delen.items()
    )
    return f'{_KOP}<Relationships xmlns="{_PAKKET}/relationships">{regels}</Relationships>'


def _eigenschappen(titel: str, zin: str, dag: date) -> str:
    moment = f"{dag.isoformat()}T00:00:00Z"
    return (
        f'{_KOP}<cp:coreProperties xmlns:cp="{_PAKKET}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{tekst(titel)}</dc:title><dc:subject>{tekst(zin)}</dc:subject>"
        f"<dc:creator>{huisstijl.MERK}</dc:creator><dc:language>nl-NL</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _stijlen() -> str:
    letter = huisstijl.LETTER_KANTOOR
    ink, ink2, line = map(kleur, (huisstijl.INK, huisstijl.INK2, huisstijl.LINE))
    stijlen = (
        _stijl(
            "Titelregel",
            "Titelregel",
            f'<w:color w:val="{ink2}"/><w:sz w:val="18"/>',
            '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs>',
        ),
        _stijl(
            "Heading1",
            "heading 1",
            '<w:b/><w:sz w:val="32"/>',
            '<w:keepNext/><w:spacing w:before="200" w:after="180"/><w:outlineLvl w:val="0"/>',
        ),
        _stijl(
            "Heading2",
            "heading 2",
            '<w:b/><w:sz w:val="23"/>',
            '<w:keepNext/><w:spacing w:before="220" w:after="50"/><w:outlineLvl w:val="1"/>',
        ),
        _stijl(
            "Stil",
            "Stil",
            f'<w:color w:val="{ink2}"/><w:sz w:val="17"/>',
            '<w:keepNext/><w:spacing w:after="60"/>',
        ),
        _stijl("Cel", "Cel", '<w:sz w:val="17"/>', '<w:spacing w:before="14" w:after="14"/>'),
        _stijl(
            "Streep",
            "Streep",
            "",
            '<w:tabs><w:tab w:val="left" w:pos="227"/></w:tabs><w:spacing w:after="40"/>'
            '<w:ind w:left="227" w:hanging="227"/>',
        ),
        _stijl("Brieftekst", "Brieftekst", '<w:sz w:val="22"/>', '<w:spacing w:after="160"/>'),
        _stijl(
            "Voet",
            "Voet",
            f'<w:color w:val="{ink2}"/><w:sz w:val="15"/>',
            f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{line}"/></w:pBdr>'
            '<w:tabs><w:tab w:val="right" w:pos="9866"/></w:tabs>',
        ),
    )
    return (
        f'{_KOP}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{letter}" w:hAnsi="{letter}" w:cs="{letter}" w:eastAsia="{letter}"/>'
        f'<w:color w:val="{ink}"/><w:sz w:val="20"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/></w:style>{''.join(stijlen)}</w:styles>"
    )


def _stijl(id_: str, naam: str, letter: str, alinea: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{naam}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{alinea}</w:pPr>'
        f"<w:rPr>{letter}</w:rPr></w:style>"
    )
