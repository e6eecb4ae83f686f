"""For the applicant: what must be done otherwise this year, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.diff.changes import Change, Changes
from docgen.diff.readers.leader import REWRITTEN
from docgen.diff.readers.leader_lines import meant_by
from docgen.diff.readers.parts import (
    contact_said,
    form_of,
    from_to,
    headed,
    kept_share,
    place_of,
    plain,
    quoted,
    shortened,
    unnumbered,
    without_repeats,
)
from docgen.diff.readers.report import Item, Report, Section

LONGEST = 160
_FEW = 6

_OFFICE_ITSELF = re.compile(
    r"(?:[一二三四五六七八九十]+、|（.{1,3}）|\d+\.)?(?:我局|我厅|我部|[^，。]{2,12}[厅局部委](?:将|负责|组织))"
)
"""A sentence about what the office does asks nothing of the applicant."""


def for_applicant(changes: Changes) -> Report:
    """今年还需要…；不再需要…；新的时间…；表格变化…."""
    anew = kept_share(changes.blocks) < REWRITTEN
    items = [item for item in changes.items if not (anew and item.kind.startswith("condition"))]
    sections = (
        Section("今年还需要", tuple(_needed(items, "added"))),
        Section("不再需要", tuple(_needed(items, "dropped"))),
        Section("新的时间", tuple(_times(items))),
        Section("名额和条件变化", tuple(_conditions(items))),
        Section("材料和表格变化", tuple(_forms(items))),
        Section("报送和联系", tuple(_contacts(items))),
    )
    told = tuple(section for section in sections if section.items)
    lead = () if told else ("申报要求与上次相同。",)
    if anew:
        lead = ("本次通知与上次大不相同，范围、条件和程序请通读正文；下面只列材料、时间、名额、表格和联系方式。",)
    old, new = changes.old_label or "上次", changes.new_label or "本次"
    return Report(headed(changes, f"申报要求有哪些不同（{new}与{old}相比）"), (*changes.remarks, *lead), told)


def _needed(items: Sequence[Change], end: str) -> Iterator[Item]:
    """Materials, annexes, fields, conditions that came or went."""
    for item in items:
        text = item.new if end == "added" else item.old
        if item.kind == f"material-{end}":
            yield Item(plain(f"材料：{text}" + (f"（{item.detail}）" if item.detail else "")))
        elif item.kind == f"annex-{end}":
            verb = "填报" if end == "added" else "不再填报"
            yield Item(plain(verb + text + (f"（{item.detail}）" if item.detail else "")))
        elif item.kind == f"condition-{end}" and not _OFFICE_ITSELF.match(text):
            yield Item(plain(_gist(text)), where=place_of(item))
    forms: dict[str, list[Change]] = {}
    for item in items:
        if item.kind == f"field-{end}":
            forms.setdefault(form_of(item), []).append(item)
    verb = "填写" if end == "added" else "不再填写"
    yield from (Item(plain(f"{verb}{form}的{_fields(fields)}")) for form, fields in forms.items())


def _fields(items: Sequence[Change]) -> str:
    """Each with what it asks for; of many only what they are called: the form says the rest."""
    if len(items) <= _FEW:
        return quoted([item.new or item.old for item in items])
    named = [item.subject for item in items if item.subject]
    return f"{quoted(named, 20)}（共{len(items)}栏）"


def _gist(text: str) -> str:
    """A sentence; of a section its heading and its first words."""
    words, more = unnumbered(text), text.count("\n")
    return shortened(words, LONGEST) + (f"（共{more + 1}段）" if more else "")


def _times(items: Sequence[Change]) -> Iterator[Item]:
    for item in without_repeats(items):
        if not item.kind.startswith("deadline"):
            continue
        what = item.subject or item.where
        match item.kind:
            case "deadline-added":
                yield Item(plain(f"新增：{what}，{item.new}" + (f"（{item.detail}）" if item.detail else "")))
            case "deadline-dropped":
                yield Item(plain(f"取消：{what}，原为{item.old}"))
            case "deadline-moved" if item.subject:
                yield Item(plain(f"{what}：{item.new}前（上次为{item.old}）"))
            case _:
                yield Item(plain(f"{what}：{from_to(item)}"))


def _conditions(items: Sequence[Change]) -> Iterator[Item]:
    for item in items:
        if item.kind.startswith(("quota", "funding")):
            head = {"added": "新增：", "dropped": "取消："}.get(item.kind.rpartition("-")[2], "")
            subject = item.subject if item.subject and item.subject not in item.new + item.old else ""
            yield Item(plain(head + subject + from_to(item) + (f"（{item.detail}）" if item.detail else "")))
        elif item.kind in ("condition-reworded", "fact-changed") and not _OFFICE_ITSELF.match(item.new):
            meaning = meant_by(item)
            marked = item.pieces if len(item.new) <= LONGEST else plain(shortened(item.detail or item.new, LONGEST))
            yield Item((*marked, *plain(f"（{meaning}）" if meaning else "")), where=item.where)


def _forms(items: Sequence[Change]) -> Iterator[Item]:
    others: dict[str, int] = {}
    for item in items:
        match item.kind:
            case "material-changed":
                yield Item(plain(f"材料：{from_to(item)}"))
            case "field-renamed" | "field-limit" | "field-options" | "annex-retitled" | "annex-renumbered":
                said = item.detail if item.kind == "field-options" else from_to(item)
                yield Item(plain(shortened(said, LONGEST)), item.name.removeprefix("表格"), item.where)
            case "field-changed" if item.detail.startswith("改为"):
                yield Item(plain(item.detail), "填写要求", item.where)
            case "field-changed" | "form-changed":
                others[form_of(item)] = others.get(form_of(item), 0) + 1
            case _:
                pass
    yield from (Item(plain(f"{form}：另有说明文字调整{count}处，请按新表填写")) for form, count in others.items())


def _contacts(items: Sequence[Change]) -> Iterator[Item]:
    for item in items:
        if item.kind.startswith("contact"):
            yield Item(plain(shortened(contact_said(item), LONGEST)))
