"""发文字号三个部分缺一不可：机关代字、年份、顺序号。

没有机关代字的“〔2026〕12号”不知道是谁的文；没有顺序号的“示人社发〔2026〕号”还不能用印。
campaign 里先留着顺序号不填是可以的，本条只提醒发文前补上。连着引用同一机关的几个文号时，后面的承前省略代字，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-008",
    name="incomplete-number",
    title="发文字号由机关代字、年份、顺序号组成，缺一不可",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（五）",
    bad="〔2026〕12号",
    good="示人社发〔2026〕12号",
    needs=("号",),
)

_NO_CODE = Pattern(r"(?:^|(?<=[（(\ufffc]))[〔\[［]\s*\d{4}\s*[〕\]］]\s*(?:第\s*)?\d{1,5}\s*号")
_NO_SERIAL = Pattern(r"[\u4e00-\u9fff]{2,20}[〔\[［]\s*\d{4}\s*[〕\]］]\s*号")


def check(reading: Reading) -> Iterator[Hit]:
    """A number that begins with its year; one's own number that has no serial number."""
    if reading.loaded and not reading.loaded.campaign.number.serial:
        message = _("the document number has no serial number yet")
        yield at(reading.place("number"), message, _("put it in before the notice is issued"), "warning")
    for passage in reading.passages:
        if passage.part in ("attached", "form", "cell"):
            continue
        for match in _NO_CODE.finditer(passage.unquoted):
            own = match.group() == passage.text
            message = _('"{number}" lacks the code of its office').format(number=match.group())
            hint = _("write the whole number, as 示人社发〔2026〕12号")
            yield passage.hit(*match.span(), message, hint, severity=None if own else "warning")
        if not reading.loaded and _NO_SERIAL.fullmatch(passage.text):
            message = _('"{number}" has no serial number').format(number=passage.text)
            yield passage.hit(0, len(passage.text), message, _("put it in before the notice is issued"))
