"""Where something stands in a text: the offsets of tags, and of what the syntax tree knows only by its line."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from docgen.compose.syntax import FilterUse, Finding, Forbidden, NameUse

TAG = re.compile(r"\{#(?:(?!\{#).)*?#\}|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}", re.DOTALL)
_MADE = r"\{%[-+]?\s*(?:for\s+([\w\s,]{1,200}?)\s+in\b|set\s+(\w+))"


class Spots:
    """Finds where a finding is written on its line; the next one like it is looked for behind that."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._tags = list(tags_of(source))
        self._ends = [offset + len(tag) for offset, tag in self._tags]
        self._lines = _line_starts(source)
        self._behind: dict[tuple[str, int], int] = {}

    def of(self, finding: Finding) -> int:
        """The offset at which ``finding`` is written, or that of its line."""
        pattern = _pattern(finding)
        start = self._lines[min(finding.line, len(self._lines)) - 1]
        since = self._behind.get((pattern, finding.line), start)
        looked_for = re.compile(pattern)
        for index in range(bisect.bisect_right(self._ends, since), len(self._tags)):
            begin = max(self._tags[index][0], since)
            if found := looked_for.search(self._source, begin, self._ends[index]):
                self._behind[pattern, finding.line] = found.end()
                return found.end() - len(found.group().lstrip())
        return start


def tags_of(source: str) -> Iterator[tuple[int, str]]:
    """Every ``{{ … }}`` and ``{% … %}`` with its offset."""
    for match in TAG.finditer(source):
        if not match.group().startswith("{#"):
            yield match.start(), match.group()


def expressions_of(source: str) -> Iterator[tuple[int, str]]:
    """Every ``{{ … }}`` with its offset."""
    return ((offset, tag) for offset, tag in tags_of(source) if tag.startswith("{{"))


def unclosed_in(source: str) -> Iterator[tuple[int, str]]:
    """Every ``{{`` and ``{%`` that nothing closes before the next one, with its offset."""
    end = 0
    for match in [*TAG.finditer(source), None]:
        between = source[end : match.start()] if match else source[end:]
        yield from ((end + sign.start(), sign.group()) for sign in re.finditer(r"\{\{|\{%", between))
        end = match.end() if match else end


def made_names(source: str) -> Sequence[str]:
    """Names that a ``for`` or ``set`` makes, read without a syntax tree."""
    return [name for match in re.finditer(_MADE, source) for name in re.findall(r"\w+", match[1] or match[2])]


def spot_on_line(source: str, line: int) -> int:
    """The first tag on a line, or its beginning."""
    starts = _line_starts(source)
    start = starts[min(max(line, 1), len(starts)) - 1]
    found = re.search(r"\{[{%]", source[start:].split("\n", 1)[0])
    return start + (found.start() if found else 0)


def short(written: str) -> str:
    """On one line, and no longer than a letter can bear."""
    flat = re.sub(r"\s+", " ", written)
    return flat if len(flat) <= 60 else flat[:57] + "…"


def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\n", source))]


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
        case Forbidden("deep"):
            return r"\{[{%]"
        case Forbidden(_kind, written):
            return re.escape(written)
        case _:
            raise AssertionError(finding)
