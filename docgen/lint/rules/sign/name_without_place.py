"""署名用发文机关的全称或者规范化简称，不用在本地才看得懂的“市人社局”“区教育局”。

公文发出去以后要归档、要跨地区使用，“市”是哪个市应当写明。正文里可以用简称，落款和版头不行。
campaign 里 issuer.name 写全称，正文用的简称写在 short；红头另写 mark 的，落款用的 name 不应比红头还短。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.offices import is_short_for, issuers_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-003",
    name="signed-with-local-short-name",
    title="署名用全称或规范化简称，与发文机关标志一致",
    severity="warning",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（四）（十一）",
    bad="标志“示例市人力资源和社会保障局文件”，落款“市人社局”",
    good="落款“示例市人力资源和社会保障局”",
)

_RANKS = ("我", "本", "省", "市", "县", "区", "州", "盟", "旗")
_LOCAL = Pattern(r"(?:我|本)?[省市县区州盟旗](?![级直属内外辖])[\u4e00-\u9fff]{1,20}[局厅委部院会办室]")
_MARK = Pattern(r"([\u4e00-\u9fff（）]{4,40}?)文件")


def check(reading: Reading) -> Iterator[Hit]:
    """An issuer named by rank alone; one that signs with a shorter name than its red mark."""
    hint = _("write the full name, with the place")
    for place, name, mark in _signers(reading):
        if name.startswith(_RANKS) and _LOCAL.fullmatch(name):
            yield at(place, _('"{name}" does not say of which place').format(name=name), hint)
        elif mark != name and is_short_for(name, mark):
            message = _('"{name}" signs, but the letterhead says "{mark}"').format(name=name, mark=mark)
            yield at(place, message, hint)


def _signers(reading: Reading) -> Iterator[tuple[Place, str, str]]:
    """Place, name and mark of who signs; elsewhere the mark is that of the letterhead, if both stand alone."""
    signers = list(issuers_of(reading))
    marks = [match[1] for line in reading.of("letterhead") if (match := _MARK.fullmatch(line.text))]
    for place, name, mark in signers:
        yield place, name, (marks[0] if len(marks) == len(signers) == 1 else mark.removesuffix("文件"))
