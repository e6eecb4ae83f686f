"""Word templates with docxtpl tags, compiled once and filled in for thousands of units.

    compile_template(docx)  →  Compiled  →  fill(values), fill(values), …

docxtpl opens, heals, compiles and packs a template again for every document. Here docxtpl does it once, with marks for
values; what it makes is cut at the marks, and a document is these pieces with the unit's values between them. A part
with loops, conditions or rich text keeps its compiled Jinja template, and each result is parsed. A picture or another
document as a value changes the package itself: then docxtpl does all of it. The XML is the same on every way.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Literal

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.language import _
from docgen.render.docx.compiled.archive import Archive, read_archive
from docgen.render.docx.compiled.filler import Filler
from docgen.render.docx.compiled.inserts import Picture, SubDocument
from docgen.render.docx.compiled.part import Part, parts_of
from docgen.render.docx.tag_sources import Known

__all__ = ["Compiled", "Picture", "SubDocument", "Way", "compile_template"]


def compile_template(docx: bytes, place: Place | None = None, known: Known | None = None) -> Compiled:
    """A .docx with docxtpl's tags, ready to be filled in; ``place`` names it in letters.

    ``known`` are the names that it may use; of a name with parts a mapping of them, else None. Raises DocgenError
    T4xx (exit 4) with a letter for each mistake in it.
    """
    archive = read_archive(docx, place)
    parts = parts_of(docx, archive, known, place)
    fixed = {part.name: part.pieces.joined(()) for part in parts if part.pieces and not part.pieces.holes}
    varying = tuple(part for part in parts if part.name not in fixed)
    return Compiled(docx, archive.with_members(fixed), varying, place)


@dataclass(frozen=True)
class Way:
    """How a document is made: by ``compiled`` pieces, by ``jinja`` and a parser, or by ``docxtpl`` itself; and why."""

    path: Literal["compiled", "jinja", "docxtpl"]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compiled:
    """A compiled template; it may be sent to another process."""

    docx: bytes
    archive: Archive
    parts: tuple[Part, ...]
    place: Place | None = None

    def fill(self, values: Mapping[str, Any]) -> bytes:
        """The document for these values; the same values give the same bytes.

        A value is a text, a number, a date, None (prints nothing), a list or mapping of them, one of docxtpl's own
        (RichText, Listing), a Picture or a SubDocument. Raises DocgenError R420 (exit 3) with a letter for each value
        that no Word file can hold, T401 (exit 4) for a name that is not there.
        """
        return self._filler.fill(values)

    @property
    def path(self) -> Literal["compiled", "docxtpl"]:
        """The way of plain values: never docxtpl's own."""
        return "compiled"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why even plain values take more than pieces; for ``--explain``."""
        return tuple(part.reason for part in self.parts if part.reason)

    def way(self, values: Mapping[str, Any]) -> Way:
        """The way that these values take."""
        if self._filler.inserts(values):
            return Way("docxtpl", (_("a picture or another document is put in"),))
        rich = self._filler.rich(values)
        reasons = self.reasons + ((_("a value is rich text"),) if rich else ())
        return Way("jinja" if reasons else "compiled", reasons)

    @functools.cached_property
    def _filler(self) -> Filler:
        return Filler(self.docx, self.archive, self.parts, self.place)

    def __getstate__(self) -> dict[str, Any]:
        """Without what a process makes for itself."""
        return {name: value for name, value in self.__dict__.items() if name != "_filler"}
