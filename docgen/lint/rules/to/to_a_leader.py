"""不以机关名义向领导人个人报送公文，主送写机关名称。

“张市长：”“王局长：”是信件的写法。上级机关负责人直接交办的事项除外，确属交办的，写明理由予以保留。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.addressees import addressees_of
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RANKS = (
    *("市长", "省长", "县长", "区长", "州长", "盟长", "旗长", "乡长", "镇长", "局长", "厅长", "部长", "处长", "科长"),
    *("主任", "书记", "主席", "常委", "总理", "秘书长"),
)

RULE = Rule(
    code="TO-004",
    name="addressed-to-a-leader",
    title="不以机关名义向领导个人报送",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条（五）",
    bad="张市长：",
    good="示例市人民政府：",
    needs=RANKS,
)

_LEADER = Pattern(
    rf"(?:尊敬的\s*)?(?:[\u4e00-\u9fff]{{2,16}}(?:政府|[局厅委部]))?(?!各|本|该|全|有)[\u4e00-\u9fff]{{1,3}}(?<!各位)(?:副)?(?:{'|'.join(RANKS)})"
)


def check(reading: Reading) -> Iterator[Hit]:
    """A surname and a rank."""
    for one in addressees_of(reading):
        if _LEADER.fullmatch(one.name):
            message = _('"{name}" is a person').format(name=one.name)
            yield one.passage.hit(one.start, one.end, message, _("address the office"))
