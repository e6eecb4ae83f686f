"""Changes in a leader's words, group by group: what changed and what it means, each in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.diff.changes import Change
from docgen.diff.readers.parts import (
    contact_said,
    form_of,
    from_to,
    heading_of,
    place_of,
    plain,
    quoted,
    shortened,
    unnumbered,
    without_repeats,
)
from docgen.diff.readers.report import Item

LONGEST = 90
REDRAWN = 12
"""Of a form with more changes a leader hears no names."""


def lines_of(group: str, items: Sequence[Change], apart: int = 2) -> Iterator[Item]:
    """The lines of a group; of what came, or went, more than ``apart`` are told in one."""
    match group:
        case "时间" | "名额和经费":
            yield from _values(without_repeats(items), apart)
        case "条件和要求":
            yield from (_condition(item) for item in items)
        case "材料和表格":
            yield from _materials(items, apart)
        case "报送和联系":
            yield from _links(items)
        case "依据和文件信息":
            yield from _papers(items)
        case _:
            yield from _small(items)


def _values(items: Sequence[Change], apart: int) -> Iterator[Item]:
    """What changed line by line; several that came, or went, in one."""
    yield from (_value(item) for item in items if item.old and item.new)
    for word, kept in (
        ("新增", [one for one in items if not one.old]),
        ("取消", [one for one in items if not one.new]),
    ):
        if len(kept) > apart:
            yield Item(plain(shortened(f"{word}：{'；'.join(_bare(item) for item in kept)}", 2 * LONGEST)))
        else:
            yield from (Item(plain(shortened(f"{word}：{_bare(item)}", 2 * LONGEST))) for item in kept)


def _value(item: Change) -> Item:
    """申报材料报送：由…改为…，推后6天."""
    said = "：".join(part for part in (_subject(item), from_to(item)) if part)
    return Item(plain(shortened("，".join(part for part in (said, item.detail) if part), 2 * LONGEST)))


def _subject(item: Change) -> str:
    return item.subject if item.subject not in item.old + item.new else ""


def _bare(item: Change) -> str:
    """评审：2024年5月10日; in a sentence if it came with one."""
    text = item.new or item.old
    if item.detail and len(item.detail) > len(text):
        return f"{text}（{item.detail}）"
    return "：".join(part for part in (_subject(item), text) if part)


def _condition(item: Change) -> Item:
    """新增（四、申报要求）：…; 修改（…）：“副高级”改为“中级”，要求放宽."""
    place = shortened(place_of(item), 22)
    where = f"（{place}）" if place else ""
    if item.kind == "condition-added":
        return Item(plain(f"新增{where}：{_gist(item.new)}"))
    if item.kind == "condition-dropped":
        return Item(plain(f"删去{where}：{_gist(item.old)}"))
    meaning = meant_by(item)
    change = item.detail or from_to(item)
    if "“" not in change:
        change = from_to(item)
    context = _clause_around(item) if len(change) < 24 else ""
    return Item(plain(f"修改{where}：{context}{shortened(change, 70)}" + (f"，{meaning}" if meaning else "")))


def _gist(text: str) -> str:
    """A section by its heading and how long it is; a sentence by itself."""
    first, *others = unnumbered(text).split("\n")
    if not others:
        return shortened(first, LONGEST - 12)
    return f"{shortened(first, 30)}（共{len(others) + 1}段）"


def _clause_around(item: Change) -> str:
    """The words just before the change, from the last mark of punctuation: 专家一般应具有…."""
    before = ""
    for piece in item.pieces:
        if piece.op != "same":
            break
        before += piece.text
    words = re.split(r"[，。；：]", re.sub(r"^(?:[一二三四五六七八九十]+、|（.{1,3}）|\d+\.)", "", before))[-1]
    return f"{words[-16:]}……" if len(words) > 3 else ""


_UPPER = re.compile(r"不超过|不多于|不高于|以下|以内|至多|最多")
_LOWER = re.compile(r"不少于|不低于|不小于|以上|至少|满")


def meant_by(item: Change) -> str:
    """要求放宽, 要求提高: told where one number changed in a sentence that names a bound."""
    if not item.shift or item.kind.startswith("deadline"):
        return ""
    upper, lower = bool(_UPPER.search(item.new)), bool(_LOWER.search(item.new))
    if upper == lower:
        return ""
    return "要求放宽" if (item.shift > 0) == upper else "要求提高"


def _materials(items: Sequence[Change], apart: int) -> Iterator[Item]:
    """Materials; annexes; of each form one line."""
    yield from _values([item for item in items if item.kind.startswith("material")], apart)
    for word, kind in (("新增附件", "annex-added"), ("取消附件", "annex-dropped")):
        if names := [item.new or item.old for item in items if item.kind == kind]:
            yield Item(plain(f"{word}：{shortened('、'.join(names), LONGEST)}"))
    forms: dict[str, list[Change]] = {}
    for item in items:
        if item.kind.startswith(("field", "form")):
            forms.setdefault(form_of(item), []).append(item)
    former = {form_of(item): item for item in items if item.kind == "annex-retitled"}
    for item in items:
        if item.kind == "annex-renumbered" or (item.kind == "annex-retitled" and form_of(item) not in forms):
            yield Item(plain(f"{item.name}：{shortened(from_to(item), LONGEST)}"))
    for name, changes in forms.items():
        was = f"（原《{former[name].old}》）" if name in former else ""
        yield Item(plain(f"{name}{was}：{form_said(changes)}"))


def form_said(items: Sequence[Change]) -> str:
    """新增“单位类型”；取消“传真”；“工作总结”字数由…改为…; of a form drawn up anew only how much."""
    if len(items) > REDRAWN:
        counts = [sum(item.kind == kind for item in items) for kind in ("field-added", "field-dropped")]
        return f"表格重新设计，新增{counts[0]}栏，取消{counts[1]}栏，调整{len(items) - sum(counts)}处"
    said = []
    for word, kind in (("新增", "field-added"), ("取消", "field-dropped")):
        if names := [item.subject or "（无名称）" for item in items if item.kind == kind]:
            said.append(f"{word}{quoted(names, 4)}")
    said += [f"“{item.old}”改称“{item.new}”" for item in items if item.kind == "field-renamed"][:3]
    said += [f"“{item.subject}”字数{from_to(item)}" for item in items if item.kind == "field-limit"][:3]
    said += [f"“{item.subject}”选项{item.detail}" for item in items if item.kind == "field-options"][:3]
    others = sum(item.kind in ("field-moved", "field-changed", "form-changed", "field-renamed") for item in items)
    others -= min(3, sum(item.kind == "field-renamed" for item in items))
    if others:
        said.append(f"{'其他' if said else ''}文字或要求调整{others}处")
    return "；".join(said)


def _links(items: Sequence[Change]) -> Iterator[Item]:
    said = []
    for word, kind in (("增加", "addressee-added"), ("减少", "addressee-dropped")):
        if names := [item.new or item.old for item in items if item.kind == kind]:
            said.append(f"{word}{'，'.join(names)}")
    if said:
        yield Item(plain(shortened(f"主送机关{'；'.join(said)}", 2 * LONGEST)))
    for item in items:
        if item.kind == "contact-changed":
            yield Item(plain(shortened(_office_said(item) or contact_said(item), LONGEST)))
    for word, kind in (("新增联系单位", "contact-added"), ("取消联系单位", "contact-dropped")):
        if names := [item.subject or shortened(item.new or item.old, 30) for item in items if item.kind == kind]:
            yield Item(plain(f"{word}：{shortened('；'.join(names), LONGEST)}"))


_OFFICE = re.compile(r"联系单位：([^；]+)")


def _office_said(item: Change) -> str:
    """Of another office altogether only which one it is."""
    old, new = _OFFICE.search(item.old), _OFFICE.search(item.new)
    return f"联系单位由{old[1]}改为{new[1]}" if old and new else ""


def _papers(items: Sequence[Change]) -> Iterator[Item]:
    """What the notice rests on in lines of its own, its own number and date in one."""
    yield from (Item(plain(_basis_said(item))) for item in items if item.kind.startswith("basis"))
    yield from (
        Item(plain(f"{item.name}：{shortened(from_to(item), LONGEST)}"))
        for item in items
        if item.kind.startswith(("title", "issuer"))
    )
    small = [item for item in items if item.kind in ("number-changed", "issued-changed")]
    if small:
        yield Item(plain("；".join(f"{item.where}{from_to(item)}" for item in small)))
    # The day of printing goes with the day of issue.
    if heads := [item.where for item in items if item.kind == "head-changed" and item.where != "印发日期"]:
        yield Item(plain(f"{'、'.join(dict.fromkeys(heads))}有变动"))


CITED = re.compile(r"(.*《.*》)（(.+)）")


def _basis_said(item: Change) -> str:
    """Of a document that is the same but for its year the numbers alone."""
    head = {"basis-added": "新增依据：", "basis-dropped": "不再引用："}.get(item.kind, "依据")
    old, new = CITED.fullmatch(item.old), CITED.fullmatch(item.new)
    if old and new and re.sub(r"\d{4}", "", old[1]) == re.sub(r"\d{4}", "", new[1]):
        return shortened(f"依据由{old[2]}改为{new[2]}，{new[1]}", 2 * LONGEST)
    return head + shortened(from_to(item), 2 * LONGEST)


def _small(items: Sequence[Change]) -> Iterator[Item]:
    for item in items:
        if item.kind == "clause-moved":
            yield Item(plain(f"“{shortened(heading_of(item.new), 24)}”{item.detail}"))
    if words := sum(item.kind == "wording" for item in items):
        yield Item(plain(f"文字改动{words}处，不影响要求"))
