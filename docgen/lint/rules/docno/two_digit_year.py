"""发文字号的年份写全四位：〔2026〕，不写〔26〕。

两位数的年份在档案里无法与上个世纪的文号区别。上世纪的公文确有“〔86〕”一类的旧文号，引用时照录，50以上的两位年份不看。
缺的两位由发文机关补，本条不代为改写。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-004",
    name="two-digit-year-in-number",
    title="发文字号的年份应标全称",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发〔26〕12号",
    good="示人社发〔2026〕12号",
    needs=("〔", "[", "［"),
)

_YEAR = Pattern(r"(?<=[\u4e00-\u9fff])[〔\[［]\s*([0-4]\d)\s*[〕\]］]\s*(?:第\s*)?\d{1,5}\s*号(?![楼院线门房馆厅])")


def check(reading: Reading) -> Iterator[Hit]:
    """A year of two digits between a code and a serial number."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _YEAR.finditer(passage.unquoted):
            message = _('the year in "{number}" has only two digits').format(number=match.group())
            hint = _("write all four: 〔20{year}〕").format(year=match[1])
            own = passage.part in ("number", "letterhead") or match.end() == len(passage.text)
            yield passage.hit(*match.span(1), message, hint, severity=None if own else "warning")
