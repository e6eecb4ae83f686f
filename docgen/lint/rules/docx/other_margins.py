"""A4 竖排的公文，天头37毫米、订口28毫米，版心156毫米×225毫米。

国标准许上下相差1毫米；按《党政机关电子公文系统建设规范》把行距折进去的，上边距是34.6毫米。各地另行规定的页边距，不
能当作国标。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.measure import MM_PER_POINT
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-011",
    name="other-margins",
    title="页边距按国标：天头37毫米、订口28毫米，版心156×225毫米",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 5.2.1",
    bad="上下左右 28/28/27/27 毫米",
    good="上下左右 37/35/28/26 毫米",
    wants=("word",),
)

_TOPS = (37.0, 34.58)
_LEFT, _WIDTH = 28.0, 156.0
_SLACK = 1.3
"""mm: what the standard allows, and rounding."""


def check(reading: Reading) -> Iterator[Hit]:
    """The margins of the first upright section of a notice."""
    if reading.word is None or not any(reading.of("title", "addressee")):
        return
    section = next((one for one in reading.word.sections if not one.landscape), None)
    if section is None or abs(section.width * MM_PER_POINT - 210) > 2:
        return
    top, left, width = section.top * MM_PER_POINT, section.left * MM_PER_POINT, section.type_width * MM_PER_POINT
    is_right = abs(left - _LEFT) <= _SLACK and abs(width - _WIDTH) <= _SLACK
    if is_right and any(abs(top - one) <= _SLACK for one in _TOPS):
        return
    found = "/".join(f"{one * MM_PER_POINT:.0f}" for one in (section.top, section.bottom, section.left, section.right))
    message = _("the margins are {found} mm (top, bottom, left, right)").format(found=found)
    yield at(reading.place(), message, _("set them to 37/35/28/26 mm"))
