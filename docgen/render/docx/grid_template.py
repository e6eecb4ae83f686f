"""A grid form laid out once with marks for values, then filled in for any number of units.

The template is what ``render_docx`` makes of an annex that was composed with marks, cut at them. A value that would
change the layout itself (so long that its row must break, or above a seal that it would move) is not squeezed in:
such a unit's form is composed and rendered anew. Either way the document is what ``render_docx`` makes, to the byte.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from docgen.document.tree import Field, Form, SplitAnnex, fields_of
from docgen.language import _
from docgen.render.docx import render_docx
from docgen.render.docx.compiled.archive import Packer, read_archive
from docgen.render.docx.compiled.values import escaped
from docgen.render.docx.form_holes import Hole, holes_in
from docgen.render.docx.form_marks import Marks, mark, marks_of, with_marked_boxes
from docgen.render.docx.form_rooms import Limit, limits_of, moving_fields
from docgen.render.docx.unit_values import UnitValues
from docgen.render.setting import Setting

_DOCUMENT = "word/document.xml"
_EMPTY, _CLOSED = b'<w:t xml:space="preserve"></w:t>', b'<w:t xml:space="preserve"/>'


def laid_out(make: Callable[[Mapping[str, str]], SplitAnnex], blank: SplitAnnex, setting: Setting) -> GridForm:
    """The form of the annex that ``make`` composes; ``blank`` is the one without values."""
    empty = _form(blank)
    fields = tuple(fields_of(empty))
    moving = moving_fields(empty)
    taken = {one.id: mark(str(at)) for at, one in enumerate(fields) if not one.options and one.id not in moving}
    annex = make(taken)
    marks = marks_of(empty, _form(annex))
    limits = tuple(limits_of(_form(annex), marks))
    form, boxes = with_marked_boxes(_form(annex))
    marks |= boxes
    data = render_docx(replace(annex, annex=replace(annex.annex, content=form)), setting).data
    left_out = frozenset(range(len(fields))) - {one.field for one in marks.values()}
    return GridForm(make, setting, fields, left_out, limits, _Template(data, marks, fields))


@dataclass(frozen=True, eq=False)
class GridForm:
    """A form laid out. ``left_out`` are the numbers of the fields that only a new layout can fill in."""

    make: Callable[[Mapping[str, str]], SplitAnnex]
    setting: Setting
    fields: tuple[Field, ...]
    left_out: frozenset[int]
    limits: tuple[Limit, ...]
    template: _Template

    def fill(self, values: Mapping[str, str]) -> bytes:
        """See ``CompiledForm``."""
        texts = self._values.texts(values)
        encoded = escaped(texts, self._values.ids)
        if self._reason(texts):
            return render_docx(self.make(self._values.given(texts)), self.setting).data
        return self.template.filled(texts, encoded)

    def reason(self, values: Mapping[str, str]) -> str:
        """See ``CompiledForm``: why these values need a new layout."""
        return self._reason(self._values.texts(values))

    def _reason(self, texts: list[str]) -> str:
        for at in self.left_out:
            if texts[at]:
                return _("{field} stands where it moves others").format(field=self.fields[at].id)
        if sum(map(len, texts)) > self._plenty or any("\n" in text for text in texts):
            for limit in self.limits:
                if not limit.holds(texts):
                    longest = max((one.field for one in limit.marks), key=lambda at: len(texts[at]))
                    return _("{field} is too long for its row").format(field=self.fields[longest].id)
        return self._values.doubtful(texts)

    @functools.cached_property
    def _values(self) -> UnitValues:
        return UnitValues(self.fields)

    @functools.cached_property
    def _plenty(self) -> float:
        return min((limit.plenty for limit in self.limits), default=0)


class _Template:
    """The .docx cut at its marks."""

    def __init__(self, data: bytes, marks: Marks, fields: tuple[Field, ...]) -> None:
        archive = read_archive(data)
        xml = archive.read(_DOCUMENT).decode()
        self._holes: list[Hole] = [*holes_in(xml, marks, fields)]
        ends = [0, *(hole.end for hole in self._holes)]
        starts = [*(hole.start for hole in self._holes), len(xml)]
        self._literals = [xml[end:start].encode() for end, start in zip(ends, starts, strict=True)]
        self._packer = Packer(archive, (_DOCUMENT,))

    def filled(self, texts: list[str], encoded: list[bytes]) -> bytes:
        """The document with these values, as they are and escaped."""
        parts = [b""] * (2 * len(self._holes) + 1)
        parts[::2] = self._literals
        parts[1::2] = [hole.write(texts[hole.field], encoded[hole.field]) for hole in self._holes]
        return self._packer.pack([b"".join(parts).replace(_EMPTY, _CLOSED)])


def _form(annex: SplitAnnex) -> Form:
    content = annex.annex.content
    assert isinstance(content, Form), content
    return content
