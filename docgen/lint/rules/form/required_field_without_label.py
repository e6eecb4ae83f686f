"""必填的栏目要有名称。

没有名称的必填项，漏填时只能报一个代号，填表人不知道说的是哪一格。给它左边的格写上 label，或者给这一列写上 header。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-016",
    name="required-field-without-label",
    title="必填项有名称",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="- [{field: name, required: true}]",
    good="- [{label: 姓名}, {field: name, required: true}]",
    wants=("forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Required fields whose cell nothing names."""
    for one in reading.planned_cells:
        if one.field and one.field.required and not one.field.label.strip() and not one.printed.strip():
            message = _('"{field}" must be filled in, but nothing on the form says what it is')
            yield at(one.place("field"), message.format(field=one.field.id), _("give it a label"))
