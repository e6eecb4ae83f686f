"""The words written out: texts of the campaign and of its forms, their expressions filled in.

Every text that is printed goes through here once. What is wrong with it is put down as a problem at its place
in the YAML, and the text comes back empty, so that composing goes on and all problems are told together.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple

from docgen.compose.environment import TEXT_LIMIT, rendered
from docgen.compose.faults import ENOUGH, FAILURES, Fault, faults_of, faults_of_failure
from docgen.diagnostics import Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.text_file import TAG_SIGNS, WIDE_BRACES

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"[ \t]*\n\s*")


class Written(NamedTuple):
    """A text that was written out: where it stands, as its author typed it, as it is printed."""

    sources: SourceMap
    loc: Loc
    source: str
    text: str


@dataclass(frozen=True)
class Words:
    """Writes texts out with ``names``; ``sources`` knows their places, ``problems`` takes what is wrong.

    ``given``: field → what a unit's roster says for the field itself, whatever the form would pre-fill. ``trace`` takes
    every text that is written out, for those who look at texts where they were typed.
    """

    names: Mapping[str, Any]
    sources: SourceMap
    problems: list[Problem]
    given: Mapping[str, str] = field(default_factory=dict)
    trace: list[Written] | None = None

    def of(self, sources: SourceMap) -> Words:
        """For the texts of another file."""
        return Words(self.names, sources, self.problems, self.given, self.trace)

    def giving(self, given: Mapping[str, str]) -> Words:
        """For a form of which these fields are given."""
        return Words(self.names, self.sources, self.problems, given, self.trace)

    def knowing(self, **more: Any) -> Words:
        """With more names."""
        return Words({**self.names, **more}, self.sources, self.problems, self.given, self.trace)

    def line(self, source: str, loc: Loc) -> str:
        """One line: line breaks within it are closed up, as between Chinese characters no space is wanted."""
        return _LINE_BREAK.sub("", self.text(source, loc).strip())

    def lines(self, sources: Sequence[str], loc: Loc) -> tuple[str, ...]:
        """Several lines; an entry with line breaks is as many lines."""
        texts = [self.text(source, (*loc, index)) for index, source in enumerate(sources)]
        return tuple(line.strip() for text in texts for line in text.strip().split("\n"))

    def text(self, source: str, loc: Loc) -> str:
        """Several paragraphs, as they stand."""
        text = self._text(source, loc) if source else ""
        if self.trace is not None and text:
            self.trace.append(Written(self.sources, loc, source, text))
        return text

    def _text(self, source: str, loc: Loc) -> str:
        if _is_plain(source):
            return source
        if len(source) > TEXT_LIMIT:
            return self._tell([_fault_of_length()], "", loc)
        faults = _faults_of_signs(source, WIDE_BRACES) if "{" not in source else self._check(source)
        if faults:
            return self._tell(faults, source, loc)
        if "{" not in source:
            return self._without_left_overs(source, source, loc)
        try:
            written = rendered(source, self.names)
        except FAILURES as failure:
            return self._tell(faults_of_failure(source, self.names, failure), source, loc)
        return self._without_left_overs(written, source, loc)

    def value(self, text: str, loc: Loc) -> str:
        """A value as it stands: it is no template, but braces and control characters are refused in it, too."""
        return self._without_left_overs(text, "", loc)

    def check(self, source: str, loc: Loc, loose: Collection[str]) -> None:
        """Only what can be told without the ``loose`` names, whose values are not there yet."""
        self._tell(self._check(source, loose), source, loc)

    def _check(self, source: str, loose: Collection[str] = ()) -> list[Fault]:
        return _faults_of_signs(source, WIDE_BRACES) + faults_of(source, self.names, loose)

    def _without_left_overs(self, written: str, source: str, loc: Loc) -> str:
        faults = _faults_of_signs(written, TAG_SIGNS) + _faults_of_control(written)
        # Line by line the same as the source, or too different to say more than whose text it is.
        same = written if written.count("\n") == source.count("\n") else ""
        return self._tell(faults, same, loc) if faults else written

    def _tell(self, faults: Sequence[Fault], source: str, loc: Loc) -> str:
        for fault in faults[:ENOUGH]:
            place = self._place(fault.offset, source, loc)
            self.problems.append(Problem(fault.code, fault.message, place, fault.hint))
        return ""

    def _place(self, offset: int, source: str, loc: Loc) -> Place:
        loc = _as_written(loc, self.sources)
        if not source:
            return self.sources.place(loc)
        before = source[:offset]
        return self.sources.place_in_text(loc, before.count("\n"), offset - (before.rfind("\n") + 1))


def _as_written(loc: Loc, sources: SourceMap) -> Loc:
    """The way in the file: a single value may stand where a list is meant, and then bears no number 0."""
    if loc in sources.values:
        return loc
    shorter = ((*loc[:index], *loc[index + 1 :]) for index, part in enumerate(loc) if part == 0)
    return next((way for way in shorter if way in sources.values), loc)


# The words of a form are written out for every unit.
@functools.lru_cache(maxsize=4096)
def _is_plain(source: str) -> bool:
    """Whether it is printed as it stands, and nothing is wrong with it."""
    return (
        "{" not in source and len(source) <= TEXT_LIMIT and not TAG_SIGNS.search(source) and not _CONTROL.search(source)
    )


def _faults_of_signs(text: str, signs: re.Pattern[str]) -> list[Fault]:
    """Braces that were meant for Jinja and would be printed."""
    return [_fault_of_sign(match) for match in signs.finditer(text)]


def _fault_of_sign(match: re.Match[str]) -> Fault:
    if WIDE_BRACES.fullmatch(match.group()):
        message = _('"{sign}" are full-width braces, which fill nothing in').format(sign=match.group())
        return Fault("T208", message, _("type half-width braces: {{ … }}"), match.start())
    message = _('"{sign}" is left over and would be printed').format(sign=match.group())
    return Fault("T208", message, _("expressions are written {{ … }}"), match.start())


def _fault_of_length() -> Fault:
    return Fault("T206", _("the text is longer than {limit} characters").format(limit=TEXT_LIMIT))


def _faults_of_control(text: str) -> list[Fault]:
    return [_fault_of_control(match) for match in _CONTROL.finditer(text)]


def _fault_of_control(match: re.Match[str]) -> Fault:
    message = _("a control character (U+{code}) stands in the text").format(code=f"{ord(match.group()):04X}")
    return Fault("T209", message, _("delete it"), match.start())
