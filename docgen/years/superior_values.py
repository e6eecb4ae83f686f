"""The superior's changed values, by id: quotas, funding, materials, facts, annexes, and what becomes of each here.

A value that the superior changed and the local campaign had from it is taken over. Where both have their own, both
stand in the file, the local one in effect. What the local campaign does not have is only told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from docgen.frozen import dataclass

SECTIONS = ("deadlines", "quotas", "funding", "materials", "facts", "annexes")
"""The parts of a campaign that a superior may have decided about."""

NOT_SHARED = ("id", "contact", "date", "body")
"""Keys within them that each campaign has of its own, or that are treated apart."""

Values = Mapping[str, str]
"""``quotas.team.max`` → as typed."""


@dataclass(frozen=True)
class Change:
    """A value that the superior changed, as it was, is here, and is there; None where it is not written.

    ``take``: the local one was the superior's; ``conflict``: it is the local campaign's own; ``new``: a whole entry
    that the superior put in (``key`` is the entry's); ``gone``: it dropped it; ``told``: the local campaign has none.
    """

    kind: Literal["take", "conflict", "new", "gone", "told"]
    key: str
    base: str | None = None
    ours: str | None = None
    theirs: str | None = None


def changes(base: Values, ours: Values, theirs: Values) -> Iterator[Change]:
    """What the superior changed, in the order of its file."""
    told: set[str] = set()
    for key in dict.fromkeys([*base, *theirs]):
        if not _shared(key) or base.get(key) == theirs.get(key):
            continue
        change = _change(key, base, ours, theirs)
        if change and change.key not in told:
            told.add(change.key)
            yield change


def entry_of(key: str) -> str:
    """``quotas.team.max`` → quotas.team."""
    return ".".join(key.split(".")[:2])


def _change(key: str, base: Values, ours: Values, theirs: Values) -> Change | None:
    b, o, t = base.get(key), ours.get(key), theirs.get(key)
    entry = entry_of(key)
    if not _has(entry, theirs):
        return Change("gone", entry) if _has(entry, ours) else None
    if not _has(entry, ours):
        return Change("told" if _has(entry, base) else "new", entry if not _has(entry, base) else key, b, o, t)
    if o == t:
        return None
    if t is None:
        return Change("gone", key, b, o) if o is not None else None
    if o is None:
        return Change("told", key, b, o, t)
    return Change("take" if o == b else "conflict", key, b, o, t)


def _has(entry: str, values: Values) -> bool:
    return entry in values or any(key.startswith(f"{entry}.") for key in values)


def _shared(key: str) -> bool:
    parts = key.split(".")
    return parts[0] in SECTIONS and len(parts) > 1 and (len(parts) < 3 or parts[2] not in NOT_SHARED)
