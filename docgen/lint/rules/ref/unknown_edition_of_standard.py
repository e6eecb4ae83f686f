"""引用国家标准，年份要是真有的版本。

公文格式、标点符号、数字用法这几项标准各有哪几版，是查得到的事实：GB/T 9704有1988年、1999年和2012年三版，没有“2022版”。
引用已被新版代替的旧版，只作警告。2026年以后的年份，可能是以后的新版，不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, Severity
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-006",
    name="unknown-edition-of-standard",
    title="不引用不存在的标准版本",
    severity="error",
    tier="事实",
    source="国家标准全文公开系统所列各版",
    bad="GB/T 9704-2022",
    good="GB/T 9704-2012",
    needs=tuple(f"{issuer}{number}" for issuer in ("GB", "GB/T") for number in ("9704", "15834", "15835", "33476")),
)

EDITIONS: dict[str, tuple[int, ...]] = {
    "9704": (1988, 1999, 2012),
    "15834": (1995, 2011),
    "15835": (1995, 2011),
    "33476.1": (2016,),
    "33476.2": (2016,),
    "33476.3": (2016,),
}
"""Editions, the last one in force."""
_KNOWN_UNTIL = 2026


def check(reading: Reading) -> Iterator[Hit]:
    """A standard with a year in which it was not published."""
    for passage in reading.of(*PROSE):
        for match in _standard().finditer(passage.text):
            editions, year = EDITIONS.get(match[1]), int(match[2])
            if not editions or year == editions[-1] or year > _KNOWN_UNTIL:
                continue
            severity: Severity | None = "warning" if year in editions else None
            if severity:
                message = _("the edition of {year} of GB/T {number} has been replaced")
            else:
                message = _("there is no edition of {year} of GB/T {number}")
            hint = _("the one in force is GB/T {number}-{year}").format(number=match[1], year=editions[-1])
            text = message.format(year=year, number=match[1])
            yield passage.hit(*match.span(), text, hint, severity=severity)


@functools.cache
def _standard() -> Pattern:
    return Pattern(r"GB\s*(?:/\s*T)?\s*(9704|15834|15835|33476\.\d)\s*[-—–－]{1,2}\s*(\d{4})(?!\d)")
