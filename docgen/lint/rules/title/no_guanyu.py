"""标题用“关于”引出事由：关于做好职称申报工作的通知。

“职称申报工作通知”没有“关于”，事由和文种粘在一起。转发、印发、公布、表彰一类的标题，动词本身已经把事由带出来，
不看；
公告、通告、公报、决定、意见、报告、纪要的标题常有固定的格式，也不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import kind_of, title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-003",
    name="title-without-guanyu",
    title="标题应含“关于”＋事由",
    severity="warning",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（七）",
    bad="职称申报工作通知",
    good="关于做好职称申报工作的通知",
    wants=("title",),
)

_KINDS = ("通知", "请示", "批复", "函")
_LEADS = Pattern(r"关于|转发|印发|批转|发布|公布|颁布|下达|授予|表彰|任命|任免|免去|成立|撤销|调整|同意|召开|令")


def check(reading: Reading) -> Iterator[Hit]:
    """A kind that needs a matter, and no word that leads up to it."""
    title = title_of(reading)
    if title and kind_of(title.unquoted) in _KINDS and not _LEADS.search(title.text):
        message = _("the title does not lead up to its matter")
        yield title.hit(0, len(title.text), message, _("write 关于…… before the kind"))
