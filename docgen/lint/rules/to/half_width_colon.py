"""主送机关末尾用全角冒号。

campaign 里的主送机关不必写冒号，docgen 印制时自己加，所以本条看的是别处的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-001",
    name="half-width-colon-after-addressees",
    title="主送机关末尾用全角冒号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.2",
    bad="各区县人力资源和社会保障局:",
    good="各区县人力资源和社会保障局：",
    wants=("foreign",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A half-width colon at the end of the line."""
    if reading.loaded:
        return
    for passage in reading.of("addressee"):
        if passage.text.endswith(":"):
            end = len(passage.text)
            message = _("the addressees end with a half-width colon")
            yield passage.hit(end - 1, end, message, _("use the full-width one"), "：")
