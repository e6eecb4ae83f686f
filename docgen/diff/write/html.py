"""HTML: one file that holds all it needs, for a wide screen, a phone and paper.

Both texts stand side by side or in one; which of them, the reader picks with a switch that needs no script. Left alone
it is side by side where there is room, and in one where there is not.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from docgen.diff.readers.report import Item, Report, ReportRow, Section
from docgen.diff.write.sides import both_sides, tagged
from docgen.diff.write.style import CSS
from docgen.diff.write.wanted import Comparison, Manner

VIEWS = (("auto", "自动"), ("side", "并排"), ("inline", "合并"))


def write_html(comparison: Comparison, manner: Manner) -> bytes:
    """UTF-8, valid HTML5."""
    return ("\n".join(_page(comparison.report)) + "\n").encode()


def _page(report: Report) -> Iterator[str]:
    title = _text(report.title)
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{CSS}</style>\n</head>\n<body>"
    if report.rows:
        yield from _switch()
    yield f"<main>\n<h1>{title}</h1>"
    yield from (f'<p class="lead">{_text(line)}</p>' for line in report.lead)
    for section in report.sections:
        yield from _section(section)
    if report.rows:
        yield from _table(report)
    yield "</main>\n</body>\n</html>"


def _switch() -> Iterator[str]:
    """Radio buttons whose state the style sheet looks at; they stand before ``main`` for its sake."""
    for view, _name in VIEWS:
        checked = " checked" if view == "auto" else ""
        yield f'<input type="radio" name="view" id="view-{view}" class="view"{checked}>'
    labels = "".join(f'<label for="view-{view}">{name}</label>' for view, name in VIEWS)
    yield f'<nav aria-label="对照方式">{labels}</nav>'


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.heading)}</h2>\n<ul>"
    yield from (f"<li>{_item(item)}</li>" for item in section.items)
    yield "</ul>\n</section>"


def _item(item: Item) -> str:
    tag = f'<b class="tag">{_text(item.tag)}</b> ' if item.tag else ""
    where = f' <span class="where">{_text(item.where)}</span>' if item.where else ""
    return tag + tagged(item.pieces, _text) + where


# ---------------------------------------------------------------- both texts


def _table(report: Report) -> Iterator[str]:
    old, new = (_text(column) for column in report.columns)
    yield f'<section class="table" aria-label="新旧对照">\n<div class="row head"><div>{old}</div><div>{new}</div></div>'
    yield from _rows(report.rows)
    yield "</section>"


def _rows(rows: Iterable[ReportRow]) -> Iterator[str]:
    for row in rows:
        match row.op:
            case "folded":
                yield f"<details>\n<summary>此处 {row.folded} 条未变</summary>"
                yield from _rows(row.hidden)
                yield "</details>"
            case "part":
                yield f"<h3>{_text(row.remark)}</h3>"
            case _:
                yield from _row(row)


def _row(row: ReportRow) -> Iterator[str]:
    level = f" level{row.level}" if row.level else ""
    yield f'<div class="row {row.op}{level}">'
    if row.remark:
        yield f'<div class="remark">{_text(row.remark)}</div>'
    yield f'<div class="old">{tagged(row.old, _text)}</div>\n<div class="new">{tagged(row.new, _text)}</div>'
    yield f'<div class="both">{tagged(both_sides(row), _text)}</div>\n</div>'


def _text(text: str) -> str:
    escaped = html.escape(text, quote=True)
    return escaped.replace("\t", '<span class="cell"></span>').replace("\n", "<br>")
