"""A grid form as a template: laid out once with marks for values, then filled in for any number of units.

    form_compiler(make, setting)  →  CompiledForm  →  form.fill({"unit_name": "天津大学"}), form.fill(…), …

``make`` composes the annex with the values it is given; the template is what ``render_docx`` makes of one such annex,
cut at its marks. A value that would change the layout itself (so long that its row must break, or above a seal that it
would move) is not squeezed in: such a unit's form is composed and rendered anew. Either way the document is the one
that ``render_docx`` makes, to the byte.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from docgen.compose.fields import chosen_options
from docgen.document.tree import Field, Form, SplitAnnex, fields_of
from docgen.language import _
from docgen.render.docx import render_docx
from docgen.render.docx.compiled.archive import Packer, read_archive
from docgen.render.docx.compiled.values import as_text, escaped
from docgen.render.docx.form_holes import Hole, holes_in
from docgen.render.docx.form_marks import Marks, mark, marks_of, with_marked_boxes
from docgen.render.docx.form_rooms import Limit, limits_of, moving_fields
from docgen.render.setting import Setting

Make = Callable[[Mapping[str, str]], SplitAnnex]
"""Composes an annex with these values of its fields, by field id, and with no others."""

_DOCUMENT = "word/document.xml"
_BRACES = re.compile(r"[{｛]\s*[{%#｛％]|[}%#｝％]\s*[}｝]")
_EMPTY, _CLOSED = b'<w:t xml:space="preserve"></w:t>', b'<w:t xml:space="preserve"/>'


def form_compiler(make: Make, setting: Setting) -> CompiledForm:
    """The form of the annex that ``make`` composes. Raises what composing and rendering raise."""
    blank = _form(make({}))
    fields = tuple(fields_of(blank))
    moving = moving_fields(blank)
    taken = {one.id: mark(str(at)) for at, one in enumerate(fields) if not one.options and one.id not in moving}
    annex = make(taken)
    marks = marks_of(blank, _form(annex))
    limits = tuple(limits_of(_form(annex), marks))
    form, boxes = with_marked_boxes(_form(annex))
    marks |= boxes
    data = render_docx(replace(annex, annex=replace(annex.annex, content=form)), setting).data
    marked = {fields[one.field].id for one in marks.values()}
    left_out = frozenset(at for at, one in enumerate(fields) if one.id not in marked)
    return CompiledForm(make, setting, fields, left_out, limits, _Template(data, marks, fields))


@dataclass(frozen=True, eq=False)
class CompiledForm:
    """A form laid out. ``left_out`` are the numbers of the fields that only a new layout can fill in."""

    make: Make
    setting: Setting
    fields: tuple[Field, ...]
    left_out: frozenset[int]
    limits: tuple[Limit, ...]
    template: _Template

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The .docx with these values, by field id; a field without one stays empty.

        Raises DocgenError R420 (exit 3) for a character that no Word file can hold, and what composing raises.
        """
        texts = self._texts(values)
        encoded = escaped(texts, [field.id for field in self.fields])
        if self._reason(texts):
            given = {field.id: text for field, text in zip(self.fields, texts, strict=True) if text}
            return render_docx(self.make(given), self.setting).data
        return self.template.filled(texts, encoded)

    __call__ = fill

    def reason(self, values: Mapping[str, str]) -> str:
        """Why these values need a new layout; empty if they do not."""
        return self._reason(self._texts(values))

    def _texts(self, values: Mapping[str, str]) -> list[str]:
        return [as_text(values.get(field.id)).strip() for field in self.fields]

    def _reason(self, texts: list[str]) -> str:
        for at in self.left_out:
            if texts[at]:
                return _("{field} stands where it moves others").format(field=self.fields[at].id)
        for at in self._choices:
            field = self.fields[at]
            if set(chosen_options(texts[at], field.options, field.multiple)) - set(field.options):
                return _("{field} is not one of its options").format(field=field.id)
        if _BRACES.search(together := "\n".join(texts)):
            return _("a value holds braces")
        if len(together) > self._plenty or together.count("\n") >= len(texts):
            for limit in self.limits:
                if not limit.holds(texts):
                    longest = max((one.field for one in limit.marks), key=lambda at: len(texts[at]))
                    return _("{field} is too long for its row").format(field=self.fields[longest].id)
        return ""

    @functools.cached_property
    def _choices(self) -> list[int]:
        return [at for at, field in enumerate(self.fields) if field.options]

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
