"""A form as WordprocessingML: cover, captions, grids, notes. The numbers are those of ``form.typ``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.document.tree import Align, Cell, Cover, Form, Grid, Line, Row
from docgen.render.docx.xml import cell, indent, page_break, paragraph, row, run, runs, spacing, table, twips
from docgen.render.geometry import BODY_PITCH, SMALL_SIZE, cover_geometry

_GAP_ABOVE_TABLE = 10.0
_NOTE_SIZE = 12.0


def form_xml(form: Form) -> str:
    """Everything below the annex label."""
    return "".join(_form(form))


def _form(form: Form) -> Iterator[str]:
    if form.cover:
        yield from _cover(form.cover)
        yield page_break()
    else:
        yield paragraph(
            "AnnexTitle",
            run("\n".join(form.title)),
            f'<w:spacing w:before="{twips(BODY_PITCH)}" w:after="{twips(_GAP_ABOVE_TABLE)}"/>',
        )
    for line in form.captions:
        yield _line(line, SMALL_SIZE, "FormCaption")
    for i, grid in enumerate(form.grids):
        yield from _grid(grid, first=i == 0)
    for i, line in enumerate(form.notes):
        yield _line(line, _NOTE_SIZE, "FormNote", extra=4 if i == 0 else 0)


def _line(line: Line, size: float, style: str, pitch: float | None = None, extra: float = 0) -> str:
    before = line.before.pt + extra
    gap = spacing(before, pitch, "atLeast") if before or pitch else ""
    inset = indent(left=line.indent * size) if line.indent else ""
    return paragraph(style, runs(line.spans), f'{gap}{inset}<w:jc w:val="{_JC[line.align]}"/>')


_JC: dict[Align, str] = {"left": "left", "center": "center", "right": "right", "justify": "left"}


# ---------------------------------------------------------------- grids


def _grid(grid: Grid, first: bool) -> Iterator[str]:
    if grid.page_break:
        yield page_break()
    elif not first and not grid.heading:
        # Two tables that touch would be one to Word.
        yield paragraph("Break", "", spacing(0, _GAP_ABOVE_TABLE))
    if grid.heading:
        yield paragraph("FormHeading", run(grid.heading))
    columns = [width.pt for width in grid.columns]
    rows = (_row(grid, i, columns) for i in range(len(grid.rows)))
    yield table(columns, rows, "FormTable")


def _row(grid: Grid, index: int, columns: Sequence[float]) -> str:
    this = grid.rows[index]
    cells: dict[int, str] = {}
    for item in this.cells:
        cells[item.column] = _cell(item, grid.size, columns, "restart" if item.rows > 1 else "")
    for item in _covering(grid.rows, index):
        width = sum(columns[item.column : item.column + item.span])
        cells[item.column] = cell(paragraph("FormText", ""), width, span=item.span, merge="continue")
    ordered = [cells[column] for column in sorted(cells)]
    return row(ordered, this.height.pt, whole=not this.splits, header=index < grid.header_rows)


def _covering(rows: tuple[Row, ...], index: int) -> Iterator[Cell]:
    """The cells of rows above that reach down into this one."""
    for above in range(index):
        yield from (item for item in rows[above].cells if above + item.rows > index)


def _cell(item: Cell, size: float, columns: Sequence[float], merge: str) -> str:
    pitch = 1.5 * size
    # The grid's size differs from the style's only where the form asks for it.
    lines = [_cell_line(line, size, pitch) for line in item.lines] or [_cell_line(Line(()), size, pitch)]
    width = sum(columns[item.column : item.column + item.span])
    return cell("".join(lines), width, span=item.span, merge=merge, valign=item.valign)


def _cell_line(line: Line, size: float, pitch: float) -> str:
    usual = size == _NOTE_SIZE
    xml = _line(line, size, "FormText", None if usual else pitch)
    if usual:
        return xml
    sized = f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>'
    # The paragraph mark too, or an empty cell would keep the style's size.
    return xml.replace("</w:rPr>", f"{sized}</w:rPr>").replace("</w:pPr>", f"<w:rPr>{sized}</w:rPr></w:pPr>")


# ---------------------------------------------------------------- cover


def _cover(cover: Cover) -> Iterator[str]:
    geometry = cover_geometry(cover)
    for i, line in enumerate(cover.title):
        yield paragraph("CoverTitle", run(line), spacing(geometry.title_before if i == 0 else 0))
    yield paragraph("Break", "", spacing(0, geometry.lines_before))
    if cover.lines:
        value_width = 80 / 25.4 * 72
        widths = [geometry.label_width, value_width]
        rows = [
            row(
                (
                    cell(paragraph("CoverLine", run(line.label)), widths[0]),
                    cell(
                        paragraph(
                            "CoverLine", run(line.field.value) if line.field.value else "", '<w:jc w:val="center"/>'
                        ),
                        widths[1],
                        borders='<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>',
                    ),
                ),
                geometry.line_pitch,  # at least: a long name takes two lines
            )
            for line in cover.lines
        ]
        yield table(widths, rows)
    for i, line in enumerate(cover.foot):
        yield paragraph("CoverFoot", run(line), spacing(geometry.foot_before if i == 0 else 0))
