"""Word 表格里的标签，要用 form.yaml 写明的栏目代号。

{{ nmae }} 打错一个字母，这一格印出来就是空的。标签能用的是各栏目的代号、boxes、label，以及 title、year、number、issuer
等几个公用的名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.tpl._doctor import told

RULE = Rule(
    code="TPL-001",
    name="unknown-name-in-word-form",
    title="Word 表格的标签用已有的名称",
    severity="error",
    tier="技术",
    source="form.yaml 的 fields 与 form.docx 对照",
    bad="姓名：{{ nmae }}",
    good="姓名：{{ name }}",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Names that are no field's, and filters that there are not."""
    yield from told(reading, "T401", "T408")
