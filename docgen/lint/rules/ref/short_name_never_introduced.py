"""正文里的《办法》《通知》，要交代是哪一份的简称。

删改开头一段，或者从别处抄来一段，都会留下没有来历的“按照《办法》第六条”。第一次写全称的地方加上“（以下简称《办法》）”。
只看书名号里单是文种的；“以下称”“下称”也算交代。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.abbreviations import body, introduced
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-014",
    name="short-name-never-introduced",
    title="用了的简称应当交代",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="根据《……管理办法》……按照《办法》第六条",
    good="根据《……管理办法》（以下简称《办法》）……按照《办法》第六条",
    needs=("《通知》", "《办法》", "《意见》", "《规定》", "《方案》", "《细则》", "《决定》", "《公告》", "《条例》"),
)

_USED = Pattern(
    r"(?P<called>称为?[:：]?\s*(?:《[^《》]+》[、和]?)*)?(?<!本)《(?P<name>"
    + "|".join(one[1:-1] for one in RULE.needs)
    + ")》"
)


def check(reading: Reading) -> Iterator[Hit]:
    """《办法》 of which no line of the body says what it is short for; told where it first stands."""
    told = {one.name for one in introduced(reading)}
    used = [(passage, match) for passage in body(reading) for match in _USED.finditer(passage.text)]
    told |= {match["name"] for _passage, match in used if match["called"]}
    for passage, match in used:
        if match["name"] in told:
            continue
        told.add(match["name"])
        message = _("nothing says what 《{name}》 is short for").format(name=match["name"])
        hint = _("write （以下简称《{name}》） behind the full title, where it first stands").format(name=match["name"])
        yield passage.hit(*match.span(), message, hint)
