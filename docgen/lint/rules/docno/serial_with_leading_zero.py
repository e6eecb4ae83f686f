"""发文顺序号不编虚位：1不写成001。

虚位是为了凑齐位数在数字前面补的零，文书登记簿里可以有，印在公文上不要有。
引用别的公文时，原件的文号就有虚位的，照录原件才对，所以正文里直接写出的只作一般提示；“依据”（basis）里登记的文号视为已经核对，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-003",
    name="serial-number-with-leading-zero",
    title="发文顺序号不编虚位",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发〔2026〕012号",
    good="示人社发〔2026〕12号",
    needs=("〕0", "]0", "］0", "】0", "〕 0", "] 0"),
    fixes=True,
)

_ZEROS = Pattern(r"[〔\[［【]\s*\d{4}\s*[〕\]］】]\s*(0+)[1-9]\d*\s*号")


def check(reading: Reading) -> Iterator[Hit]:
    """Zeros before the serial number; what an expression cites was checked when it was put down."""
    for passage in reading.passages:
        if passage.part in ("attached", "value"):
            continue
        for match in _ZEROS.finditer(passage.unquoted):
            message = _("the serial number of {number} begins with a zero").format(number=match.group())
            if passage.part == "number":
                yield passage.hit(*match.span(1), message, _("write it without"), "")
            elif not passage.is_made(*match.span(1)):
                hint = _("compare it with the original; if it stands there, keep it")
                yield passage.hit(*match.span(1), message, hint, severity="info")
