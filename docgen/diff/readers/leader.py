"""For the leader: one page, what changed and what it means, the most important first.

Where hardly anything of last time's words is left, what was kept is told first, then what is new and what is gone, by
the headings of either notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.diff.alignment import Unit, aligned
from docgen.diff.changes import Change, Changes, Row
from docgen.diff.readers.parts import (
    contact_said,
    form_of,
    from_to,
    grouped,
    headed,
    heading_of,
    heading_words,
    is_running,
    kept_share,
    place_of,
    plain,
    quoted,
    shortened,
    unchanged,
    unnumbered,
    without_repeats,
)
from docgen.diff.readers.report import Item, Report, Section

MOST_LINES = 25
LONGEST = 90
REDRAWN = 12
"""Of a form with more changes a leader hears no names."""
REWRITTEN = 0.25
"""With less in common the one is no edition of the other."""


def for_leader(changes: Changes) -> Report:
    """At most 25 lines, headings included."""
    old, new = changes.old_label or "上次", changes.new_label or "本次"
    title = headed(changes, f"主要变化（{new}与{old}相比）")
    if not changes.items:
        return Report(title, (*changes.remarks, "没有变化。"))
    rewritten = kept_share(changes.blocks) < REWRITTEN
    sections = _of_rewritten(changes) if rewritten else _of_edition(changes)
    lead = (*changes.remarks, _rewritten_lead(changes) if rewritten else _lead(changes))
    return Report(title, lead, tuple(_within(sections, MOST_LINES - 1 - len(lead))))


def _lead(changes: Changes) -> str:
    counts = "、".join(f"{name}{len(items)}处" for name, items in grouped(changes.items).items())
    rest = unchanged(changes.blocks)
    return f"共{len(changes.items)}处变化：{counts}" + (f"；正文其余{rest}段未变。" if rest else "。")


# ---------------------------------------------------------------- last time's notice, edited


def _of_edition(changes: Changes) -> list[Section]:
    said = {name: list(_lines(name, items)) for name, items in grouped(changes.items).items()}
    return [Section(name, tuple(lines)) for name, lines in said.items() if lines]


def _lines(group: str, items: Sequence[Change], apart: int = 2) -> Iterator[Item]:
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
    for item in items:
        if item.kind in ("annex-retitled", "annex-renumbered"):
            yield Item(plain(f"{item.name}：{shortened(from_to(item), LONGEST)}"))
    forms: dict[str, list[Change]] = {}
    for item in items:
        if item.kind.startswith(("field", "form")):
            forms.setdefault(form_of(item), []).append(item)
    yield from (Item(plain(f"{name}：{form_said(changes)}")) for name, changes in forms.items())


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


_CITED = re.compile(r"(.*《.*》)（(.+)）")


def _basis_said(item: Change) -> str:
    """Of a document that is the same but for its year the numbers alone."""
    head = {"basis-added": "新增依据：", "basis-dropped": "不再引用："}.get(item.kind, "依据")
    old, new = _CITED.fullmatch(item.old), _CITED.fullmatch(item.new)
    if old and new and re.sub(r"\d{4}", "", old[1]) == re.sub(r"\d{4}", "", new[1]):
        return shortened(f"依据由{old[2]}改为{new[2]}，{new[1]}", 2 * LONGEST)
    return head + shortened(from_to(item), 2 * LONGEST)


def _small(items: Sequence[Change]) -> Iterator[Item]:
    for item in items:
        if item.kind == "clause-moved":
            yield Item(plain(f"“{shortened(heading_of(item.new), 24)}”{item.detail}"))
    if words := sum(item.kind == "wording" for item in items):
        yield Item(plain(f"文字改动{words}处，不影响要求"))


# ---------------------------------------------------------------- another notice altogether


def _rewritten_lead(changes: Changes) -> str:
    parts = [
        sum(1 for row in changes.blocks if is_running(row) and (clause := getattr(row, side)) and clause.level == 1)
        for side in ("old", "new")
    ]
    sections = f"由{parts[0]}个部分改为{parts[1]}个部分；" if all(parts) else ""
    old = changes.old_label or "上次"
    return f"不是{old}文稿的修订，正文基本重写：{sections}{old}为《{changes.old_title}》。"


def _of_rewritten(changes: Changes) -> list[Section]:
    groups = grouped(changes.items)
    told = {
        name: tuple(_lines(name, groups.get(name, ()), apart=1))
        for name in ("时间", "名额和经费", "材料和表格", "报送和联系")
    }
    sections = (
        Section("保留的内容", tuple(_kept(changes))),
        Section("新的内容", tuple(_outline(changes.blocks))),
        Section("不再有的内容", tuple(_gone(changes.blocks))),
        Section("时间、名额和经费", told["时间"] + told["名额和经费"]),
        Section("材料和表格", told["材料和表格"]),
        Section("报送、联系和依据", (*told["报送和联系"], *_basis(groups.get("依据和文件信息", ())))),
    )
    return [section for section in sections if section.items]


def _basis(items: Sequence[Change]) -> Iterator[Item]:
    """Numbers alone: the page is short."""
    for word, kind in (("新增依据", "basis-added"), ("不再引用", "basis-dropped"), ("依据变更", "basis-changed")):
        if names := [item.new or item.old for item in items if item.kind == kind]:
            numbers = [match[2] if (match := _CITED.fullmatch(name)) else name for name in names]
            yield Item(plain(f"{word}：{shortened('；'.join(numbers), LONGEST)}"))


def _outline(rows: Sequence[Row]) -> Iterator[Item]:
    """The new sections with what stands below each: 重点工作：申报专家服务团项目、资助经费."""
    sections: list[tuple[str, list[str]]] = []
    for row in rows:
        clause = row.new
        if not clause or not is_running(row) or row.op == "same" or not clause.level:
            continue
        if clause.level == 1:
            sections.append((heading_words(clause), []))
        elif clause.level == 2 and sections and (words := heading_words(clause)) and len(words) <= 24:
            sections[-1][1].append(words)
    lines = [f"{name}：{'、'.join(below)}" for name, below in sections if below]
    bare = "、".join(name for name, below in sections if not below)
    if bare and lines and len(lines[-1] + bare) < LONGEST:
        lines[-1] += f"；{bare}"
    elif bare:
        lines.append(bare)
    yield from (Item(plain(shortened(line, LONGEST))) for line in lines)


def _gone(rows: Sequence[Row]) -> Iterator[Item]:
    """The old sections in one line."""
    names = [
        heading_words(row.old)
        for row in rows
        if row.op == "dropped" and row.old and row.old.level == 1 and is_running(row)
    ]
    if names:
        yield Item(plain(shortened("、".join(names), LONGEST)))


def _kept(changes: Changes) -> Iterator[Item]:
    """Clauses that both have; and of the rewritten ones what was taken over."""
    same = [row for row in changes.blocks if is_running(row) and row.op == "same"]
    if same:
        yield Item(plain(f"原文保留{len(same)}段"))
    yield from _kept_addressees(changes.blocks)
    taken = sorted(_taken_over(changes.blocks), key=len, reverse=True)
    yield from (Item(plain(f"沿用提法：{shortened(words, LONGEST)}")) for words in taken[:2])


def _kept_addressees(rows: Sequence[Row]) -> Iterator[Item]:
    for row in rows:
        if row.op == "changed" and row.old and row.new and row.new.part == "addressees":
            old, new = (clause.text.rstrip("：").split("，") for clause in (row.old, row.new))
            if kept := [one for one in new if one in old]:
                yield Item(plain(f"主送机关仍有：{shortened('；'.join(kept), LONGEST)}"))


_LEAST = 10


def _taken_over(rows: Sequence[Row]) -> Iterator[str]:
    """Phrases of dropped clauses that stand, hardly changed, in added ones; neighbours in one."""
    old = _phrases(row.old.text for row in rows if is_running(row) and row.op == "dropped" and row.old)
    new = _phrases(row.new.text for row in rows if is_running(row) and row.op == "added" and row.new)
    pairs = sorted(
        (pair for pair in aligned([Unit(one) for one in old], [Unit(one) for one in new]) if pair.alike >= 0.75),
        key=lambda pair: pair.new,
    )
    run = ""
    for index, pair in enumerate(pairs):
        follows = index > 0 and pair.new == pairs[index - 1].new + 1
        if run and not follows:
            yield run
            run = ""
        run = f"{run}，{new[pair.new]}" if run else new[pair.new]
    if run:
        yield run


def _phrases(texts: Iterator[str]) -> list[str]:
    return [phrase for text in texts for phrase in re.split(r"[，。；：\n]", text) if len(phrase) >= _LEAST]


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
