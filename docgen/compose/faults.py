"""What is wrong with a text of the campaign, all of it, each fault with its place in the text.

First the syntax tree is asked (``faults_of``), so that every wrong name comes out at once; then, if rendering
fails all the same, each ``{{ … }}`` is tried alone to find the guilty ones (``faults_of_failure``).
"""

from __future__ import annotations

import inspect
import itertools
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, UndefinedError

from docgen.compose.environment import TooMuchError, UnprintableError, rendered, words_environment
from docgen.compose.filters import FILTERS, FilterError
from docgen.compose.jinja_words import in_our_words
from docgen.compose.known_names import parts_of, why_not_known
from docgen.compose.spots import Spots, expressions_of, made_names, short, spot_on_line, unclosed_in
from docgen.compose.syntax import FilterUse, Finding, Forbidden, NameUse, Path, findings
from docgen.diagnostics import did_you_mean
from docgen.frozen import dataclass
from docgen.language import _

FAILURES = (
    TemplateError,
    FilterError,
    UnprintableError,
    TooMuchError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    SyntaxError,
    MemoryError,
)
"""All that a text, however hostile, may raise while it is read or rendered."""

ENOUGH = 200
"""So many expressions of a text are looked at one by one; who has more wrong ones will come back."""

CODES = {UndefinedError: "T202", FilterError: "T204", TooMuchError: "T206", UnprintableError: "T207"}


@dataclass(frozen=True)
class Fault:
    """A code, a message and a hint for the author; ``offset`` counts characters from the text's beginning."""

    code: str
    message: str
    hint: str = ""
    offset: int = 0


def faults_of(source: str, names: Mapping[str, Any], loose: Collection[str] = ()) -> list[Fault]:
    """What can be told without rendering. ``loose`` names may have any parts, and need not be there."""
    try:
        found = findings(source)
    except FAILURES as failure:
        return _faults_of_syntax(source, names, loose, failure)
    faults = [_fault(finding, names, loose) for finding in found]
    if not any(faults):
        return []
    spots = Spots(source)
    # Right names are looked for too, so that a wrong one that is written the same way is found behind them.
    placed = [(fault, spots.of(finding)) for fault, finding in zip(faults, found, strict=True)]
    wrong = (replace(fault, offset=offset) for fault, offset in placed if fault)
    return sorted(wrong, key=lambda fault: fault.offset)


def faults_of_failure(source: str, names: Mapping[str, Any], failure: Exception) -> list[Fault]:
    """What made rendering fail."""
    found = []
    made = made_names(source)
    for offset, tag in itertools.islice(expressions_of(source), ENOUGH):
        if any(re.search(rf"\b{re.escape(name)}\b", tag) for name in made):
            continue
        try:
            rendered(tag, names)
        except FAILURES as one:
            found.append(_fault_of_failure(tag, one, offset))
    return found or [_fault_of_failure("", failure, spot_on_line(source, _line_of(failure)))]


# ---------------------------------------------------------------- findings


def _fault(finding: Finding, names: Mapping[str, Any], loose: Collection[str]) -> Fault | None:
    match finding:
        case NameUse(path):
            return _fault_of_name(path, names, loose)
        case FilterUse():
            return _fault_of_filter(finding)
        case Forbidden("hidden", written):
            message = _('"{written}" may not be used in the words').format(written=written)
            return Fault("T205", message, _("the words may only use the values of the campaign"))
        case Forbidden("call", written):
            message = _('"{written}(…)": nothing can be called in the words').format(written=written)
            return Fault("T205", message, _("use a filter: {{ value | filter }}"))
        case Forbidden("deep"):
            return Fault("T205", _("the expressions here are nested too deeply"))
        case Forbidden(_kind, written):
            message = _('"{written}" is not a part of the words').format(written=written)
            return Fault("T205", message, _("the words know {{ … }}, if, for, set and filters"))


def _fault_of_name(path: Path, names: Mapping[str, Any], loose: Collection[str]) -> Fault | None:
    if path[0] in loose and path[0] not in names:
        return None
    value: Any = names
    for depth, part in enumerate(path):
        parts = parts_of(value)
        if part not in parts:
            return Fault("T202", *why_not_known(path, depth, value))
        value = parts[part]
    return None


def _fault_of_filter(use: FilterUse) -> Fault | None:
    environment = words_environment()
    known = environment.filters if use.kind == "filter" else environment.tests
    if use.name not in known:
        message = _('there is no filter "{name}"') if use.kind == "filter" else _('there is no test "{name}"')
        visible = [name for name in known if name.isidentifier() and not name.startswith("_")]
        return Fault("T203", message.format(name=use.name), did_you_mean(use.name, visible))
    if use.kind == "filter" and use.name in FILTERS:
        return _fault_of_arguments(use)
    return None


def _fault_of_arguments(use: FilterUse) -> Fault | None:
    signature = inspect.signature(FILTERS[use.name])
    try:
        signature.bind(*[None] * (use.arguments + 1), **dict.fromkeys(use.keywords))
    except TypeError:
        message = _('the filter "{name}" does not take these arguments').format(name=use.name)
        known = list(signature.parameters)[1:]
        wrong = [word for word in use.keywords if word not in known]
        return Fault("T204", message, did_you_mean(wrong[0] if wrong else "", known) or _("it takes none"))
    return None


# ---------------------------------------------------------------- what cannot be read at all


def _faults_of_syntax(source: str, names: Mapping[str, Any], loose: Collection[str], failure: Exception) -> list[Fault]:
    """The unreadable ``{{ … }}`` one by one, and what is wrong with the readable ones."""
    loose = {*loose, *made_names(source), "loop"}
    tags = list(itertools.islice(expressions_of(source), ENOUGH))
    if [tag for _offset, tag in tags] == [source]:
        return [_syntax_fault(source, failure, 0)]
    found = _unclosed(source)
    for offset, tag in tags:
        found += [replace(fault, offset=fault.offset + offset) for fault in faults_of(tag, names, loose)]
    if not any(fault.code == "T201" for fault in found):
        found.append(_syntax_fault("", failure, spot_on_line(source, getattr(failure, "lineno", 1))))
    return sorted(found, key=lambda fault: fault.offset)


def _syntax_fault(written: str, failure: Exception, offset: int) -> Fault:
    deep = isinstance(failure, RecursionError)
    reason = _("it is nested too deeply") if deep else in_our_words(str(getattr(failure, "message", "") or failure))
    message = _("{written} cannot be read: {reason}").format(written=short(written), reason=reason)
    return Fault("T201", message if written else reason, _("check the braces, quotes and spelling"), offset)


def _unclosed(source: str) -> list[Fault]:
    message, hint = _('"{sign}" is not closed'), _("write {{ … }} or {% … %}")
    return [Fault("T201", message.format(sign=sign), hint, offset) for offset, sign in unclosed_in(source)]


# ---------------------------------------------------------------- what fails when it is rendered


def _fault_of_failure(written: str, failure: Exception, offset: int) -> Fault:
    deep = isinstance(failure, RecursionError | MemoryError)
    reason = _("it is nested too deeply") if deep else str(failure)
    message = f"{short(written)}: {reason}" if written else reason
    return Fault(CODES.get(type(failure), "T204"), message, offset=offset)


def _line_of(failure: Exception) -> int:
    """The line of the text, which Jinja writes into the traceback."""
    line, trace = 1, failure.__traceback__
    while trace is not None:
        line = trace.tb_lineno if _is_of_text(trace) else line
        trace = trace.tb_next
    return line


def _is_of_text(trace: TracebackType) -> bool:
    return trace.tb_frame.f_code.co_filename == "<template>"
