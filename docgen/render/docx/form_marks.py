"""A form with marks in the places of values: where each value goes, read from the tree, not guessed from the XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from docgen.compose.cells import room_before_suffix
from docgen.compose.fields import boxed_option
from docgen.document.tree import Cell, Field, Form, Line, Span, fields_of
from docgen.frozen import dataclass

Kind = Literal["paragraphs", "only paragraphs", "inline", "cover", "box"]
"""How a value is printed: as paragraphs of a cell (of one that is empty without it), within a line, on a line of the
cover, or as the box of an option."""

_LEFT, _RIGHT = "\ue000", "\ue001"
MARK = re.compile(f"{_LEFT}([0-9.]+){_RIGHT}")


@dataclass(frozen=True)
class Mark:
    """The value of the field number ``field`` (or the box of its ``option``), and how it is printed.

    ``before`` and ``suffix`` are the words around it in its line.
    """

    field: int
    kind: Kind
    option: str = ""
    before: str = ""
    suffix: str = ""


Marks = dict[str, Mark]
"""By what stands in the text between the signs of a mark."""


def mark(name: str) -> str:
    """What stands in the place of a value, and is as wide as any."""
    return f"{_LEFT}{name}{_RIGHT}"


def marks_of(blank: Form, marked: Form) -> Marks:
    """The marks of a form that was composed with them; ``blank`` is the form without any values."""
    found: Marks = {}
    if marked.cover:
        found |= {name: Mark(int(name), "cover") for line in marked.cover.lines for name in _names(line.field.value)}
    for line in marked.captions:
        found |= _inline(line)
    for empty, cell in zip(_cells(blank), _cells(marked), strict=True):
        for line in cell.lines:
            if len(cell.lines) == len(empty.lines):
                found |= _inline(line)
            else:
                kind: Kind = "paragraphs" if empty.lines else "only paragraphs"
                found |= {name: Mark(int(name), kind) for name in _names(line.text)}
    return found


def _inline(line: Line) -> Marks:
    """A value behind its label, with room behind it where the line ends in a suffix."""
    if not (found := MARK.search(line.text)):
        return {}
    before, behind = line.text[: found.start()], line.text[found.end() :]
    suffix = behind.removeprefix(room_before_suffix(before + found.group()))
    return {found[1]: Mark(int(found[1]), "inline", before=before, suffix=suffix)}


def _names(text: str) -> Iterator[str]:
    return (found[1] for found in MARK.finditer(text))


def _cells(form: Form) -> Iterator[Cell]:
    return (cell for grid in form.grids for row in grid.rows for cell in row.cells)


# ---------------------------------------------------------------- boxes


def with_marked_boxes(form: Form) -> tuple[Form, Marks]:
    """The form with a mark in the place of each box, in cells whose options stand there as usual."""
    marks: Marks = {}
    numbers = {field.id: number for number, field in enumerate(fields_of(form))}
    grids = tuple(
        replace(
            grid,
            rows=tuple(
                replace(row, cells=tuple(_with_boxes(cell, numbers, marks) for cell in row.cells)) for row in grid.rows
            ),
        )
        for grid in form.grids
    )
    return replace(form, grids=grids), marks


def _with_boxes(cell: Cell, numbers: dict[str, int], marks: Marks) -> Cell:
    if cell.kind != "choice":
        return cell
    field = cell.fields[0]
    names = [f"{numbers[field.id]}.{index}" for index in range(len(field.options))]
    lines, done = [], 0
    for line in cell.lines:
        text, count = _marked_line(line.text, field, names, done)
        lines.append(replace(line, spans=(Span(text, line.spans[0].role),)) if count else line)
        done += count
    if done < len(names):
        return cell
    for name, option in zip(names, field.options, strict=True):
        marks[name] = Mark(numbers[field.id], "box", option)
    return replace(cell, lines=tuple(lines))


def _marked_line(text: str, field: Field, names: list[str], first: int) -> tuple[str, int]:
    """A line of options from the ``first`` on, with marks for their boxes, and how many there are; 0 if it is none."""
    marked, rest, at = "", text, first
    while at < len(names):
        option = field.options[at]
        after = not rest.startswith(boxed_option(option, False, False))
        if not rest.startswith(boxed_option(option, False, after)):
            break
        marked += option + mark(names[at]) if after else mark(names[at]) + option
        rest = rest[len(option) + 1 :]
        at += 1
        if rest.startswith("　"):
            marked, rest = marked + "　", rest[1:]
    return (marked, at - first) if not rest else (text, 0)
