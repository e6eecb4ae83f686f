"""What a PDF carries for those who do not see it: tags, language, outline."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Structure:
    """``tagged``: there is a structure tree and the file says so; ``outline``: the titles of all bookmarks in order."""

    tagged: bool
    language: str
    outline: tuple[str, ...]


def read_structure(pdf: bytes) -> Structure:
    """The structure of a PDF."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        marked = bool(opened.Root.get("/MarkInfo", {}).get("/Marked", False))
        with opened.open_outline() as outline:
            titles = tuple(_titles(outline.root))
        return Structure(marked and "/StructTreeRoot" in opened.Root, str(opened.Root.get("/Lang", "")), titles)


def _titles(items: Iterable[Any]) -> Iterator[str]:
    for item in items:
        yield str(item.title)
        yield from _titles(item.children)
