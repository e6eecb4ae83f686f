"""文种: what kind of document a title says it is."""

from __future__ import annotations

from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading

KINDS = (
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "纪要",
    "函", "令",
)  # fmt: skip
"""The fifteen kinds of 《党政机关公文处理工作条例》 第八条 (命令 also as 令)."""

UPWARD = ("请示", "报告")
"""上行文."""

_REPORT = Pattern(r"关于.+的报告$")

_BEHIND = Pattern(r"(?:\s*[（(][^（()）]*[）)]|[\s。，、；：！？.,;:!?]+|(?:\d{4}年)?第[\d一二三四五六七八九十百]+号)$")


def title_of(reading: Reading) -> Passage | None:
    """The notice's own title."""
    return next(reading.of("title"), None)


def without_tail(title: str) -> str:
    """A title without what may stand behind its last word: （试行）, 第12号, a full stop."""
    while (match := _BEHIND.search(title)) and match.start():
        title = title[: match.start()]
    return title


def kind_of(title: str) -> str:
    """通知 of 关于……的通知（试行）; empty if the title ends with none of the fifteen."""
    end = without_tail(title)
    return next((kind for kind in KINDS if end.endswith(kind)), "")


def upward_kind(title: Passage) -> str:
    """请示 or 报告, if that is what the title says; empty for all that goes to no superior, as 工作报告."""
    kind = kind_of(title.unquoted)
    is_upward = kind == "请示" or (kind == "报告" and _REPORT.search(without_tail(title.text)))
    return kind if is_upward else ""


def genre_of(reading: Reading) -> str:
    """The kind of the notice that is checked; empty if it cannot be told."""
    title = title_of(reading)
    return kind_of(title.unquoted) if title else ""
