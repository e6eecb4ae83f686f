"""简称先交代，后使用。

（以下简称“……”）之前就用了这个简称，读者还不知道指的是什么。简称本来就是全称中的几个字（“专家服务基地（以下简称‘基地’）”）的，
前面的“基地”不算提前使用；标题和书名号里的字不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.abbreviations import Introduced, body, introduced
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-008",
    name="short-name-too-early",
    title="简称先交代后使用",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="按照《办法》……根据《……管理办法》（以下简称《办法》）",
    good="根据《……管理办法》（以下简称《办法》）……按照《办法》",
    needs=("简称", "统称", "并称"),
)

_SHORTEST = 3
"""A word of two characters may mean anything."""


def check(reading: Reading) -> Iterator[Hit]:
    """A short name in the body before the place that introduces it."""
    lines = body(reading)
    told: set[str] = set()
    for one in introduced(reading):
        if one.name in told:
            continue
        told.add(one.name)
        for passage in lines[: one.row + 1]:
            end = _full_name(one) if passage is one.passage else len(passage.text)
            start = _found(one, passage, end)
            if start is not None:
                message = _('"{name}" is used before it is introduced').format(name=one.name)
                hint = _("move （以下简称…） to the first place where the full name stands")
                yield passage.hit(start, start + len(_sought(one)), message, hint)
                break


def _full_name(one: Introduced) -> int:
    """Where what is introduced begins at the earliest: “三支一扶”计划（以下简称“三支一扶”） is all one name."""
    before = one.passage.text[: one.bracket]
    return max(before.rfind(mark) for mark in "，。；") + 1 if one.marked.startswith("“") else one.bracket


def _found(one: Introduced, passage: Passage, end: int) -> int | None:
    """Where the passage uses the short name before ``end``."""
    if _is_marked(one) and one.marked == one.name:
        return None  # Without marks, it cannot be told from the words of the full name.
    text = passage.text if one.marked.startswith("《") else passage.untitled if _is_marked(one) else passage.unquoted
    sought = _sought(one)
    start = text.find(sought, 0, end)
    return start if start >= 0 else None


def _sought(one: Introduced) -> str:
    """What is looked for: with its marks if the full name holds it, too, or if it is short."""
    return one.marked if _is_marked(one) else one.name


def _is_marked(one: Introduced) -> bool:
    return one.marked.startswith("《") or one.name in one.before or len(one.name) < _SHORTEST
