"""A unit's values on their way into a form: in the order of its fields; and those that only composing can judge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from docgen.compose.fields import chosen_options
from docgen.document.tree import Field
from docgen.language import _
from docgen.render.docx.compiled.values import as_text

_BRACES = re.compile(r"[{｛]\s*[{%#｛％]|[}%#｝％]\s*[}｝]")


class UnitValues:
    """The values that the fields of one form can take."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.ids = tuple(field.id for field in fields)
        self._choices = [(at, field) for at, field in enumerate(fields) if field.options]

    def texts(self, values: Mapping[str, str]) -> list[str]:
        """A text for each field, as composing would take it; empty where there is no value."""
        return [as_text(values.get(name)).strip() for name in self.ids]

    def given(self, texts: Sequence[str]) -> dict[str, str]:
        """The values again, of the fields that have one."""
        return {name: text for name, text in zip(self.ids, texts, strict=True) if text}

    def doubtful(self, texts: Sequence[str]) -> str:
        """Why composing has to look at the values, which refuses what is wrong with them; empty if it need not."""
        for at, field in self._choices:
            if not set(chosen_options(texts[at], field.options, field.multiple)) <= set(field.options):
                return _("{field} is not one of its options").format(field=field.id)
        return _("a value holds braces") if _BRACES.search("\n".join(texts)) else ""
