"""A PDF as pages of lines of glyphs and of ruled lines. Lengths in mm, y downwards from the upper edge of the paper.

A landscape page is read as it is bound, its top edge at the left, so that its page number stands where those of
the other pages stand (GB/T 9704-2012 8).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from measure.ink import Ink

MM = 25.4 / 72
_SAME_BASELINE = 0.4
_THIN = 1.5


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Glyph:
    """A character as set. ``em`` is its box of advance × size, ``ink`` what it leaves on the paper; size in pt."""

    text: str
    font: str
    size: float
    colour: tuple[float, ...]
    baseline: float
    em: Box
    ink: Box | None


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """Without white space."""
        return "".join(re.sub(r"\s+", "", glyph.text) for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def left(self) -> float:
        """Where its first em box begins."""
        return self._visible[0].em.left

    @property
    def right(self) -> float:
        """Where its last em box ends."""
        return self._visible[-1].em.right

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def ink(self) -> Box:
        return around(glyph.ink for glyph in self.glyphs if glyph.ink)

    @property
    def sizes(self) -> set[float]:
        return {round(glyph.size, 1) for glyph in self._visible}

    @property
    def fonts(self) -> set[str]:
        return {glyph.font for glyph in self._visible}

    @property
    def colours(self) -> set[tuple[float, ...]]:
        return {glyph.colour for glyph in self._visible}

    @property
    def _visible(self) -> tuple[Glyph, ...]:
        return tuple(glyph for glyph in self.glyphs if glyph.text.strip()) or self.glyphs


@dataclass(frozen=True)
class Rule:
    """A horizontal line: its edges, its thickness (``bottom − top``), its colour."""

    left: float
    right: float
    top: float
    bottom: float
    colour: tuple[float, ...]

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def thickness(self) -> float:
        return self.bottom - self.top

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """``number`` is the line of the page number, not among ``lines``; ``landscape`` pages are turned."""

    index: int
    width: float
    height: float
    landscape: bool
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    number: Line | None

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    @property
    def odd(self) -> bool:
        return self.index % 2 == 1


def read_pages(pdf: bytes, ink: Ink) -> tuple[Page, ...]:
    """The pages of a PDF; ``ink`` knows the outlines of its fonts."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return tuple(_page(page, ink) for page in opened.pages)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them, of which there must be one."""
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


# ---------------------------------------------------------------- reading


def _page(page: Any, ink: Ink) -> Page:
    landscape = page.width > page.height
    turned = [char for char in page.chars if _runs_down(char)]
    lines = _lines([_glyph(char, float(page.height), ink) for char in page.chars if not _runs_down(char)])
    # On a landscape page the number is the only text that stands upright once the page is bound.
    marginal = _lines([_turned_glyph(char, page, ink) for char in turned]) if landscape else lines
    numbers = [line for line in marginal if _is_number(line)]
    return Page(
        page.page_number,
        float(page.width) * MM,
        float(page.height) * MM,
        landscape,
        tuple(line for line in lines if line not in numbers),
        tuple(sorted(set(_rules(page)), key=lambda rule: rule.top)),
        numbers[0] if numbers else None,
    )


def _runs_down(char: dict[str, Any]) -> bool:
    return abs(char["matrix"][1]) > abs(char["matrix"][0])


def _glyph(char: dict[str, Any], height: float, ink: Ink) -> Glyph:
    across, _, _, up, x, y = char["matrix"]
    size = char["bottom"] - char["top"]
    return _set(char, ink, size, across / up, (x, height - y), char["x1"] - char["x0"])


def _turned_glyph(char: dict[str, Any], page: Any, ink: Ink) -> Glyph:
    """A glyph whose baseline runs down the page, on the page turned to the left."""
    x, y = char["matrix"][4:]
    origin = (float(page.height) - y, float(page.width) - x)
    return _set(char, ink, char["x1"] - char["x0"], 1.0, origin, char["bottom"] - char["top"])


def _set(
    char: dict[str, Any], ink: Ink, size: float, squeeze: float, origin: tuple[float, float], advance: float
) -> Glyph:
    x, y = (value * MM for value in origin)
    em = size * MM
    box = Box(x, y - 0.88 * em, x + advance * MM, y + 0.12 * em)
    font = ink.known_as(char["fontname"])
    bounds = ink.bounds(font, char["text"])
    marks = bounds and Box(
        x + bounds.left * em * squeeze, y - bounds.top * em, x + bounds.right * em * squeeze, y - bounds.bottom * em
    )
    return Glyph(char["text"], font, size, _colour(char["non_stroking_color"]), y, box, marks)


def _colour(value: Any) -> tuple[float, ...]:
    """Grey as RGB, so that black is black."""
    values = tuple(float(part) for part in (value if isinstance(value, (list, tuple)) else [value or 0]))
    return values * 3 if len(values) == 1 else values


def _lines(glyphs: list[Glyph]) -> list[Line]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.baseline, glyph.em.left)):
        if lines and glyph.baseline - lines[-1][0].baseline < _SAME_BASELINE:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [Line(tuple(sorted(line, key=lambda glyph: glyph.em.left))) for line in lines if _visible(line)]


def _visible(line: list[Glyph]) -> bool:
    return any(glyph.text.strip() for glyph in line)


def _is_number(line: Line) -> bool:
    return re.fullmatch(r"—\d+—", line.text) is not None and line.baseline > _TYPE_BOTTOM


_TYPE_BOTTOM = 262.0


def _rules(page: Any) -> Iterator[Rule]:
    """Horizontal strokes, and boxes and outlines so flat that they are meant as strokes."""
    for item in (*page.lines, *page.rects, *page.curves):
        flat = (item["bottom"] - item["top"]) * MM
        if flat > _THIN or (item["x1"] - item["x0"]) * MM < _THIN:
            continue
        stroke = item["linewidth"] * MM if item["object_type"] == "line" else 0.0
        middle = (item["top"] + item["bottom"]) / 2 * MM
        half = max(stroke, flat) / 2
        colour = item["stroking_color"] if stroke else item["non_stroking_color"]
        edges = (item["x0"] * MM, item["x1"] * MM, middle - half, middle + half)
        yield Rule(*(round(edge, 3) for edge in edges), _colour(colour))
