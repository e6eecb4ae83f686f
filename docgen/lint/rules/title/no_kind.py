"""标题由发文机关名称、事由和文种组成，末了要有文种。

没有文种，收文机关不知道是要办的通知、要复的函还是要批的请示。条例规定的十五种以外，办法、方案、
公示等事务文书的名称也认。
别处的文件标题可能没有取全，只作警告。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import kind_of, title_of, without_tail
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-002",
    name="title-without-kind",
    title="标题应有文种",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（七）、第八条",
    bad="示例市人社局关于开展2026年职称申报工作",
    good="示例市人社局关于开展2026年职称申报工作的通知",
    wants=("title",),
)

_OTHER = (
    "公示|启事|简章|办法|规定|细则|条例|规则|方案|规划|计划|要点|总结|安排|指引|指南|名单|说明|答复|复函|声明"
    "|倡议书|倡议|章程|预案|公约|标准|目录|清单|须知|解读|制度|书|信|表|汇报|建议|提案|简报|办法汇编|问答|政策|措施"
)
_KIND = Pattern(rf"(?:{_OTHER})$")


def check(reading: Reading) -> Iterator[Hit]:
    """A title with 关于 that ends with no kind of document."""
    title = title_of(reading)
    if not title or kind_of(title.unquoted) or _KIND.search(without_tail(title.unquoted)):
        return
    if reading.loaded or "关于" in title.text:
        message = _("the title does not say what kind of document this is")
        hint = _("end it with 的通知, 的函 or another kind")
        yield title.hit(0, len(title.text), message, hint, severity=None if reading.loaded else "warning")
