"""标有书名号、引号的并列成分之间，通常不用顿号。

国标说的是“通常”，国务院办公厅的公文里也常有顿号，所以只作提示。书名号、引号后面有括注的（《甲办法》（某发〔2026〕1号）、《乙办法》），国标说宜用
顿号，整串不报；顿号和别的并列成分混在一起的，也不报。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import QUOTED
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-005",
    name="mark-between-titles",
    title="并列的书名号、引号之间通常不用顿号",
    severity="info",
    tier="标准",
    source="GB/T 15834-2011 4.5.3.5",
    bad="《甲办法》、《乙办法》",
    good="《甲办法》《乙办法》",
    needs=("》、《", "”、“"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """》、《."""
    for passage in reading.of("body", "annex_body", "note", "form"):
        if "》、《" not in passage.text and "”、“" not in passage.text:
            continue
        flat = _flat(passage.text)
        for match in _row().finditer(flat):
            start, end = match.start() + match.group().index("、"), match.start() + match.group().rindex("、") + 1
            right = "".join(passage.text[index] for index in range(start, end) if flat[index] != "、")
            message = _("the marks around the titles or quotations part them: no 、 is wanted between")
            yield passage.hit(start, end, message, _("leave out 、, or write it everywhere"), right)


def _flat(text: str) -> str:
    """Titles and quotations with nothing between their marks."""
    return QUOTED.sub(lambda match: match.group()[0] + "\ufffc" * (len(match.group()) - 2) + match.group()[-1], text)


@functools.cache
def _row() -> Pattern:
    """A row of titles or quotations; 、 joins nothing else to it, and no brackets stand behind one of them."""
    return Pattern("(?<![、）])(?:《\ufffc*》(?:、《\ufffc*》)+|“\ufffc*”(?:、“\ufffc*”)+)(?![、（])")
