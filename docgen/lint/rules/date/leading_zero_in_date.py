"""月、日不编虚位：3月5日，不写03月05日。

成文日期有虚位是错误；正文里的日期有虚位，与成文日期的写法不一致，作为警告。
表格和表单里为了对齐而补零的，不看；印发日期另有规则。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, Severity
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-001",
    name="leading-zero-in-date",
    title="月、日不编虚位",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.4",
    bad="2026年03月05日",
    good="2026年3月5日",
    needs=("0",),
    fixes=True,
)

_DATE = Pattern(r"(?<![\d.])(?:\d{4}\s*年\s*)?(?:0?[1-9]|1[0-2])\s*月(?:\s*(?:0?[1-9]|[12]\d|3[01])\s*[日号])?")
_ZERO = Pattern(r"(?<!\d)0(?=[1-9]\s*[月日号])")


def check(reading: Reading) -> Iterator[Hit]:
    """A zero before month or day, in the date of issue and in the text."""
    for passage in reading.of("date", "title", "body", "annex_body", "note", "value"):
        for match in _DATE.finditer(passage.bare):
            without = _ZERO.sub("", match.group())
            if without != match.group():
                message = _('"{date}" has a zero before the month or the day').format(date=match.group())
                hint = _("write {date}").format(date=without)
                severity: Severity | None = None if passage.part == "date" else "warning"
                yield passage.hit(*match.span(), message, hint, without, severity)
