"""附表里写的截止日期与通知的一致。

表上手打的“请于3月25日前报送”最容易忘记改。附表和附件中凡写明报送期限的，应当是通知中的某一个截止日期；最好由数值
填入，不手打。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, listed
from docgen.lint.days import BRACKET, HOUR, days_in, in_words, year_of
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-010",
    name="another-deadline-in-the-form",
    title="同一截止时间在正文与附件中一致",
    severity="error",
    tier="计算",
    source="一致性校验",
    bad="正文3月31日前报送，附表注“3月25日前报送”",
    good="两处均为3月31日",
    wants=("deadlines:",),
)

_CLOSES = Pattern(r"截止(?:日期|时间)?(?:为|是|[:：])?\s*$")
_DUE = Pattern(
    rf"{BRACKET}{HOUR}"
    r"(?:之前|以前|前)[^，。；]{0,12}(?:报送|报我|报至|报市|寄送|提交|发送|反馈)"
)


def check(reading: Reading) -> Iterator[Hit]:
    """A day before which a form wants to be handed in."""
    deadlines = {one.date for one in reading.loaded.campaign.deadlines.values()} if reading.loaded else set()
    if not deadlines:
        return
    told = listed(in_words(date) for date in sorted(deadlines))
    for passage in reading.of("form", "annex_body"):
        for named in days_in(passage, year_of(reading)):
            due = _DUE.match(passage.bare, named.end) or _CLOSES.search(passage.bare[: named.start])
            if named.date is None or named.date in deadlines or not due:
                continue
            message = _("here stands {date}, in the campaign {deadlines}")
            words = {"date": in_words(named.date), "deadlines": told}
            hint = _("fill it in: {{ deadlines.… | day }}")
            yield passage.hit(named.start, named.end, message.format(**words), hint)
