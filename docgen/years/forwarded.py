"""The superior's notice that the local one forwards (``attached``): this year's put in the place of last year's.

A forwarded notice stands in the file word for word, so this year's is written there as it reads, without names or
filters. One that the bureau has shortened or changed is left to a person, as is one of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from docgen.document.tree import Block, ContactLine, Heading, Notice, Paragraph, TextTable, plain
from docgen.frozen import dataclass
from docgen.years import todos
from docgen.years.basis import numbers_alike
from docgen.years.edits import Edit
from docgen.years.plan import Plan
from docgen.years.source_text import Written, as_scalar
from docgen.years.three_way import Note

WORD_FOR_WORD = 0.9
"""So much of the superior's text is in what was forwarded, or it was not forwarded whole."""


@dataclass(frozen=True)
class Notices:
    """As composed: the local notice and the superior's of last year, the superior's of this year."""

    local: Notice
    base: Notice
    theirs: Notice


@dataclass(frozen=True)
class Forwarded:
    """Edits of the local file, the comment that takes the place of an older one (by its value), what is told."""

    edits: tuple[Edit, ...] = ()
    todos: tuple[tuple[Written, str], ...] = ()
    notes: tuple[Note, ...] = ()


def forwarded(plan: Plan, notices: Notices) -> Forwarded:
    """What is to be done about the superior's notice among those that are forwarded."""
    old, new = text_of(notices.base), text_of(notices.theirs)
    if "{{" in new or "{%" in new or not notices.base.number:
        return Forwarded()
    for index, one in enumerate(notices.local.attached):
        named = {name: written for name, written in plan.source.named.items() if name.startswith(f"attached.{index}.")}
        body = named.get(f"attached.{index}.body")
        alike = numbers_alike(one.number, notices.base.number)
        if body and body.style == "|" and alike and _share(text_of(one), old) >= WORD_FOR_WORD:
            edits = (_body(plan, body, new), *_values(named, notices.theirs))
            todo = todos.FORWARDED + _others(notices)
            note = Note("taken", f"attached.{index}: {one.number}", f"attached.{index}: {notices.theirs.number}")
            return Forwarded(edits, ((named[f"attached.{index}.title"], todo),), (note,))
    return Forwarded()


def text_of(notice: Notice) -> str:
    """The words of a notice as they would be typed, a paragraph a line, empty lines between."""
    return "\n\n".join(_line(block) for block in notice.blocks)


def _line(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return plain(block.spans)
        case ContactLine():
            return f"{block.label}：{block.value}"
        case TextTable():
            rows = [block.header, ["---"] * len(block.header), *block.rows]
            return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _share(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split("\n"), other.split("\n"), autojunk=False).ratio()


def _body(plan: Plan, body: Written, text: str) -> Edit:
    start, end = plan.source.block(body)
    first = plan.source.text[start:end].split("\n")[0]
    indent = first[: len(first) - len(first.lstrip(" "))]
    return Edit(start, end, "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n")) + "\n")


def _values(named: dict[str, Written], theirs: Notice) -> Iterator[Edit]:
    """Those that are typed; what a name puts in comes from its basis, which has moved already."""
    new = {"title": "".join(theirs.title), "number": theirs.number}
    for name, text in new.items():
        written = next((one for key, one in named.items() if key.endswith(f".{name}")), None)
        if written and text and "{{" not in (written.text or ""):
            yield Edit(written.start, written.end, as_scalar(text, written.style))
    day = next((one for key, one in named.items() if key.endswith(".issued")), None)
    if day and (issued := _day(theirs)):
        yield Edit(day.start, day.end, issued)


def _day(notice: Notice) -> str:
    """2025-01-24 of 2025年1月24日."""
    found = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", notice.signature.date)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def _others(notices: Notices) -> str:
    """What is not put in, and differs."""
    pairs = (
        ("主送机关", notices.base.addressees, notices.theirs.addressees),
        ("署名", notices.base.signature.issuers, notices.theirs.signature.issuers),
        ("附注", notices.base.notes, notices.theirs.notes),
    )
    changed = [name for name, before, after in pairs if before != after]
    return f"，{'、'.join(changed)}有变动，照改" if changed else ""
