"""表上印着“不超过1000字”的，填写项的 limit 也应当是1000。

印出来的字数是给填表人看的，limit 是给程序核对用的；一个没有写，或者两个数不一样，填表人照着表写了，收上来的材料还会
被退回。既看栏目名，也看格内的提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-013",
    name="limit-not-as-printed",
    title="填写项的字数限制与表上印的一致",
    severity="error",
    tier="计算",
    source="表上印的字数与 limit 对照",
    bad="label: 主要业绩（不超过500字），limit: 300",
    good="label: 主要业绩（不超过500字），limit: 500",
    needs=("字",),
)

_LIMIT = Pattern(r"(?:不超过|不得超过|限|控制在)?\s*(\d{2,5})\s*字\s*(以内|以下|之内|左右)?")


def check(reading: Reading) -> Iterator[Hit]:
    """Every field whose cell or label prints how much may be written."""
    for one in reading.planned_cells:
        found = _LIMIT.search(one.printed) if one.field else None
        if found is None or one.field is None or int(found[1]) == one.field.limit:
            continue
        if found.group() == f"{found[1]}字" and "（" not in one.printed:
            continue
        if one.field.limit is None:
            message = _("the form prints {number} characters as the limit, but the field has no limit")
            hint = _("write limit: {number}").format(number=found[1])
            yield at(one.place("field"), message.format(number=found[1]), hint, "warning")
            continue
        message = _("the form prints {number} characters as the limit, but the field's limit is {limit}")
        yield at(one.place("limit"), message.format(number=found[1], limit=one.field.limit))
