"""要填金额的栏目写明单位：元、万元。

“经费预算”一栏不写单位，收上来的数有的是元，有的是万元，汇总时差一万倍。单位写在栏目名、格内提示、表头上方都可以。要
填一段文字的栏目（有字数限制，或者有提纲），不在此列。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.planned_cells import PlannedCell
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-015",
    name="amount-without-unit",
    title="金额栏目写明单位",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="经费预算：（空格）",
    good="经费预算（万元）：（空格）",
    wants=("forms",),
)

_AMOUNT = Pattern(
    r"(?:金额|经费|资金|费用|预算|决算|投资额|营业额|产值|收入|补贴额|资助额)(?:预算|总额|数额|金额|合计)?[:：]?$"
)
_UNIT = Pattern(r"[千百万亿]?元|%|％|比例")


def check(reading: Reading) -> Iterator[Hit]:
    """Fields for an amount, and what is printed around them; of a list's rows the first."""
    told: set[tuple[str, str]] = set()
    for one in reading.planned_cells:
        label = _label(one)
        if one.field is None or not _AMOUNT.search(re.sub(r"\s|（[^）]*）", "", label)):
            continue
        if _is_prose(one) or _UNIT.search(label + one.printed + _around(one)) or (one.annex, one.head) in told:
            continue
        # The head of a list is one fault, however many rows there are.
        told |= {(one.annex, one.head)} if one.head else set()
        message = _('"{label}" asks for an amount, but does not say in what unit').format(label=label)
        yield at(one.place("field"), message, _("add （元） or （万元）"))


def _label(one: PlannedCell) -> str:
    """What names the field: the head of its column, whether written as ``header`` or as ``label``, else its label."""
    return one.head or (one.field.label if one.field else "")


def _is_prose(one: PlannedCell) -> bool:
    return bool(one.plan.guide) or one.plan.limit is not None or bool(one.plan.options)


def _around(one: PlannedCell) -> str:
    """What stands above and below the tables of its form."""
    plan = one.loaded.plan
    captions = [caption if isinstance(caption, str) else caption.label for caption in plan.captions]
    headings = [grid.heading for grid in plan.grids]
    return "".join([plan.title, *captions, *headings, *plan.notes])
