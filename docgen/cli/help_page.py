"""Help in Chinese: columns and line ends that fit characters twice as wide as Latin ones.

click counts characters and breaks lines at spaces only; a page in English is left to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import click

from docgen.language import _, language

# A Chinese character or a Latin word with the marks that may not be parted from it, or white space.
_PIECE = r"[“‘（《〔]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef“‘”’…]+)[，。；：、）》〕”’！？…]*|\s+|."


class HelpPage(click.HelpFormatter):
    """A help page in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """``用法：docgen …``: no space behind a full-width colon."""
        usage = _("Usage:")
        super().write_usage(prog, args, prefix if prefix or usage.isascii() else usage)

    def write_heading(self, heading: str) -> None:
        """``选项：``."""
        if heading.isascii():
            super().write_heading(heading)
        else:
            self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        if language() == "en":
            super().write_text(text)
            return
        margin = " " * self.current_indent
        self.write("".join(f"{margin}{line}\n" for line in broken(text, self.width - len(margin))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, each with what it does beside it."""
        if language() == "en":
            super().write_dl(rows, col_max, col_spacing)
            return
        rows = list(rows)
        column = min(col_max, max(columns(first) for first, _second in rows)) + col_spacing
        margin = " " * self.current_indent
        for first, second in rows:
            lines = broken(second, max(self.width - len(margin) - column, 10))
            gap = column - columns(first)
            beside = (
                f"{first}{' ' * gap}{lines[0]}" if gap >= col_spacing else f"{first}\n{margin}{' ' * column}{lines[0]}"
            )
            self.write("".join(f"{margin}{line}\n" for line in (beside, *(" " * column + more for more in lines[1:]))))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def broken(text: str, width: int) -> list[str]:
    """The lines of a text, each at most ``width`` columns wide; never empty."""
    lines = [""]
    for piece in re.findall(_PIECE, text):
        if columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]
