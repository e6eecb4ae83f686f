"""For the leader: one page, what changed and what it means, the most important first.

Where hardly anything of last time's words is left, what was kept is told first, then what is new and what is gone, by
the headings of either notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diff.changes import Changes
from docgen.diff.readers.leader_lines import lines_of
from docgen.diff.readers.one_page import on_one_page
from docgen.diff.readers.parts import (
    grouped,
    headed,
    kept_share,
    plain,
    unchanged,
)
from docgen.diff.readers.report import Item, Report, Section
from docgen.diff.readers.rewritten import rewritten_lead, rewritten_sections

MOST_LINES = 25
REWRITTEN = 0.25
"""With less in common the one is no edition of the other."""


def for_leader(changes: Changes) -> Report:
    """At most 25 lines, headings included, and never more than a page."""
    old, new = changes.old_label or "上次", changes.new_label or "本次"
    title = headed(changes, f"主要变化（{new}与{old}相比）")
    if not changes.items:
        return Report(title, (*changes.remarks, "没有变化。"), one_page=True)
    rewritten = kept_share(changes.blocks) < REWRITTEN
    sections = rewritten_sections(changes) if rewritten else _of_edition(changes)
    lead = (*changes.remarks, rewritten_lead(changes) if rewritten else _lead(changes))
    return on_one_page(Report(title, lead, tuple(_within(sections, MOST_LINES - 1 - len(lead))), one_page=True))


def _lead(changes: Changes) -> str:
    counts = "、".join(f"{name}{len(items)}处" for name, items in grouped(changes.items).items())
    rest = unchanged(changes.blocks)
    return f"共{len(changes.items)}处变化：{counts}" + (f"；正文其余{rest}段未变。" if rest else "。")


# ---------------------------------------------------------------- last time's notice, edited


def _of_edition(changes: Changes) -> list[Section]:
    said = {name: list(lines_of(name, items)) for name, items in grouped(changes.items).items()}
    return [Section(name, tuple(lines)) for name, lines in said.items() if lines]


# ---------------------------------------------------------------- one page


def _within(sections: Sequence[Section], most: int) -> Iterator[Section]:
    """The sections in so many lines; the longest ones give way first."""
    lengths = [len(section.items) for section in sections]
    while sum(lengths) + len(sections) > most and max(lengths) > 2:
        lengths[lengths.index(max(lengths))] -= 1
    for section, length in zip(sections, lengths, strict=True):
        shown = section.items[:length]
        if hidden := len(section.items) - length:
            shown = (*shown[:-1], Item(plain(f"……另有{hidden + 1}处，见新旧对照表")))
        yield Section(section.heading, shown)
