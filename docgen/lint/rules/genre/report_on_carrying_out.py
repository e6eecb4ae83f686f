"""一般不要求报送贯彻落实情况，不要求层层制定配套文件。

这是为基层减负的政策要求。确有必要的，写明依据。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="GENRE-007",
    name="report-on-carrying-out",
    title="一般不要求报送贯彻落实情况、制定配套文件",
    severity="info",
    tier="政策",
    source="《整治形式主义为基层减负若干规定》",
    bad="请于年底前报送贯彻落实情况",
    good="（删除或写明依据）",
    needs=("贯彻落实情况", "贯彻执行情况", "配套文件", "实施细则"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """报送贯彻落实情况, 制定配套文件 as a demand."""
    for passage in reading.of("body"):
        for match in _demand().finditer(passage.unquoted):
            message = _('"{words}": reports and further rules of this kind are generally not to be asked for')
            hint = _("delete it, or name what it rests on")
            yield passage.hit(*match.span(), message.format(words=match[0]), hint)


@functools.cache
def _demand() -> Pattern:
    carried_out = "贯彻(?:落实|执行)情况"
    return Pattern(
        f"(?:报送|上报|报告)[^。；，]{{0,12}}{carried_out}"
        f"|{carried_out}[^。；，]{{0,12}}(?:报送|上报|报我|报市|报省|书面报)"
        "|(?:要|请|应|须|应当)[^。；，]{0,10}制定[^。；，]{0,10}(?:配套文件|实施细则)"
    )
