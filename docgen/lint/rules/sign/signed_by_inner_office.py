"""部门的内设机构不对外正式行文，办公厅（室）除外。

落款写到局里的科、处，收文机关就不知道这件事局里定没定。应当以局的名义发文；确由内设机构联系具体事务的，
用函的形式或者写进联系方式。
办事处、管理处等本身就是独立单位的，上面没有机关名称，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.offices import issuers_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-007",
    name="signed-by-inner-office",
    title="内设机构不对外正式行文",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十七条",
    bad="示例市人力资源和社会保障局职称管理科",
    good="示例市人力资源和社会保障局",
)

_INNER = Pattern(
    r"[\u4e00-\u9fff]{2,}?(?:局|厅|委员会|委|政府)[\u4e00-\u9fff（）]{2,14}(?<!办事)(?<!代表)[处科股](?:（代章）)?"
)


def check(reading: Reading) -> Iterator[Hit]:
    """An issuer whose name ends with 科, 处 or 股 behind the name of an office."""
    for place, name, _mark in issuers_of(reading):
        if name.removesuffix("（代章）").endswith(("处", "科", "股")) and _INNER.fullmatch(name):
            message = _('"{name}" is a part of an office and issues nothing in its own name').format(name=name)
            yield at(place, message, _("issue it in the name of the office"))
