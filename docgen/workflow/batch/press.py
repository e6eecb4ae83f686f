"""The press: set up once for a campaign's forms, it prints them for one unit after the other.

A DOCX comes from the form compiled into a template; the PDFs of some units are set together and cut apart.
A unit with values of its own for the campaign gets everything composed from a campaign that has them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.diagnostics import DocgenError
from docgen.document.tree import Document
from docgen.frozen import dataclass
from docgen.render import RENDERERS, Rendered
from docgen.roster.unit import Unit
from docgen.workflow.batch.keys import NOTICE_PIECE, Piece
from docgen.workflow.batch.order import Order
from docgen.workflow.batch.plan import Job
from docgen.workflow.names import NOTICE, annex_names
from docgen.workflow.prepare import Prepared

if TYPE_CHECKING:
    from docgen.render.docx.form_template import CompiledForm
    from docgen.render.pdf.together import Together


_Ahead = dict[tuple[int, int], Rendered]
"""By number of unit and annex."""


_Documents = dict[int, tuple[str, Document]]
"""Number of a piece → its name and document."""


@dataclass(frozen=True)
class Sheet:
    """A file that came from the press: which piece it is, its name without folder, what it holds."""

    piece: Piece
    name: str
    rendered: Rendered


class Press:
    """See above; makes ready what it needs when it is first needed.

    ``ways`` counts, for ``--explain``, how often an annex was filled in (no reason) or laid out anew, and why.
    """

    def __init__(self, order: Order) -> None:
        from docgen.compose.units import UnitForms

        prepared = order.prepared
        self._prepared, self._setting, self._names = prepared, order.setting, order.names
        self._forms = UnitForms(prepared.loaded, prepared.forms, prepared.notice)
        self._templates: dict[int, CompiledForm] = {}
        self._ahead: _Ahead = {}
        self._own: dict[int, _Documents] = {}
        self._explain, self._converted = order.explain, order.converted
        self.ways: Counter[tuple[int, str]] = Counter()

    def begin(self, jobs: Sequence[Job]) -> Callable[[], None]:
        """Begins with what is the quicker for being made for some units at a time.

        What comes back is to be called when it is their turn: it waits for what was begun.
        """
        numbers = sorted({number for job in jobs for number, format in job.make if format == "pdf"})
        begun = [self._begin(number, jobs) for number in numbers if number in self._setting_together]

        def end() -> None:
            self._ahead = {}
            for one in begun:
                self._ahead |= one()
            self._ahead |= self._printed(jobs)

        return end

    def sheets(self, job: Job) -> Iterator[Sheet]:
        """All that is to be made for a unit. Raises DocgenError with what is wrong with its values."""
        if job.unit.overrides:
            yield from self._overridden(job)
            return
        for piece in job.make:
            number, format = piece
            ahead = self._ahead.pop((job.number, number), None) if format == "pdf" else None
            rendered = ahead or self._rendered(number, format, job.unit)
            yield Sheet(piece, f"{self._names[number]}.{format}", rendered)

    def _values(self, number: int, unit: Unit) -> dict[str, str]:
        """Field → value in annex ``number``. Raises DocgenError with what is wrong with a value."""
        return self._forms.values(number, unit.values, unit.fields)

    def _rendered(self, number: int, format: str, unit: Unit) -> Rendered:
        values = self._values(number, unit)
        if format == "docx":
            template = self._template(number)
            if self._explain:
                self.ways[number, template.reason(values)] += 1
            return Rendered(template.fill(values))
        return RENDERERS[format](self._forms.with_values(number, values), self._setting)

    @functools.cached_property
    def _setting_together(self) -> dict[int, Together]:
        """The annexes whose PDFs can be set together."""
        from docgen.render.pdf import engine_for
        from docgen.render.pdf.together import Together, can_be_set_together

        blanks = {number: self._forms.with_values(number, {}) for number in self._forms.fillable}
        return {
            number: Together(blank, self._setting)
            for number, blank in blanks.items()
            if engine_for(blank, self._setting) == "typst" and can_be_set_together(blank, self._setting)
        }

    def _begin(self, number: int, jobs: Sequence[Job]) -> Callable[[], _Ahead]:
        """The PDFs of an annex; a unit with values that cannot be composed is told so when it is its turn."""
        documents = {}
        for job in jobs:
            with contextlib.suppress(DocgenError):
                if (number, "pdf") in job.make and not job.unit.overrides:
                    documents[job.number] = self._forms.with_values(number, self._values(number, job.unit))
        begun = self._setting_together[number].begun([*documents.values()])
        return lambda: {(unit, number): one for unit, one in zip(documents, begun(), strict=True) if one}

    def _printed(self, jobs: Sequence[Job]) -> _Ahead:
        """The PDFs that LibreOffice makes, started once for all; a unit hears what is wrong when it is its turn."""
        documents: dict[tuple[int, int], Document] = {}
        for job in jobs:
            numbers = [number for number, format in job.make if format == "pdf" and number in self._converted]
            with contextlib.suppress(Exception):
                documents |= {(job.number, number): self._document(number, job) for number in numbers}
        if not documents:
            return {}
        from docgen.render.pdf.libreoffice import render_many_with_libreoffice

        printed = render_many_with_libreoffice([*documents.values()], self._setting)
        return {key: one for key, one in zip(documents, printed, strict=True) if one}

    def _document(self, number: int, job: Job) -> Document:
        if not job.unit.overrides:
            return self._forms.with_values(number, self._values(number, job.unit))
        if job.number not in self._own:
            self._own[job.number] = _documents(self._prepared, job.unit)
        return self._own[job.number][number][1]

    def _template(self, number: int) -> CompiledForm:
        """The form of an annex as a template; compiled once."""
        if number not in self._templates:
            from docgen.render.docx.form_template import form_compiler

            self._templates[number] = form_compiler(functools.partial(self._forms.with_values, number), self._setting)
        return self._templates[number]

    def _overridden(self, job: Job) -> Iterator[Sheet]:
        """The notice and all annexes of a unit that has values of its own for the campaign."""
        documents = self._own.pop(job.number, None) or _documents(self._prepared, job.unit)
        for piece in job.make:
            number, format = piece
            name, document = documents[number]
            ahead = self._ahead.pop((job.number, number), None) if format == "pdf" else None
            yield Sheet(piece, f"{name}.{format}", ahead or RENDERERS[format](document, self._setting))


def _documents(prepared: Prepared, unit: Unit) -> _Documents:
    """Piece → name and document. The notice has blank forms, as it is published; the forms beside it are filled in."""
    from docgen.compose import compose, split_annexes
    from docgen.roster.overrides import apply_overrides

    campaign = apply_overrides(prepared.loaded.campaign, unit.overrides, unit.place)
    loaded = dataclasses.replace(prepared.loaded, campaign=campaign)
    own = dataclasses.replace(prepared, loaded=loaded, notice=compose(loaded, prepared.forms))
    filled = split_annexes(compose(loaded, prepared.forms, unit.values, unit.fields))
    annexes = zip(annex_names(own), filled, strict=True)
    return {NOTICE_PIECE: (NOTICE, own.notice), **dict(enumerate(annexes))}
