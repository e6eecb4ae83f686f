"""主送机关的最后标全角冒号，不能没有，也不用逗号、句号。

campaign 里的主送机关由 docgen 加冒号，所以本条看的是别处的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-002",
    name="addressees-without-colon",
    title="主送机关末尾不得缺冒号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.2",
    bad="各区县人力资源和社会保障局",
    good="各区县人力资源和社会保障局：",
    wants=("foreign",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """Anything but a colon at the end of the line."""
    if reading.loaded:
        return
    for passage in reading.of("addressee"):
        end = len(passage.text)
        if not passage.text.endswith(("：", ":")):
            last = passage.text[-1]
            mended = "：" if last in "，,。.；;、" else f"{last}："
            yield passage.hit(end - 1, end, _("the addressees do not end with a colon"), _("add it"), mended)
