"""联合行文的“文件”二字排在机关名称的右侧，上下居中。

几个机关联合署名作为发文机关标志的，“文件”二字以各机关名称为准上下居中，不另起一行排在最后一个名称的下面。
看的是 Word 文件和 PDF，上面要有两个以上机关的名称；排在表格、文本框里的，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.recognise.shapes import is_office
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-010",
    name="document-word-below-the-mark",
    title="联合行文“文件”二字置于机关名称右侧，上下居中",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.4",
    bad="“文件”排在最后一个机关名称下面一行",
    good="“文件”在各机关名称右侧，上下居中",
    needs=("文件", "文 件", "文\u3000件"),
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """文件 alone on a line, below all of several offices."""
    from docgen.lint.head import head_lines

    # Out of a table, the lines of a text say nothing.
    lines = list(head_lines(reading)) if reading.word or reading.pages else []
    offices = [line for line in lines if is_office(line.text)]
    word = next((line for line in lines if line.text == "文件"), None)
    if word and len(offices) > 1 and all(word.is_below(office) for office in offices):
        message = _('"文件" stands on a line of its own, below the last office')
        hint = _("set it at the right of the names, half-way between the first and the last")
        yield word.hit(message, hint)
