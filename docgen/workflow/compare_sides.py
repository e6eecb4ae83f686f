"""Both sides of a comparison: found by id or file, read, told apart; all that is wrong with either is said at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _

if TYPE_CHECKING:
    from docgen.diff.changes import Side


def paths_of(*words: str) -> tuple[Path, Path]:
    """The files of both sides; all that is wrong with either is said at once."""
    from docgen.workflow.select import choose

    paths: list[Path] = []
    problems: list[Problem] = []
    for word in words:
        path = Path(word)
        if is_word(path):
            paths.append(path)
            continue
        choice = choose([word])
        problems += choice.problems
        paths += [one.path for one in choice.campaigns]
        problems += [problem for one in choice.campaigns if (problem := _other_kind(one.path))]
    if problems:
        raise DocgenError(dict.fromkeys([*problems, *_also_wrong(paths)]), Exit.CAMPAIGN)
    return paths[0], paths[1]


def _also_wrong(paths: Collection[Path]) -> list[Problem]:
    """What is wrong with those that were found: who mends one side wants to know of the other at once."""
    found: list[Problem] = []
    for path in paths:
        if not _other_kind(path):
            try:
                side_of(path)
            except DocgenError as error:
                found += error.problems
    return found


def is_word(path: Path) -> bool:
    """Whether it is a Word file; else it is read as a campaign."""
    from docgen.diff.foreign import is_word_file

    return is_word_file(path)


def _other_kind(path: Path) -> Problem | None:
    """A letter about a file that no campaign can be, whatever it is called."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        return None  # loading it says what is wrong
    if not (what := _beginning(start)):
        return None
    hint = _("compare two campaigns (.yaml, or their ids) or two Word files (.docx)")
    return Problem("C920", _("this is no campaign but {what}").format(what=what), Place(str(path)), hint)


def _beginning(start: bytes) -> str:
    """What a file is that begins so; empty if it may be a campaign."""
    kinds = (
        (b"PK\x03\x04", _("a zip file, or a file of Word or Excel under another name")),
        (b"%PDF", _("a PDF")),
        (b"\xd0\xcf\x11\xe0", _("a file of an old Word or Excel under another name")),
        (b"\x89PNG", _("a picture")),
        (b"\xff\xd8\xff", _("a picture")),
    )
    return next((what for sign, what in kinds if start.startswith(sign)), "")


def sides_of(paths: tuple[Path, Path]) -> tuple[Side, Side]:
    """Both read; what is wrong with either is said at once. A side that is the other one's file is read once."""
    errors: list[DocgenError] = []
    sides: dict[Path, Side] = {}
    for path in dict.fromkeys(paths):
        try:
            sides[path] = side_of(path)
        except DocgenError as error:
            errors.append(error)
    if errors:
        problems = dict.fromkeys(problem for error in errors for problem in error.problems)
        raise DocgenError(problems, max(error.exit_code for error in errors))
    return _told_apart((sides[paths[0]], sides[paths[1]]), paths)


def side_of(path: Path) -> Side:
    """One side, from a campaign or a Word file. Raises ``DocgenError``."""
    from docgen.diff.changes import Side

    if is_word(path):
        from docgen.diff.foreign import side_of_file

        return side_of_file(path)
    from docgen.workflow.prepare import prepare

    prepared = prepare(path)
    loaded = prepared.loaded
    label = f"{loaded.campaign.year}年"
    return Side(prepared.notice, loaded.campaign, loaded.sources, label, loaded, tuple(prepared.forms.items()))


def _told_apart(sides: tuple[Side, Side], paths: tuple[Path, Path]) -> tuple[Side, Side]:
    """Labels that differ: years, else ids, else files."""
    for labels in ([side.label for side in sides], [_id(side) for side in sides], [path.stem for path in paths]):
        if labels[0] != labels[1] and all(labels):
            return replace(sides[0], label=labels[0]), replace(sides[1], label=labels[1])
    return replace(sides[0], label="原文"), replace(sides[1], label="新文")


def _id(side: Side) -> str:
    return side.campaign.id if side.campaign else side.label
