"""附件在版记之前，与正文一起装订。

版记是公文的最后一个要素，在末面的最下方；附件排在版记后面，装订起来版记就夹在中间了。附件不能与正文一起装订的，左上角
写公文的发文字号，再写“附件”和顺序号，这样的不看。
看的是 Word 文件和 PDF；网页上的文字常把附件另外列在后面，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import whole
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-013",
    name="annex-behind-imprint",
    title="附件在版记之前",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="版记后面排附件",
    good="附件在前，版记在末面",
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The first annex below the line of who printed the notice; once."""
    if not (reading.word or reading.pages):
        return
    printed = next((at for at, one in enumerate(reading.passages) if one.part == "imprint"), None)
    if printed is None or _is_boxed(reading, printed):
        return
    label = next((one for one in reading.passages[printed:] if one.part == "annex_label"), None)
    if label and not label.text.rstrip("0123456789").endswith("号附件"):
        message = _("the annexes begin behind the imprint")
        hint = _("the imprint ends the whole document; move it to the foot of the last page")
        yield whole(label, message, hint)


def _is_boxed(reading: Reading, at: int) -> bool:
    """Whether the imprint has a place of its own, whatever it is written next to."""
    place = reading.passages[at].place
    return reading.word is not None and any(one.boxed for one in reading.word.paragraphs if one.place == place)
