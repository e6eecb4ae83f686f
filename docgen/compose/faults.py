"""What is wrong with a text of the campaign, all of it, each fault with its place in the text.

First the syntax tree is asked (``faults_of``), so that every wrong name comes out at once; then, if rendering
fails all the same, each ``{{ … }}`` is tried alone to find the guilty ones (``faults_of_failure``).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, UndefinedError

from docgen.compose.environment import TooMuchError, UnprintableError, rendered, words_environment
from docgen.compose.filters import FILTERS, FilterError
from docgen.compose.known_names import parts_of, why_not_known
from docgen.compose.syntax import FilterUse, Finding, Forbidden, NameUse, Path, findings
from docgen.diagnostics import did_you_mean
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

CODES = {UndefinedError: "T202", FilterError: "T204", TooMuchError: "T206", UnprintableError: "T207"}

_TAG = re.compile(r"\{#.*?#\}|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_MADE = re.compile(r"\{%[-+]?\s*(?:for\s+([\w\s,]+?)\s+in\b|set\s+(\w+))")


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
    spots = _Spots(source)
    # Right names are looked for too, so that a wrong one that is written the same way is found behind them.
    placed = [(fault, spots.of(finding)) for fault, finding in zip(faults, found, strict=True)]
    wrong = (replace(fault, offset=offset) for fault, offset in placed if fault)
    return sorted(wrong, key=lambda fault: fault.offset)


def faults_of_failure(source: str, names: Mapping[str, Any], failure: Exception) -> list[Fault]:
    """What made rendering fail."""
    found = []
    made = _made_names(source)
    for offset, tag in _expressions(source):
        if any(re.search(rf"\b{re.escape(name)}\b", tag) for name in made):
            continue
        try:
            rendered(tag, names)
        except FAILURES as one:
            found.append(_fault_of_failure(tag, one, offset))
    return found or [_fault_of_failure("", failure, _spot_on_line(source, _line_of(failure)))]


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
    loose = {*loose, *_made_names(source), "loop"}
    tags = list(_expressions(source))
    if [tag for _offset, tag in tags] == [source]:
        return [_syntax_fault(source, failure, 0)]
    found = _unclosed(source)
    for offset, tag in tags:
        found += [replace(fault, offset=fault.offset + offset) for fault in faults_of(tag, names, loose)]
    if not any(fault.code == "T201" for fault in found):
        found.append(_syntax_fault("", failure, _spot_on_line(source, getattr(failure, "lineno", 1))))
    return sorted(found, key=lambda fault: fault.offset)


def _syntax_fault(written: str, failure: Exception, offset: int) -> Fault:
    # Jinja's own words; they speak of tokens, but are exact.
    reason = str(getattr(failure, "message", "") or failure)
    message = _("{written} cannot be read: {reason}").format(written=_short(written) or "{…}", reason=reason)
    return Fault("T201", message, _("check the braces, quotes and spelling"), offset)


def _unclosed(source: str) -> list[Fault]:
    """``{{`` and ``{%`` that nothing closes before the next one."""
    closed = {match.start() for match in _TAG.finditer(source)}
    inside = [range(match.start() + 1, match.end()) for match in _TAG.finditer(source)]
    opened = (match for match in re.finditer(r"\{\{|\{%", source) if match.start() not in closed)
    left = [match for match in opened if not any(match.start() in span for span in inside)]
    message = _('"{sign}" is not closed')
    hint = _("write {{ … }} or {% … %}")
    return [Fault("T201", message.format(sign=match.group()), hint, match.start()) for match in left]


# ---------------------------------------------------------------- what fails when it is rendered


def _fault_of_failure(written: str, failure: Exception, offset: int) -> Fault:
    reason = str(failure) or type(failure).__name__
    message = f"{_short(written)}: {reason}" if written else reason
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


# ---------------------------------------------------------------- places in a text


class _Spots:
    """Finds where a finding is written on its line; the next one like it is looked for behind that."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.behind: dict[tuple[str, int], int] = {}

    def of(self, finding: Finding) -> int:
        return self._find(_pattern(finding), finding.line)

    def _find(self, pattern: str, line: int) -> int:
        start = _start_of_line(self.source, line)
        since = self.behind.get((pattern, line), start)
        for offset, tag in _tags(self.source):
            end = offset + len(tag)
            found = re.compile(pattern).search(self.source, max(offset, since), end) if end > since else None
            if found:
                self.behind[pattern, line] = found.end()
                return found.end() - len(found.group().lstrip())
        return start


def _pattern(finding: Finding) -> str:
    match finding:
        case NameUse((first, *others)):
            names = [re.escape(str(part)) for part in others]
            parts = [rf"\s*(?:\.\s*{name}|\[\s*['\"]?{name}['\"]?\s*\])" for name in names]
            return rf"(?<![\w.'\"]){re.escape(str(first))}{''.join(parts)}(?!\w)"
        case FilterUse(name, kind="filter"):
            return rf"(?<=\|)\s*{re.escape(name)}\b"
        case FilterUse(name):
            return rf"(?<=\bis\s)\s*(?:not\s+)?{re.escape(name)}(?!\w)"
        case Forbidden(_kind, written):
            return re.escape(written)
    raise AssertionError(finding)


def _tags(source: str) -> Iterator[tuple[int, str]]:
    for match in _TAG.finditer(source):
        if not match.group().startswith("{#"):
            yield match.start(), match.group()


def _expressions(source: str) -> Iterator[tuple[int, str]]:
    return ((offset, tag) for offset, tag in _tags(source) if tag.startswith("{{"))


def _made_names(source: str) -> Sequence[str]:
    """Names that a ``for`` or ``set`` makes, read without a syntax tree."""
    return [name for match in _MADE.finditer(source) for name in re.findall(r"\w+", match[1] or match[2])]


def _spot_on_line(source: str, line: int) -> int:
    """The first tag on a line, or its beginning."""
    start = _start_of_line(source, line)
    text = source[start:].split("\n", 1)[0]
    found = re.search(r"\{[{%]", text)
    return start + (found.start() if found else 0)


def _start_of_line(source: str, line: int) -> int:
    starts = [0, *(match.end() for match in re.finditer(r"\n", source))]
    return starts[min(max(line, 1), len(starts)) - 1]


def _short(written: str) -> str:
    """On one line, and no longer than a letter can bear."""
    flat = re.sub(r"\s+", " ", written)
    return flat if len(flat) <= 60 else flat[:57] + "…"
