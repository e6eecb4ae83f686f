"""通知正文写明某项材料“不超过500字”的，表上这一栏的字数限制应当是500。

只看正文里紧靠着栏目名写出的字数。栏目名短于三个字、表里没有同名栏目的，不核对。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-014",
    name="limit-not-as-promised",
    title="通知写明的字数与表上的限制一致",
    severity="warning",
    tier="实务",
    source="通知正文与附件对照",
    bad="正文：主要业绩不超过500字；表：limit: 300",
    good="正文：主要业绩不超过500字；表：limit: 500",
    needs=("字",),
)

_PROMISE = Pattern(r"(?:不超过|不得超过|控制在|限)\s*(\d{2,5})\s*字|(\d{2,5})\s*字(?:以内|以下|之内)")


def check(reading: Reading) -> Iterator[Hit]:
    """Numbers of characters in the words, against the field that is named right before them."""
    if not reading.loaded:
        return
    fields = {_name(one.field.label): one.field.limit for one in reading.planned_cells if one.field}
    names = sorted((name for name in fields if len(name) >= 3), key=len, reverse=True)
    for passage in reading.of("body", "note"):
        for match in _PROMISE.finditer(passage.text):
            before = re.split("[。；]", passage.text[: match.start()])[-1][-24:]
            name = next((name for name in names if name in before or _is_short_for(name, before)), None)
            said = int(match[1] or match[2])
            if name is None or fields[name] == said:
                continue
            message = _("the notice promises {number} characters for {field}, the form says {limit}")
            limit = str(fields[name]) if fields[name] else _("nothing about it")
            yield passage.hit(*match.span(), message.format(number=said, field=name, limit=limit))


def _name(label: str) -> str:
    """What a field is called in the words: without the brackets, spaces and colon that are printed with it."""
    return re.sub(r"[（(][^）)]*[）)]|\s|[:：]$", "", label)


def _is_short_for(name: str, before: str) -> bool:
    """Whether the words end with the end of the name: 主要业绩 of 任现职以来主要业绩."""
    ends = "|".join(re.escape(name[at:]) for at in range(1, len(name) - SHORTEST + 1))
    return bool(ends) and re.search(rf"(?:^|[，、：（(的写填将其中]|填报)(?:{ends})[^，、]{{0,3}}$", before) is not None


SHORTEST = 4
"""So many characters of a name are told from others' names."""
