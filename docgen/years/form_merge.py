"""The superior's changes to a form, merged into the local one: three files, line by line.

    base, ours, theirs  →  the text, where both stand in it, or nothing: the local form was drawn anew

Where both changed the same lines, the local ones stay in effect and the superior's stand above them as comments between
markers, so that the form can be read and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from docgen.frozen import dataclass
from docgen.sources.open_points import MIDDLE, OURS, THEIRS

LEAST_ALIKE = 0.5
"""A local form that shares less of its lines with the superior's is another form."""


@dataclass(frozen=True)
class FormMerge:
    """``taken``: places where the superior's lines were taken over; ``conflicts``: lines of the markers, from 1."""

    text: str
    taken: int
    conflicts: tuple[int, ...]


@dataclass(frozen=True)
class _Part:
    """Lines of the three files between two lines that all have."""

    base: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


def merged_form(base: str, ours: str, theirs: str) -> FormMerge | None:
    """The local form with what the superior changed; None where they have too little in common."""
    name = _id(ours)
    sides = [_lines(_called(text, name)) for text in (base, ours, theirs)]
    if SequenceMatcher(None, sides[0], sides[1], autojunk=False).ratio() < LEAST_ALIKE:
        return None
    lines: list[str] = []
    conflicts: list[int] = []
    taken = 0
    for part in _parts(*sides):
        if part.theirs in (part.base, part.ours) or not any(map(_counts, (*part.base, *part.theirs))):
            lines += part.ours
        elif part.ours == part.base:
            lines += part.theirs
            taken += 1
        elif not part.base:
            lines += [*part.ours, *part.theirs]  # rows that either put in at one place
            taken += 1
        else:
            conflicts.append(len(lines) + 1)
            lines += _both(part)
    return FormMerge("".join(line + "\n" for line in lines), taken, tuple(conflicts))


def _both(part: _Part) -> Iterator[str]:
    indent = re.match(" *", next(iter((*part.ours, *part.theirs)), ""))[0]  # type: ignore[index]
    yield f"{indent}# {OURS}"
    yield from part.ours
    yield f"{indent}# {MIDDLE}"
    yield from (f"{indent}# {line.removeprefix(indent)}" for line in part.theirs)
    yield f"{indent}# {THEIRS}"


# ---------------------------------------------------------------- three files


def _parts(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Part]:
    """Those that all three have, one by one, and what lies between; lines that changed one to one are parted too."""
    to_ours, to_theirs = _same(base, ours), _same(base, theirs)
    at = (0, 0, 0)
    for index in [*(i for i in range(len(base)) if i in to_ours and i in to_theirs), len(base)]:
        last = index == len(base)
        end = (index, len(ours) if last else to_ours[index], len(theirs) if last else to_theirs[index])
        lines = (side[a:b] for side, a, b in zip((base, ours, theirs), at, end, strict=True))
        yield from _single(_Part(*(tuple(one) for one in lines)))
        if not last:
            yield _Part((base[index],), (base[index],), (base[index],))
        at = (end[0] + 1, end[1] + 1, end[2] + 1)


def _single(part: _Part) -> Iterator[_Part]:
    if len(part.base) == len(part.ours) == len(part.theirs):
        for base, ours, theirs in zip(part.base, part.ours, part.theirs, strict=True):
            yield _Part((base,), (ours,), (theirs,))
    elif part.base or part.ours or part.theirs:
        yield part


def _same(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


# ---------------------------------------------------------------- lines


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.rstrip() for line in text.rstrip("\n").split("\n"))


def _counts(line: str) -> bool:
    """Comments of the superior are its own."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


_ID = re.compile(r"^id:[ ]*(\S+)", re.MULTILINE)


def _id(text: str) -> str:
    match = _ID.search(text)
    return match[1] if match else ""


def _called(text: str, name: str) -> str:
    return _ID.sub(lambda _match: f"id: {name}", text, count=1)
