"""Whether a year or an edition (届) in a sentence belongs to the past: what was held, won or issued then."""

from __future__ import annotations

from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern

_BEFORE = Pattern(
    r"(?<!各)自(?!治|主|行|愿|身|己|然|评|查|筹|荐|我)|从(?!事|业|严|优)|原(?!则|件|文|始)|比(?!赛|例|重|选|武)|较(?!好|高|大|强)"
    r"|以来|上年|去年|往年|上届|往届|历届|此前|已|曾|历年|同比|印发|当年|入选|获|列入|第[一二三四五六七八九十]批"
)
_BEHIND = Pattern(r"\S{0,12}(?:以来|人选|入选|总结|经验|成效)")
_BREAK = Pattern("[。；]")


def is_past(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence tells, before ``text[start:end]`` or right behind it, of what has been."""
    clause = _BREAK.split(passage.text[:start])[-1]
    return bool(_BEFORE.search(clause) or _BEHIND.match(passage.text, end))
