"""Options whose values click does not know."""

from __future__ import annotations

import click

from docgen.diagnostics import did_you_mean
from docgen.language import _
from docgen.workflow.formats import FORMATS


def formats_named(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The formats in ``docx,pdf`` (or in several ``--format``), each once; all there are if none is named.

    Raises ``click.BadParameter`` for what is no format.
    """
    named = [word for value in values for word in _words(value)]
    for word in named:
        if word not in FORMATS:
            message = _('"{word}" is not a format; {hint}')
            raise click.BadParameter(message.format(word=word, hint=did_you_mean(word, FORMATS)))
    return tuple(format for format in FORMATS if format in named) or FORMATS


def _words(value: str) -> list[str]:
    """Split at commas, Chinese ones too; ``.PDF`` is pdf."""
    parts = value.lower().replace("，", ",").replace("、", ",").split(",")
    return [part.strip().removeprefix(".") for part in parts if part.strip()]
