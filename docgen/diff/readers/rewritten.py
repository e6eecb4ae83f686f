"""A leader's page where one notice is no edition of the other: what was kept, what is new, what is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.diff.alignment import Unit, aligned
from docgen.diff.changes import Change, Changes, Row
from docgen.diff.readers.leader_lines import CITED, LONGEST, lines_of
from docgen.diff.readers.parts import (
    grouped,
    heading_words,
    is_running,
    plain,
    quoted,
    shortened,
)
from docgen.diff.readers.report import Item, Section


def rewritten_lead(changes: Changes) -> str:
    """That it is another notice, and what the old one was called."""
    parts = [
        sum(1 for row in changes.blocks if is_running(row) and (clause := getattr(row, side)) and clause.level == 1)
        for side in ("old", "new")
    ]
    sections = f"，由{parts[0]}个部分改为{parts[1]}个部分" if all(parts) else ""
    old = changes.old_label or "上次"
    return f"与{old}《{changes.old_title}》不是同一文稿：正文基本重写{sections}。"


def rewritten_sections(changes: Changes) -> list[Section]:
    """Kept, new, gone; then the values, the forms, the rest."""
    groups = grouped(changes.items)
    told = {
        name: tuple(lines_of(name, groups.get(name, ()), apart=1))
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
            numbers = [match[2] if (match := CITED.fullmatch(name)) else name for name in names]
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
    lines = [f"“{name}”部分：{'、'.join(below)}" for name, below in sections if below]
    bare = "".join(f"“{name}”" for name, below in sections if not below)
    bare = f"{bare}部分" if bare else ""
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
        yield Item(plain(f"{quoted(names, _MOST_NAMES)}，共{len(names)}个部分"))


_MOST_NAMES = 9


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
