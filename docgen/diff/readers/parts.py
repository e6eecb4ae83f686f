"""What several readers need: a change in a sentence, the groups that changes are told in, the text in few words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docgen.diff.changes import Change, Changes, Clause, Kind, Piece, Pieces, Row

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("时间", ("deadline",)),
    ("名额和经费", ("quota", "funding")),
    ("条件和要求", ("condition", "fact")),
    ("材料和表格", ("material", "annex", "field", "form")),
    ("报送和联系", ("contact", "addressee")),
    ("依据和文件信息", ("basis", "year", "number", "issued", "title", "issuer", "head")),
    ("位置和文字", ("clause", "wording")),
)
"""What a change is about, most important first, by how its kind begins."""


def group_of(kind: Kind) -> str:
    """The name of the group."""
    return next(name for name, starts in GROUPS if kind.startswith(starts))


def grouped(items: Iterable[Change]) -> dict[str, list[Change]]:
    """Group → its changes; groups without any are left out."""
    found: dict[str, list[Change]] = {name: [] for name, _starts in GROUPS}
    for item in items:
        found[group_of(item.kind)].append(item)
    return {name: changes for name, changes in found.items() if changes}


def headed(changes: Changes, what: str) -> str:
    """The title of a report."""
    return f"《{changes.new_title}》{what}"


def plain(text: str) -> Pieces:
    """Words without marks."""
    return (Piece("same", text),) if text else ()


def from_to(change: Change) -> str:
    """由…改为…, or the one text there is."""
    if change.old and change.new:
        return f"由{_flat(change.old)}改为{_flat(change.new)}"
    return _flat(change.old or change.new)


def contact_said(change: Change) -> str:
    """市人社局专技处的电子邮箱由…改为…; of a new one all that is known."""
    subject = change.subject or "联系方式"
    match change.kind:
        case "contact-added":
            return f"新增{change.new}"
        case "contact-dropped":
            return f"取消{change.old}"
        case _ if "、" in change.detail:
            return f"{_instead(change)}{change.new}"
        case _ if not change.detail or "改为" in change.detail:
            return f"{change.where}：{change.detail or from_to(change)}"
        case _:
            verb = "" if change.old and change.new else ("新增" if change.new else "取消")
            return f"{subject}的{change.detail}{verb}{from_to(change)}"


_OFFICE = re.compile(r"联系单位：([^；]+)")


def _instead(change: Change) -> str:
    """What a whole new contact stands for: another office is named, as the old one would be looked for."""
    old, new = _OFFICE.match(change.old), _OFFICE.match(change.new)
    if old and new and old[1] != new[1]:
        return f"{old[1]}不再是联系单位，改为"
    return "" if new else f"{change.subject or '联系方式'}改为"


def without_repeats(items: Iterable[Change]) -> list[Change]:
    """Without what a deadline is for, where the deadline itself is told anyway; unless it became strict, or lenient."""
    listed = list(items)
    moved = {item.id for item in listed if item.kind == "deadline-moved"}
    return [
        item
        for item in listed
        if not (
            item.kind == "deadline-changed"
            and item.id in moved
            and item.old.rpartition("（")[2] == item.new.rpartition("（")[2]
        )
    ]


def _flat(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text).strip()


def shortened(text: str, longest: int) -> str:
    """In one line; cut at a mark of punctuation where there is one."""
    flat = _flat(text)
    if len(flat) <= longest:
        return flat
    cut = flat[: longest - 1]
    stop = max(cut.rfind(mark) for mark in "。；，、")
    return (cut[:stop] if stop > longest // 2 else cut) + "…"


_NUMBER = re.compile(r"(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百\d]{1,3}）|\d{1,2}\.)")


def unnumbered(text: str) -> str:
    """Without the number that it begins with."""
    return _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text


def heading_of(text: str) -> str:
    """The first sentence of a clause without its number: 经费支持 of （一）经费支持。对列入…."""
    return re.split(r"[。：\n]", unnumbered(text), maxsplit=1)[0]


def place_of(change: Change) -> str:
    """Where a clause stands, without the number that the clause itself bears."""
    number = _NUMBER.match(change.new or change.old)
    return change.where.removesuffix(number.group()) if number else change.where


def quoted(names: Sequence[str], most: int = 6) -> str:
    """“甲”“乙”, and how many more there are."""
    shown = "".join(f"“{name}”" for name in names[:most])
    return shown + (f"等{len(names)}项" if len(names) > most else "")


def unchanged(rows: Iterable[Row]) -> int:
    """How many clauses of the running text read as before; what was only numbered anew counts too."""
    return sum(1 for row in rows if is_running(row) and (row.op == "same" or (row.op == "changed" and not row.changes)))


def is_running(row: Row) -> bool:
    """Whether the row is of the words of the notice, or of one forwarded."""
    clause = row.new or row.old
    return clause is not None and clause.part in ("body", "attached")


def kept_share(rows: Iterable[Row]) -> float:
    """How much of the running text both sides have, 0 to 1."""
    kept = total = 0
    for row in rows:
        if is_running(row) and row.op != "moved-from":
            total += sum(len(piece.text) for piece in row.pieces)
            kept += sum(len(piece.text) for piece in row.pieces if piece.op == "same")
    return kept / total if total else 1.0


def form_of(change: Change) -> str:
    """附件1《推荐表》 of 附件1《推荐表》“姓名”."""
    return change.where.partition("》")[0] + "》" if "》" in change.where else change.where


def heading_words(clause: Clause) -> str:
    """A heading without its number and without what follows it in the paragraph."""
    return heading_of(clause.text).strip()


def side_pieces(pieces: Pieces, side: str) -> Pieces:
    """The words of one side, still marked."""
    return tuple(piece for piece in pieces if piece.op in ("same", side))
