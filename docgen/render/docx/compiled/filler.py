"""Filling in: for one process and one template, all that can be made ready beforehand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docgen.diagnostics import Place
from docgen.render.docx.compiled.archive import Archive, Packer, read_archive
from docgen.render.docx.compiled.expressions import expressions_of, reader
from docgen.render.docx.compiled.inserts import Picture, SubDocument, filled_by_docxtpl
from docgen.render.docx.compiled.letters import FAULTS, fault_letter
from docgen.render.docx.compiled.part import CORE, Part
from docgen.render.docx.compiled.values import as_text, checked, escaped, every
from docgen.render.docx.strict import strict_environment

if TYPE_CHECKING:  # docxtpl takes its time to import, and pieces do without it
    from docgen.render.docx.compiled.flow import Flow

Values = Mapping[str, Any]
_PLAIN = {str}


class Filler:
    """See ``Compiled.fill``."""

    def __init__(self, docx: bytes, archive: Archive, parts: Sequence[Part], place: Place | None) -> None:
        self._docx, self._parts, self._place = docx, tuple(parts), place
        self._packer = Packer(archive, tuple(part.name for part in parts))
        self._readers = {part.name: self._reader(part) for part in parts if part.pieces}

    def fill(self, values: Values) -> bytes:
        """The document."""
        if self.inserts(values):
            return self._by_docxtpl(checked(values))
        return self._packer.pack([self._content(part, values) for part in self._parts])

    def inserts(self, values: Values) -> bool:
        """Whether docxtpl must put something into the package."""
        if set(map(type, values.values())) <= _PLAIN:
            return False
        return any(isinstance(value, Picture | SubDocument) for _key, value in every(values))

    def rich(self, values: Values) -> bool:
        """Whether a value brings its own XML."""
        return any(hasattr(value, "__html__") for _key, value in every(values))

    def _content(self, part: Part, values: Values) -> bytes:
        if part.pieces is None:
            return self._flow.rendered(part, checked(values))
        try:
            read = self._readers[part.name](values)
            if set(map(type, read)) != _PLAIN:
                if any(hasattr(value, "__html__") for value in read):
                    return self._flow.rendered(part, checked(values))
                read = [as_text(value) for value in read]
        except FAULTS as error:
            raise fault_letter(error, values, self._place) from error
        return part.pieces.joined(escaped(read, part.keys))

    def _reader(self, part: Part) -> Callable[[Values], Sequence[Any]]:
        environment = strict_environment()
        return reader(expressions_of(environment.parse(part.source)), environment)

    @functools.cached_property
    def _flow(self) -> Flow:
        from docgen.render.docx.compiled.flow import Flow

        return Flow(strict_environment(), self._place)

    def _by_docxtpl(self, values: Values) -> bytes:
        try:
            filled = filled_by_docxtpl(self._docx, values, strict_environment())
        except FAULTS as error:
            raise fault_letter(error, values, self._place) from error
        archive = read_archive(filled)
        cores = [part for part in self._parts if part.name == CORE]
        return Packer(archive, tuple(part.name for part in cores)).pack([self._content(part, values) for part in cores])
