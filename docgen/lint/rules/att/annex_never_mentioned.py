"""附件说明里列出的附件，正文里都应当提到，或者写“附件2”，或者写它的名称。

不提，读者就不知道这个附件什么时候用、由谁填。一个附件也不提的短文（名单、目录直接附后）不提示；
只笼统写“见附件”的，当作都提到了；名称只写后一半的（《申请书》），也算提到。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries, mentions, names, plain, without_year
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-011",
    name="annex-never-mentioned",
    title="附件说明列出的附件正文均应引用",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="附件说明列3个，正文只提附件1、2",
    good="正文提及附件1、2、3",
)


def check(reading: Reading) -> Iterator[Hit]:
    """An annex of which the body says neither number nor name, where it speaks of others."""
    called = names(reading)
    said = "".join(plain(passage.text) for passage in reading.of("body"))
    titles = tuple(
        plain(title) for passage in reading.of("body") for title in re.findall("《([^《》]{3,})》", passage.text)
    )
    numbers = {number for mention in mentions(reading) for number in mention.numbers or called}
    # 《情况表》及附件1: perhaps another document's, but then perhaps ours.
    numbers |= {number for mention in mentions(reading, of_others=True) for number in mention.numbers}
    unused = [number for number in called if number not in numbers and not _is_said(called[number], said, titles)]
    if len(unused) == len(called) and not reading.loaded:
        return
    places = {entry.number or 1: entry.passage.place for entry in entries(reading)}
    for number in unused:
        place = reading.place("annexes", number - 1) if reading.loaded else places.get(number)
        if place:
            message = _('the words never speak of annex {number}, "{name}"')
            yield at(place, message.format(number=number, name=called[number][0]), _("say what it is for, and by whom"))


def _is_said(called: tuple[str, ...], said: str, titles: tuple[str, ...]) -> bool:
    """Whether one of its names is in the words, in full or as the end of it: 《申请书》."""
    return any(
        name and (plain(name) in said or without_year(name) in said or plain(name).endswith(titles)) for name in called
    )
