"""标签要完整：在一段之内开始，在一段之内结束。

{{ name } 少一个括号，标签中间插进了超链接或者没有接受的修订，程序都认不出来。删掉整个标签，一次打完。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.tpl._doctor import told

RULE = Rule(
    code="TPL-003",
    name="split-tag-in-word-form",
    title="标签不拆开、不缺半边",
    severity="error",
    tier="技术",
    source="form.docx 的标签",
    bad="姓名：{{ name }",
    good="姓名：{{ name }}",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Halves of tags."""
    yield from told(reading, "T403")
