"""Small .ods workbooks for tests, written without an office program, and how to damage them."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_RUIMTEN = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
}
_CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_STIJLEN = (
    '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
    '<number:number-style style:name="N2"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="3"/></number:number-style>'
    '<style:style style:name="maand" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="kind" style:family="table-cell" style:parent-style-name="maand"/>'
    '<style:style style:name="nullen" style:family="table-cell" style:data-style-name="N2"/>'
)


class Xml(str):
    """The XML of one cell or row, as it is."""


def cel(waarde: object) -> str:
    match waarde:
        case Xml():
            return waarde
        case None:
            return "<table:table-cell/>"
        case bool():
            kenmerk = f'"boolean" office:boolean-value="{str(waarde).lower()}"'
        case int() | float():
            kenmerk = f'"float" office:value="{waarde}"'
        case dt.date():
            kenmerk = f'"date" office:date-value="{waarde.isoformat()}"'
        case dt.timedelta():
            minuten = int(waarde.total_seconds()) // 60
            kenmerk = f'"time" office:time-value="PT{minuten // 60}H{minuten % 60:02d}M00S"'
        case _:
            kenmerk = '"string"'
    tekst = f"<text:p>{escape(str(waarde))}</text:p>"
    return f"<table:table-cell office:value-type={kenmerk}>{tekst}</table:table-cell>"


def rij(cellen: Sequence[object] | Xml) -> str:
    if isinstance(cellen, Xml):
        return cellen
    return f"<table:table-row>{''.join(cel(waarde) for waarde in cellen)}</table:table-row>"


def inhoud(bladen: Mapping[str, Sequence[Sequence[object] | Xml]], *, libreoffice: bool) -> str:
    ruimten = dict(_RUIMTEN)
    if libreoffice:
        ruimten["calcext"] = _CALCEXT
    namen = " ".join(f'xmlns:{kort}="{lang}"' for kort, lang in ruimten.items())
    tabellen = "".join(
        f"<table:table table:name={quoteattr(naam)}>{''.join(map(rij, rijen))}</table:table>"
        for naam, rijen in bladen.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namen}>'
        f"<office:automatic-styles>{_STIJLEN}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tabellen}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def ods(
    bladen: Mapping[str, Sequence[Sequence[object] | Xml]],
    *,
    libreoffice: bool = True,
    delen: Mapping[str, bytes] | None = None,
    mimetype: bytes | None = MIMETYPE,
) -> bytes:
    """The bytes of a workbook; `delen` adds parts to the package or replaces them."""
    uit = BytesIO()
    alle: dict[str, bytes] = {
        "content.xml": inhoud(bladen, libreoffice=libreoffice).encode(),
        "META-INF/manifest.xml": b"<manifest/>",
        **(delen or {}),
    }
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        if mimetype is not None:
            pakket.writestr("mimetype", mimetype)
        for naam, deel in alle.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()
