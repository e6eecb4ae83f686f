"""The page numbers of whatever is checked: lines of a text, of pages, of a Word file's footers."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.passage import Passage
from docgen.lint.reading import Reading


def page_numbers(reading: Reading) -> Iterator[Passage]:
    """Each way of writing them once: a fault of a footer is one fault, not one on every page."""
    seen = set()
    for passage in reading.of("page_number"):
        shape = "".join("0" if sign.isdigit() else sign for sign in passage.text).replace("00", "0").replace("00", "0")
        if shape not in seen:
            seen.add(shape)
            yield passage
