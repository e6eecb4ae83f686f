"""A form as a template for any number of units: laid out or compiled once, then filled in.

    form_compiler(make, setting)  →  CompiledForm  →  form.fill({"unit_name": "天津大学"}), form.fill(…), …

``make`` composes the annex with the values it is given. Whatever the way, the document is the one that ``render_docx``
makes of ``make(values)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from docgen.document.tree import Field, Form, SplitAnnex, WordForm
from docgen.render.docx.grid_template import laid_out
from docgen.render.docx.word_form import CompiledWordForm
from docgen.render.setting import Setting

__all__ = ["CompiledForm", "Make", "form_compiler"]

Make = Callable[[Mapping[str, str]], SplitAnnex]
"""Composes an annex with these values of its fields, by field id, and with no others."""


class CompiledForm(Protocol):
    """A form that only has to be filled in."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """What may be filled in."""

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The .docx with these values, by field id; a field without one stays empty.

        Raises DocgenError R420 (exit 3) for a character that no Word file can hold, and what composing raises.
        """

    def reason(self, values: Mapping[str, str]) -> str:
        """Why these values take longer, for ``--explain``; empty if they do not."""


def form_compiler(make: Make, setting: Setting) -> CompiledForm:
    """The form of the annex that ``make`` composes. Raises what composing and rendering raise."""
    blank = make({})
    match blank.annex.content:
        case Form():
            return laid_out(make, blank, setting)
        case WordForm():
            return CompiledWordForm(make, blank, blank.annex.content)
        case _:
            raise ValueError(f"the annex {blank.annex.id} is no form")
