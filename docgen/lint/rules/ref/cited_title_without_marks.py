"""引用公文的标题加书名号。

“根据关于……的通知要求”读到一半才知道是标题。只看紧跟在“根据”“按照”之后、或者后面带着文号的标题；“按照上级关于……的
要求”一类泛指不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-004",
    name="cited-title-without-marks",
    title="引用公文标题加书名号",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.15",
    bad="根据关于做好职称申报工作的通知要求",
    good="根据《关于做好职称申报工作的通知》要求",
    needs=("关于",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """根据关于……的通知 without 《》."""
    for passage in reading.of(*PROSE):
        if "关于" not in passage.unquoted or not any(word in passage.unquoted for word in _CITES):
            continue
        for match in _bare_title().finditer(passage.unquoted):
            title = passage.text[match.start(1) : match.end(1)]
            message = _("the title of a document is cited without 《》")
            inner = title.replace("《", "〈").replace("》", "〉")
            yield passage.hit(*match.span(1), message, _("write {right}").format(right=f"《{inner}》"))


_CITES = ("根据", "按照", "依据", "贯彻", "落实", "执行")


@functools.cache
def _bare_title() -> Pattern:
    kinds = "(?:通知|意见|决定|办法|规定|方案|批复|公告|函)"
    words = r"[^，。；：、“”（）()]"
    number = r"[（(][^）)]{2,20}[〔\[［]\d{4}[〕\]］]\d{1,5}号"
    return Pattern(
        rf"(?:(?:根据|按照|依据|贯彻|落实|执行)(?=关于)|(?:根据|按照|依据)[\u4e00-\u9fff]{{2,25}}?(?=关于{words}+{number}))"
        rf"(关于{words}{{4,60}}?的{kinds})(?=的?(?:要求|精神|规定|有关)|{number}|，)"
    )
