"""A .docx as the parts that say how it looks, and how to ask its XML for values. Lengths in twips, as it has them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docgen.document.tree import Notice
from measure.word import W


@dataclass(frozen=True)
class File:
    """The parts of a .docx that say how it looks."""

    notice: Notice
    docx: bytes
    body: Any
    styles: Any
    settings: Any
    core: Any
    footers: tuple[Any, ...]

    def style(self, id_: str) -> Any:
        return next(node for node in self.styles.iter(f"{W}style") if node.get(f"{W}styleId") == id_)

    def paragraphs(self, *styles: str) -> list[Any]:
        """Those of the document in one of the styles, in order."""
        return [node for node in self.body.iter(f"{W}p") if style_of(node) in styles]

    def line_of(self, id_: str) -> tuple[str | None, str | None]:
        """Height of a style's lines and its rule."""
        style = self.style(id_)
        return value_of(style, "pPr/spacing", "line"), value_of(style, "pPr/spacing", "lineRule")

    @property
    def looks(self) -> tuple[Any, ...]:
        """All that names typefaces and colours."""
        return (self.body, self.styles, *self.footers)

    @property
    def sections(self) -> list[Any]:
        return list(self.body.iter(f"{W}sectPr"))


def read_file(notice: Notice, docx: bytes) -> File:
    """The file that ``notice`` was written to."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
    return File(
        notice,
        docx,
        parts["word/document.xml"],
        parts["word/styles.xml"],
        parts["word/settings.xml"],
        parts["docProps/core.xml"],
        tuple(root for name, root in sorted(parts.items()) if name.startswith("word/footer")),
    )


# ---------------------------------------------------------------- reading XML


def style_of(paragraph: Any) -> str:
    return str(value_of(paragraph, "pPr/pStyle") or "Normal")


def style_id(style: Any) -> str:
    return str(style.get(f"{W}styleId"))


def value_of(node: Any, way: str, attribute: str = "val") -> str | None:
    found = node.find("/".join(f"{W}{step}" for step in way.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def values_of(node: Any, names: Iterable[str]) -> dict[str, str]:
    return {name: node.get(f"{W}{name}") for name in names}


def font_of(style: Any) -> str | None:
    return value_of(style, "rPr/rFonts", "eastAsia")


def typefaces_of(fonts: Any) -> list[str]:
    return [fonts.get(f"{W}{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs") if fonts.get(f"{W}{name}")]


def indents(node: Any) -> tuple[int, int, int]:
    """Left, right and first line (negative: hanging)."""
    found = node.find(f"{W}pPr/{W}ind")
    if found is None:
        return 0, 0, 0
    first = int(found.get(f"{W}firstLine") or 0) - int(found.get(f"{W}hanging") or 0)
    return int(found.get(f"{W}left") or 0), int(found.get(f"{W}right") or 0), first


def befores(paragraphs: Iterable[Any]) -> list[int]:
    return [int(value_of(node, "pPr/spacing", "before") or 0) for node in paragraphs]


def text_of(node: Any) -> str:
    return re.sub(r"\s+", "", "".join(text.text or "" for text in node.iter(f"{W}t")))


def is_landscape(section: Any) -> bool:
    return value_of(section, "pgSz", "orient") == "landscape"


def ends_page(paragraph: Any) -> bool:
    """A page break or the end of a section."""
    if paragraph is None:
        return False
    breaks = [node.get(f"{W}type") for node in paragraph.iter(f"{W}br")]
    return "page" in breaks or paragraph.find(f"{W}pPr/{W}sectPr") is not None
