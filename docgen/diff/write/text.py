"""Plain text: for a terminal in colour, else with ``[-…-]`` and ``{+…+}`` around what is gone and what came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diff.changes import Piece, Pieces
from docgen.diff.readers.report import Item, ReportRow
from docgen.diff.write.sides import both_sides
from docgen.diff.write.wanted import Comparison, Manner

BOLD, GREY, RED, GREEN, END = "\x1b[1m", "\x1b[2m", "\x1b[31;9m", "\x1b[32;4m", "\x1b[0m"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

AROUND = 16
"""So many characters are shown before and behind a change; what lies between is folded."""

SIGNS = {"added": "+", "dropped": "-", "changed": "~", "moved-from": "<", "moved-to": ">", "same": " "}


def write_text(comparison: Comparison, manner: Manner) -> bytes:
    """UTF-8, one paragraph a line."""
    report, hand = comparison.report, _Hand(manner.colour)
    lines = [hand.bold(report.title), *report.lead]
    for section in report.sections:
        lines += ["", hand.bold(section.heading), *(f"  · {hand.item(item)}" for item in section.items)]
    if report.rows:
        lines += ["", hand.bold(f"{report.columns[0]} → {report.columns[1]}")]
        lines += [line for row in report.rows for line in hand.row(row)]
    return ("\n".join(lines) + "\n").encode()


class _Hand:
    """Writes with colour or without."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def bold(self, text: str) -> str:
        return self._in(BOLD, text)

    def item(self, item: Item) -> str:
        tag = self._in(BOLD, item.tag) + "　" if item.tag else ""
        where = self._in(GREY, f"（{_plain(item.where)}）") if item.where else ""
        return tag + self.pieces(item.pieces) + where

    def row(self, row: ReportRow) -> Iterator[str]:
        match row.op:
            case "folded":
                yield self._in(GREY, f"    （此处 {row.folded} 条未变）")
            case "part":
                yield self.bold(f"── {_plain(row.remark)} ──")
            case _:
                remark = self._in(GREY, f"【{_plain(row.remark)}】") if row.remark else ""
                pieces = both_sides(row) if row.op != "moved-from" else (Piece("old", _short(_words(row), True, True)),)
                yield f"  {SIGNS[row.op]} {self.pieces(_folded(pieces))}{remark}"

    def pieces(self, pieces: Pieces) -> str:
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> str:
        text = _plain(piece.text)
        if piece.op == "same":
            return text
        if self._colour:
            return self._in(RED if piece.op == "old" else GREEN, text)
        return f"[-{text}-]" if piece.op == "old" else f"{{+{text}+}}"

    def _in(self, style: str, text: str) -> str:
        return f"{style}{text}{END}" if self._colour and text else text


def _words(row: ReportRow) -> str:
    return "".join(piece.text for piece in row.old)


def _plain(text: str) -> str:
    """In one line; cells and lines of a form are told apart, nothing is sent that a terminal would obey."""
    return _CONTROL.sub("", text.replace("\t", " ｜ ").replace("\n", "／"))


def _folded(pieces: Pieces) -> Pieces:
    """Long stretches that did not change give way to …."""
    if len(pieces) == 1:
        return pieces
    last = len(pieces) - 1
    return tuple(
        Piece("same", _short(piece.text, index == 0, index == last)) if piece.op == "same" else piece
        for index, piece in enumerate(pieces)
    )


def _short(text: str, first: bool, last: bool) -> str:
    head = text[: AROUND // 2] if first else text[:AROUND]
    tail = "" if last else text[-AROUND:]
    return text if len(text) <= len(head + tail) + 4 else f"{head}…{tail}"
