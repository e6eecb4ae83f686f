"""Whether a campaign's parts agree: its words, annex ids, titles and their lines, contacts of materials.

Looks at the data as read rather than at the model, so that an author with a wrong date elsewhere is told this
in the same breath. What has the wrong type is passed over here: the model speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from docgen.diagnostics import Problem, did_you_mean
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.faults import Fault
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.validation import letter_at, problem_of

Found = Iterator[Problem]


def disagreements(data: Any, sources: SourceMap) -> tuple[Problem, ...]:
    """A letter for each two parts of a campaign that do not agree."""
    if not isinstance(data, dict):
        return ()
    return tuple(problem for check in CHECKS for problem in check(data, sources))


def one_body(data: dict[str, Any], sources: SourceMap) -> Found:
    """The model asks for this too, but only where all else is right."""
    if bool(data.get("body")) == bool(data.get("body_file")):
        yield problem_of(Fault("one_body", (), data), sources, "C")


def annex_ids(data: dict[str, Any], sources: SourceMap) -> Found:
    """``annexes.team`` in the words must mean one annex."""
    first: dict[str, Loc] = {}
    for loc, annex in _entries(data, "annexes"):
        name, place = annex.get("id"), (*loc, "id")
        if not isinstance(name, str):
            continue
        if name in first:
            message = _('the annex in line {line} is named "{name}" too').format(
                line=sources.place(first[name]).line, name=name
            )
            yield _letter(Code.SAME_ANNEX, place, message, _("give each its own name"), sources)
        first.setdefault(name, place)


def titles(data: dict[str, Any], sources: SourceMap) -> Found:
    """The campaign's own title and those of the notices it forwards."""
    for loc, part in [((), data), *_entries(data, "attached")]:
        yield from title_lines(part, loc, sources, "C")


def title_lines(part: dict[str, Any], loc: Loc, sources: SourceMap, letter: str) -> Found:
    """The lines of a title are the title; not said where Jinja is at work, or one of them is missing."""
    title, lines = part.get("title"), part.get("title_lines")
    if not (isinstance(title, str) and isinstance(lines, list) and lines):
        return
    whole, joined = (_close(text) for text in (title, "".join(str(line) for line in lines)))
    if whole == joined or "{" in whole + joined:
        return
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(whole, joined, strict=False)))
    hint = _('the title goes on "{title}", the lines "{lines}"').format(
        title=_excerpt(whole, same), lines=_excerpt(joined, same)
    )
    yield _letter(Code.TITLE_LINES, (*loc, "title_lines"), _("the lines are not the title"), hint, sources, letter)


def material_contacts(data: dict[str, Any], sources: SourceMap) -> Found:
    """What is handed in goes to an office that the campaign knows."""
    contacts, materials = data.get("contacts") or {}, data.get("materials")
    if not (isinstance(contacts, dict) and isinstance(materials, dict)):
        return
    for key, material in materials.items():
        name = material.get("contact") if isinstance(material, dict) else None
        if isinstance(name, str) and name not in contacts:
            message = _('there is no contact "{name}"').format(name=name)
            hint = did_you_mean(name, list(contacts)) or _("add it to contacts")
            yield _letter(Code.UNKNOWN_CONTACT, ("materials", key, "contact"), message, hint, sources)


CHECKS = (one_body, annex_ids, titles, material_contacts)


def _entries(data: dict[str, Any], key: str) -> list[tuple[Loc, dict[str, Any]]]:
    """The mappings in the list at ``key``, each with the way to it."""
    entries = data.get(key)
    if not isinstance(entries, list):
        return []
    return [((key, index), entry) for index, entry in enumerate(entries) if isinstance(entry, dict)]


def _close(text: str) -> str:
    return "".join(text.split())


def _excerpt(text: str, start: int) -> str:
    """A few characters around the first difference."""
    return text[max(start - 2, 0) : start + 8] or "…"


def _letter(code: Code, loc: Loc, message: str, hint: str, sources: SourceMap, letter: str = "C") -> Problem:
    return Problem(f"{letter}{code}", letter_at(loc, message), sources.place(loc), hint)
