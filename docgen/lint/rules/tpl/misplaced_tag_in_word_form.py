"""整段、整行、整格的标签单独放，循环和条件有始有终。

{%p if … %} 会连同所在的一段一起去掉，同一段里别的字就不见了；{%tr … %} 只能放在表格里；写了 if、for，就要有 endif、
endfor。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.tpl._doctor import told

RULE = Rule(
    code="TPL-004",
    name="misplaced-tag-in-word-form",
    title="标签放对地方，循环和条件成对",
    severity="error",
    tier="技术",
    source="form.docx 的标签",
    bad="{%p if name %}姓名：{{ name }}",
    good="{%p if name %} 单独一段",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Tags that take more with them than themselves, blocks without an end, tags that are none."""
    yield from told(reading, "T404", "T405", "T406", "T407", "T409", "T410")
