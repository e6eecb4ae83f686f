"""What can go wrong while a template is filled in, as letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, UndefinedError

from docgen.compose.jinja_words import in_our_words
from docgen.diagnostics import DocgenError, Exit, Place, Problem, did_you_mean
from docgen.language import _

if TYPE_CHECKING:
    from docgen.render.docx.compiled.taken import NotWellFormedError

FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What Jinja raises, and what the template's own expressions can."""


def fault_letter(error: Exception, values: Mapping[str, Any], place: Place | None) -> DocgenError:
    """A fault as a DocgenError (exit 4): T401 for a name that is not there, T422 for anything else."""
    if name := _missing_name(error):
        message = _('the Word file names "{name}", which is not known').format(name=name)
        known = [str(key) for key in values]
        return DocgenError(Problem("T401", message, place, did_you_mean(name, known)), Exit.TEMPLATE)
    if isinstance(error, UndefinedError):
        message = _("a name in the Word file is not known: {error}").format(error=in_our_words(str(error)))
        return DocgenError(Problem("T401", message, place), Exit.TEMPLATE)
    message = _("the tags of the Word file cannot be filled in: {error}").format(error=in_our_words(str(error)))
    return DocgenError(Problem("T422", message, place), Exit.TEMPLATE)


def not_well_formed(error: NotWellFormedError, place: Place | None) -> Problem:
    """The letter for a part that is no XML once it is filled in."""
    message = _('with its tags filled in, the Word file is broken behind "{near}" ({said})')
    hint = _("delete the tags there and type them again, each within one paragraph or cell")
    return Problem("T420", message.format(near=error.near, said=error.said), place, hint)


def _missing_name(error: Exception) -> str:
    match error:
        case KeyError(args=(str(name),)):
            return name
        case UndefinedError() if found := re.fullmatch(r"'(\w+)' is undefined", str(error)):
            return found[1]
        case _:
            return ""
