"""Mending what is mechanical: exact replacements where the words were typed; comments and layout stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.lint.finding import Finding
from docgen.sources.text_file import LINE_BREAK


def mendable(findings: Iterable[Finding]) -> list[Finding]:
    """Those that carry a replacement and whose words stand in a file as they are printed."""
    return [one for one in findings if one.hit.replacement is not None and one.place.line is not None]


def fixable(findings: Iterable[Finding]) -> list[Finding]:
    """Those of them that ``--fix`` mends: a campaign's own, not those of documents that docgen did not make."""
    return [one for one in mendable(findings) if one.hit.passage and one.hit.passage.loc]


def mended(text: str, findings: Sequence[Finding]) -> tuple[str, int]:
    """A file's text with all mended that can be, and in how many places; what overlaps waits for a next time."""
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
    spots = sorted({_spot(one, starts) for one in mendable(findings)}, reverse=True)
    before, count = len(text) + 1, 0
    for start, old, new in spots:
        if start + len(old) <= before and text.startswith(old, start):
            text = text[:start] + new + text[start + len(old) :]
            before, count = start, count + 1
    return text, count


def _spot(finding: Finding, starts: Sequence[int]) -> tuple[int, str, str]:
    line, column = finding.place.line or 1, finding.place.column or 1
    return starts[line - 1] + column - 1, finding.words, finding.hit.replacement or ""
