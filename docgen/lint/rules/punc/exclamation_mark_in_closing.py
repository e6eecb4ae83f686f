"""“特此通知”“请遵照执行”“特此函复”一类的结束语用句号，不用叹号。

公文以平实为好；口号、倡议书里的叹号不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-013",
    name="exclamation-mark-in-closing",
    title="结束语不用叹号",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="特此通知！",
    good="特此通知。",
    needs=("！", "!"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """特此通知！."""
    for passage in reading.of("body", "annex_body"):
        match = _closing().search(passage.bare)
        if match:
            message = _('"{words}" closes with an exclamation mark').format(words=match.group())
            yield passage.hit(*match.span("mark"), message, _("write {right}").format(right="。"), "。")


@functools.cache
def _closing() -> Pattern:
    closing = "|".join(
        (
            r"特此[\u4e00-\u9fff]{2,4}",
            r"请[\u4e00-\u9fff]{0,6}(?:遵照|贯彻|认真|组织)(?:执行|落实|实施)",
            r"请[\u4e00-\u9fff]{0,6}(?:支持|配合|批复|审批|函复|知照|周知)",
        )
    )
    return Pattern(rf"(?:{closing})(?P<mark>[！!]+)$")
