"""A report or a letter as the bytes of a file. The same one gives the same bytes.

Owns which writer belongs to which kind of file. A writer is loaded when it is first asked for, so
that nothing waits for it at the start. Raises KeyError for a letter as a workbook.
"""

from __future__ import annotations

from typing import Final

from sturing.rapport.model import Brief, Rapport, Vorm

MIME: Final = {
    Vorm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Vorm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Vorm.PDF: "application/pdf",
}
BRIEFVORMEN: Final = (Vorm.DOCX, Vorm.PDF)
"""A letter is no workbook."""


def schrijf(rapport: Rapport, vorm: Vorm) -> bytes:
    """The report as a file of this kind."""
    match vorm:
        case Vorm.XLSX:
            from sturing.rapport.excel import schrijf_excel

            return schrijf_excel(rapport)
        case Vorm.DOCX:
            from sturing.rapport.word import schrijf_word

            return schrijf_word(rapport)
        case Vorm.PDF:
            from sturing.rapport.pdf import schrijf_pdf

            return schrijf_pdf(rapport)


def schrijf_brief(brief: Brief, vorm: Vorm) -> bytes:
    """The letter as a file of this kind, one of BRIEFVORMEN."""
    if vorm is Vorm.PDF:
        from sturing.rapport.pdf import schrijf_pdf

        return schrijf_pdf(brief)
    if vorm is Vorm.DOCX:
        from sturing.rapport.word import schrijf_briefword

        return schrijf_briefword(brief)
    raise KeyError(vorm)
