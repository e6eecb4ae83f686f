"""The superior's changed values put into the local file: taken over, put in, or set beside the local ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.sources.open_points import MIDDLE, OURS, THEIRS
from docgen.years import todos
from docgen.years.edits import Edit
from docgen.years.source_text import Entry, SourceText, Written, as_scalar
from docgen.years.superior_values import NOT_SHARED, Change, entry_of
from docgen.years.three_way import Note


@dataclass
class Put:
    """What is put into the file: new values by key, edits, comments; and what is told of it.

    ``sections``: parts that the file does not have yet, each with its lines.
    """

    answers: dict[str, str] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[tuple[Written, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def put(change: Change, source: SourceText, theirs: Mapping[str, Any], into: Put) -> None:
    """Puts one change of the superior into the local file ``source``; ``theirs`` is the superior's file as data."""
    key, ours, new = change.key, f"{change.key}: {change.ours or ''}", f"{change.key}: {change.theirs or ''}"
    match change.kind:
        case "take":
            into.answers[key] = change.theirs or ""
            into.notes.append(Note("taken", ours, new))
        case "conflict":
            into.edits.append(_both(change, source))
            todo = todos.CONFLICT.format(base=change.base, theirs=change.theirs, ours=change.ours, key=key)
            into.remarks.append((source.named[key], todo))
            into.notes.append(Note("conflict", ours, new))
        case "gone":
            into.remarks.append((_last(key, source), todos.GONE.format(key=key)))
            into.notes.append(Note("gone", ours=key))
        case "told" if _in_entry(key, source):
            todo = todos.NEW_FIELD.format(key=key, theirs=change.theirs)
            into.remarks.append((_last(entry_of(key), source), todo))
            into.notes.append(Note("left out", theirs=new))
        case "told":
            into.notes.append(Note("left out", theirs=new))
        case "new":
            _put_entry(key, source, theirs, into)


# ---------------------------------------------------------------- both stand there


def _both(change: Change, source: SourceText) -> Edit:
    """The two values as comments above the line of the local one, which stays in effect."""
    start = source.line_start(source.named[change.key].start)
    indent = re.match(r"[ ]*", source.text[start:])[0]  # type: ignore[index]
    name = change.key.rpartition(".")[2]
    lines = (OURS, f"{name}: {change.ours}", MIDDLE, f"{name}: {change.theirs}", THEIRS)
    return Edit(start, start, "".join(f"{indent}# {line}\n" for line in lines))


def _last(key: str, source: SourceText) -> Written:
    """The last value of an entry."""
    return [one for name, one in source.named.items() if name == key or name.startswith(f"{key}.")][-1]


def _in_entry(key: str, source: SourceText) -> bool:
    return any(name.startswith(f"{entry_of(key)}.") for name in source.named)


# ---------------------------------------------------------------- a new entry


def _put_entry(key: str, source: SourceText, theirs: Mapping[str, Any], into: Put) -> None:
    section, _dot, name = key.partition(".")
    value = _entry_in(theirs[section], name)
    if isinstance(value, dict) and "body" in value:
        into.notes.append(Note("left out", theirs=f"{key}: {value.get('title', '')}"))
        return
    listed = isinstance(theirs[section], list)
    line = _flow(value) if listed else f"{name}: {_flow(value)}"
    if entry := source.entries.get((section,)):
        into.edits.append(_insertion(entry, line, listed, source))
    else:
        into.sections.setdefault(section, []).append(f"  {'- ' if listed else ''}{line}\n")
    into.notes.append(Note("added", theirs=f"{key}: {_flow(value)}"))


def new_sections(into: Put, source: SourceText) -> list[Edit]:
    """The parts that the file does not have yet, before its words."""
    begin = re.search(r"^body(_file)?:", source.text, re.MULTILINE)
    at = begin.start() if begin else len(source.text)
    return [Edit(at, at, f"{section}:\n{''.join(lines)}\n") for section, lines in into.sections.items()]


def _insertion(entry: Entry, line: str, listed: bool, source: SourceText) -> Edit:
    """A line more in a part that the file has."""
    if entry.flow:
        at = _flow_end(entry, source)
        return Edit(at, at, f", {line}" if entry.end > entry.start else line)
    at = source.line_start(source.line_end(entry.end) + 1)
    return Edit(at, at, f"{' ' * entry.indent}{'- ' if listed else ''}{line}\n")


def _flow_end(entry: Entry, source: SourceText) -> int:
    """Before the bracket that closes the section: those of its last parts stand before it."""
    inner = [len(one.loc) for one in source.scalars if one.loc[: len(entry.loc)] == entry.loc]
    at = entry.end if inner else entry.start + 1
    closers = re.finditer(r"[}\]]", source.text[at:])
    return at + [match.start() for match in closers][inner[-1] - len(entry.loc) - 1 if inner else 0]


def _entry_in(section: Any, name: str) -> Any:
    """The entry of that name, without what each campaign has of its own."""
    value = next(one for one in section if one.get("id") == name) if isinstance(section, list) else section[name]
    own = [key for key in NOT_SHARED if key not in ("id", "date", "body")]
    return {key: part for key, part in value.items() if key not in own} if isinstance(value, dict) else value


def _flow(value: Any) -> str:
    """A value in YAML's flow style, on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{as_scalar(str(key))}: {_flow(part)}" for key, part in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(part) for part in value) + "]"
        case None:
            return "null"
        case _:
            return as_scalar(str(value))
