"""WordprocessingML in small pieces: runs, paragraphs, tables. Lengths in pt; text is escaped here and nowhere else."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from docgen.document.tree import Role, Span

STYLE_OF_ROLE: dict[Role, str] = {
    "fangsong": "Fangsong",
    "kaiti": "Kaiti",
    "heiti": "Heiti",
    "songti": "Songti",
    "title": "Biaosong",
}
# Word takes “ ” … — from the Western font unless it is told that they are Chinese.
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def twips(points: float) -> int:
    """Points as WordprocessingML counts: twentieths."""
    return round(points * 20)


def escaped(text: str) -> str:
    """``text`` between two tags."""
    return html.escape(text, quote=False)


def run(text: str, properties: str = "", style: str = "") -> str:
    """A run; line breaks and tabs within the text become Word's own."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    pieces = escaped(text).replace("\t", "</w:t><w:tab/>" + _OPEN).replace("\n", "</w:t><w:br/>" + _OPEN)
    return f"<w:r><w:rPr>{named}{_HINT}{properties}</w:rPr>{_OPEN}{pieces}</w:t></w:r>"


_OPEN = '<w:t xml:space="preserve">'


def runs(spans: Iterable[Span], usual: Role = "fangsong") -> str:
    """Spans as runs; those in the paragraph's ``usual`` typeface need no style of their own."""
    return "".join(run(span.text, style="" if span.role == usual else STYLE_OF_ROLE[span.role]) for span in spans)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; ``properties`` come in the schema's order (keepNext, pBdr, tabs, spacing, ind, jc, sectPr)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def spacing(before: float = 0, line: float | None = None, rule: str = "exact") -> str:
    """White space above; the line's height, if it differs from the style's."""
    height = f' w:line="{twips(line)}" w:lineRule="{rule}"' if line is not None else ""
    return f'<w:spacing w:before="{twips(before)}"{height}/>'


def indent(left: float = 0, right: float = 0, first: float = 0) -> str:
    """Indents in pt; a negative ``first`` hangs."""
    hang = f'w:hanging="{twips(-first)}"' if first < 0 else f'w:firstLine="{twips(first)}"'
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" {hang}/>'


def page_break() -> str:
    """An almost empty paragraph that ends the page."""
    return paragraph("Break", '<w:r><w:br w:type="page"/></w:r>')


def table(columns: Sequence[float], rows: Iterable[str], style: str = "") -> str:
    """A centred table of fixed layout; ``columns`` are widths in pt."""
    widths = [twips(width) for width in columns]
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    total = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{named}{total}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Iterable[str], height: float, *, whole: bool = True, header: bool = False) -> str:
    """A row at least ``height`` pt high; ``whole`` keeps it on one page, ``header`` repeats it."""
    flags = ("<w:cantSplit/>" if whole else "") + f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    flags += "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr>{flags}</w:trPr>{''.join(cells)}</w:tr>"


def cell(
    content: str,
    width: float,
    *,
    span: int = 1,
    merge: str = "",
    borders: str = "",
    valign: str = "center",
    bare: bool = False,
) -> str:
    """A cell; ``content`` is paragraphs (a cell without one is an invalid file). ``merge``: restart or continue.

    ``bare``: its text may be as wide as the cell.
    """
    extent = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    if bare:
        edges += '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{extent}{vertical}{edges}'
        f'<w:vAlign w:val="{valign}"/></w:tcPr>{content}</w:tc>'
    )
