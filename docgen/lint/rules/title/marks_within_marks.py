"""书名号里面还有书名号时，里面用单书名号〈〉。

小于号、大于号“<>”不是单书名号；双书名号里面套双书名号，外层在哪里结束就看不清了。标题和正文引用的标题都看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-009",
    name="marks-within-marks",
    title="书名号内再用书名号时用单书名号〈〉，不用大于小于号",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.15.3",
    bad="转发《关于印发<评审办法>的通知》",
    good="转发《关于印发〈评审办法〉的通知》",
    needs=("《",),
    fixes=True,
)

_INNER = Pattern(r"[<＜《]([^<>＜＞《》〈〉]*[\u4e00-\u9fff][^<>＜＞《》〈〉]*)[>＞》]")


def check(reading: Reading) -> Iterator[Hit]:
    """<…> or 《…》 within 《…》."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for start, end in _quoted(passage.text):
            if not any(mark in passage.text[start + 1 : end - 1] for mark in "<＜《"):
                continue
            for match in _INNER.finditer(passage.text, start + 1, end - 1):
                message = _('"{words}" stands within 《》').format(words=match.group())
                inner = f"〈{match[1]}〉"
                yield passage.hit(*match.span(), message, _("write {words}").format(words=inner), inner)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where the outermost 《…》 begin and end; none that is not closed."""
    depth = start = 0
    for position, char in enumerate(text):
        if char == "《":
            start = start if depth else position
            depth += 1
        elif char == "》" and depth:
            depth -= 1
            if not depth:
                yield start, position + 1
