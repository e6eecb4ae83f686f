"""What each header of a roster means.

Headers are compared without what does not matter in them: spaces, line breaks, width, （必填）, ``*``. A meaning is
looked for in this order: what the campaign says in ``columns:``, a key or label, another common name; last the label
of a form's field that is filled from a property (承办单位 for the unit's name).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import cached_property

from docgen.frozen import dataclass
from docgen.roster.cells import INVISIBLE
from docgen.roster.columns import Column
from docgen.roster.override_keys import Unknown, known_key, override_column
from docgen.roster.plan import RosterPlan
from docgen.roster.properties import IGNORED

_REQUIRED = re.compile(r"\((?:必填|选填|可选|必填项|选填项|required)\)|[*※✱﹡]")
_BRACKETS = re.compile(r"\([^()]*\)")
_DOTTED = re.compile(r"[a-z_]+(?:\.[a-z0-9_]+)+")

_JOINTS = str.maketrans("", "", "-_:")

WRITTEN, NAMED, ALIAS, HINT = range(4)
"""How sure a header's meaning is."""


def plain_header(header: str) -> str:
    """Without spaces, line breaks, （必填） and ``*``; half-width, small, without hyphens and colons."""
    return _half_width(header).translate(_JOINTS)


def on_one_line(header: str) -> str:
    """统一社会↵信用代码 as 统一社会信用代码, as letters quote it; between words in Latin letters a space stays."""
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", " ".join(header.split()))


def key_in(header: str) -> str | None:
    """``deadlines.submission.date``, if the header is written like a key of the campaign."""
    text = _half_width(header)
    return text if _DOTTED.fullmatch(text) else None


def _half_width(header: str) -> str:
    shown = unicodedata.normalize("NFKC", INVISIBLE.sub("", header))
    return _REQUIRED.sub("", "".join(shown.casefold().split()))


_IGNORED = frozenset(plain_header(header) for header in ("", *IGNORED))


@dataclass(frozen=True)
class Meaning:
    """What a header may mean, and how sure that is."""

    column: Column
    rank: int


@dataclass(frozen=True)
class Dictionary:
    """Every header that means something to a plan."""

    plan: RosterPlan

    @cached_property
    def _meanings(self) -> dict[str, list[Meaning]]:
        found: dict[str, list[Meaning]] = {}
        for column in self.plan.columns:
            for name, rank in self._names(column):
                found.setdefault(plain_header(name), []).append(Meaning(column, rank))
        return found

    def _names(self, column: Column) -> Iterator[tuple[str, int]]:
        if written := self.plan.written.get(column.key):
            yield written, WRITTEN
        yield from ((name, NAMED) for name in (column.key, column.label))
        yield from ((name, ALIAS) for name in column.aliases)
        yield from ((name, HINT) for name in column.hints)
        if column.target == "field":  # 服务地点（请注明名称）: nobody types the whole of it
            yield _BRACKETS.sub("", plain_header(column.label)), ALIAS

    def words(self) -> list[str]:
        """Headers that would be understood, for "did you mean"."""
        names = (name for column in self.plan.columns for name in (column.label, *column.aliases, column.key))
        return list(dict.fromkeys(names))

    def meanings(self, header: str) -> list[Meaning]:
        """All that a header may mean, the surest first."""
        plain = plain_header(header)
        found = self._meanings.get(plain) or self._meanings.get(_BRACKETS.sub("", plain)) or self._override(header)
        if plain in _IGNORED:
            found = [meaning for meaning in found if meaning.rank == WRITTEN]
        return sorted(found, key=lambda meaning: meaning.rank)

    def _override(self, header: str) -> list[Meaning]:
        key = key_in(header)
        column = override_column(key, self.plan.campaign) if key else None
        return [Meaning(column, NAMED)] if column else []

    def wrong_key(self, header: str) -> Unknown | None:
        """Why a header that is written like a key of the campaign is none."""
        key = key_in(header)
        known = known_key(key, self.plan.campaign) if key else None
        return known if isinstance(known, Unknown) else None


@dataclass
class Matched:
    """What the headers mean, by index, and what is wrong with those that do not mean one thing.

    ``doubled``: the index of the other header, and the column that both mean.
    """

    columns: dict[int, Column] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    doubled: dict[int, tuple[int, Column]] = field(default_factory=dict)
    ambiguous: dict[int, list[Column]] = field(default_factory=dict)
    wrong_keys: dict[int, Unknown] = field(default_factory=dict)


def matched(headers: Sequence[str], dictionary: Dictionary) -> Matched:
    """What each header means; properties and keys of the campaign come before fields of forms."""
    result = Matched()
    meanings = {index: dictionary.meanings(header) for index, header in enumerate(headers)}
    taken = _match_properties(meanings, result)
    first: dict[str, int] = {}
    for index, found in meanings.items():
        same = first.setdefault(plain_header(headers[index]), index)
        if not found:
            _no_meaning(index, headers[index], dictionary, result)
        elif same != index:
            result.doubled[index] = (same, result.columns.get(same, found[0].column))
        elif index not in result.columns:
            _match_field(index, found, taken, result)
    return result


def _match_properties(meanings: dict[int, list[Meaning]], result: Matched) -> dict[str, int]:
    """The surest meanings first; which key each header has taken."""
    taken: dict[str, int] = {}
    for rank in (WRITTEN, NAMED, ALIAS, HINT):
        for index, found in meanings.items():
            for column in (meaning.column for meaning in found if meaning.rank == rank):
                if column.target != "field" and index not in result.columns and column.key not in taken:
                    result.columns[index], taken[column.key] = column, index
    return taken


def _match_field(index: int, found: Sequence[Meaning], taken: dict[str, int], result: Matched) -> None:
    """A header that means no property, or one that another header has taken."""
    fields = [meaning for meaning in found if meaning.column.target == "field"]
    surest = {meaning.column.key: meaning.column for meaning in fields if meaning.rank == fields[0].rank}
    free = [column for column in surest.values() if column.key not in taken]
    if not free:
        column = found[0].column
        result.doubled[index] = (taken[column.key], column)
        return
    # 申报类别 of a list is any text, that of an application one of two: the application's is meant.
    choices = [column for column in free if column.options]
    meant = choices if len(choices) == 1 else list(surest.values())
    if len(meant) > 1:
        result.ambiguous[index] = meant
    else:
        result.columns[index], taken[meant[0].key] = meant[0], index


def _no_meaning(index: int, header: str, dictionary: Dictionary, result: Matched) -> None:
    if wrong := dictionary.wrong_key(header):
        result.wrong_keys[index] = wrong
    elif plain_header(header) not in _IGNORED:
        result.unknown.append(index)
