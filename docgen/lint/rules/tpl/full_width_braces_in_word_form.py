"""Word 表格里的标签用半角花括号 {{ }}。

中文输入法打出来的“｛｛ ｝｝”是普通文字，程序不会填写，印出来还是原样。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.tpl._doctor import told

RULE = Rule(
    code="TPL-002",
    name="full-width-braces-in-word-form",
    title="标签用半角花括号",
    severity="error",
    tier="技术",
    source="form.docx 的标签",
    bad="姓名：｛｛ name ｝｝",
    good="姓名：{{ name }}",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Braces as Chinese keyboards write them."""
    yield from told(reading, "T402")
