r"""Tables within the words: Markdown pipe tables.

    | 地区 | 名额 |
    | ---- | ---: |
    | 和平 | 2    |

A row that is shorter than the longest one is filled with empty cells, so that nothing typed is lost. ``\|`` is a
plain bar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.document.tree import Align, TextTable

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r":?-+:?")


def is_table_line(line: str) -> bool:
    """Whether ``line`` could be a row."""
    return line.startswith("|") and len(line) > 1


def table_of(lines: Sequence[str]) -> tuple[TextTable | None, int]:
    """The table that begins at the first line and how many lines it takes; None if the second is not its rule."""
    rule = _cells(lines[1]) if len(lines) > 1 and is_table_line(lines[1]) else []
    if not rule or not all(_RULE.fullmatch(cell) for cell in rule):
        return None, 0
    body = []
    for line in lines[2:]:
        if not is_table_line(line):
            break
        body.append(_cells(line))
    header = _cells(lines[0])
    width = max(len(row) for row in [header, rule, *body])
    aligns = [_align(cell) for cell in rule] + ["center"] * (width - len(rule))
    rows = tuple(_filled(row, width) for row in body)
    return TextTable(_filled(header, width), rows, tuple(aligns)), len(body) + 2


def _cells(line: str) -> list[str]:
    inner = _BAR.split(line.strip())[1:]
    if inner and not inner[-1].strip():
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|").replace("**", "") for cell in inner]


def _filled(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def _align(cell: str) -> Align:
    """``:--`` left, ``--:`` right, ``---`` and ``:-:`` centred, as tables in notices mostly are."""
    match cell[0], cell[-1]:
        case ":", "-":
            return "left"
        case "-", ":":
            return "right"
        case _:
            return "center"
