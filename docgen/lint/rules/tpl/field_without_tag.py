"""form.yaml 里写明的栏目，Word 表格里要有它的标签。

没有标签，花名册里的内容填不进去，表格发下去少一格，也没有人知道。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.tree import WordForm
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.render.docx.tag_names import names_in_tags

RULE = Rule(
    code="TPL-005",
    name="field-without-tag",
    title="每个栏目在 Word 表格里都有标签",
    severity="warning",
    tier="技术",
    source="form.yaml 的 fields 与 form.docx 对照",
    bad="fields 有 phone，form.docx 里没有 {{ phone }}",
    good="form.docx 里有 {{ phone }}",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Fields of forms drawn in Word whose id stands in no tag."""
    uses = reading.loaded.campaign.annexes if reading.loaded else ()
    annexes = reading.notice.annexes if reading.notice else ()
    for use, annex in zip(uses, annexes, strict=False):
        form = reading.forms.get(use.form or "")
        if form is None or not isinstance(annex.content, WordForm):
            continue
        names = names_in_tags(form.template)
        for index, field in enumerate(form.plan.fields):
            if field.field not in names:
                message = _('the Word file {file} has no tag for the field "{field}"')
                words = message.format(file=form.plan.docx, field=field.field)
                hint = _("write {tag} where it is to stand").format(tag=f"{{{{ {field.field} }}}}")
                yield at(form.sources.place(("fields", index, "field")), words, hint)
