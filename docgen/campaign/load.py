"""From a campaign's file to a loaded campaign, or to letters: all that is wrong with it, at once.

The file is read strictly (``sources.strict_yaml``), its values become the model's
(``sources.validation``), the words may come from a file beside it (``body_file:``), and what the parts
say together is checked (``agreement``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.campaign.agreement import disagreements
from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import Campaign
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.open_points import open_conflicts, open_todos
from docgen.sources.source_map import SourceMap
from docgen.sources.strict_yaml import read_yaml
from docgen.sources.text_file import read_text
from docgen.sources.validation import in_order, letter_at, validate

BODY = ("body",)
BODY_FILE = ("body_file",)


def load_campaign(path: Path) -> LoadedCampaign:
    """The campaign written in ``path``, with the places of its values and its words.

    Places name the file as ``path`` is given. Raises DocgenError (exit code 3) with a letter for each fault.
    """
    written = read_text(path)
    reading = read_yaml(written, str(path))
    campaign, problems = validate(Campaign, reading, "C")
    words = _words(reading.data, path, reading.sources)
    problems = in_order([*problems, *words.problems, *disagreements(reading.data, reading.sources)])
    if campaign is None or problems:
        raise DocgenError(problems, Exit.CAMPAIGN)
    conflicts = _conflicts({str(path): written, **{str(file): words.text for file in words.files}})
    files = (path, *words.files)
    todos = tuple(open_todos(written))
    return LoadedCampaign(campaign, words.sources, path, words.text, files, todos, conflicts, reading.data)


def _conflicts(texts: Mapping[str, str]) -> tuple[Place, ...]:
    """Where two texts stand for one thing; in a comment they harm nobody."""
    return tuple(
        Place(file, found.line, 1)
        for file, text in texts.items()
        for found in open_conflicts(text)
        if not found.commented
    )


@dataclass(frozen=True)
class _Words:
    """The body's text, where its lines stand, the file they came from."""

    text: str
    sources: SourceMap
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def _words(data: Any, path: Path, sources: SourceMap) -> _Words:
    body, name = (data.get(key) if isinstance(data, dict) else None for key in ("body", "body_file"))
    if not (name and isinstance(name, str)):
        return _Words(body if isinstance(body, str) else "", sources)
    file = path.parent / name
    try:
        _stay_inside(file, path.parent, sources.place(BODY_FILE))
        text = read_text(file, named_at=sources.place(BODY_FILE))
    except DocgenError as error:
        return _Words("", sources, problems=error.problems)
    return _Words(text, _with_body(sources, file, text), (file,))


def _stay_inside(file: Path, folder: Path, place: Place) -> None:
    """A campaign is a folder that can be handed on: it names no file outside itself."""
    if file.resolve().is_relative_to(folder.resolve()):
        return
    message = letter_at(BODY_FILE, _('"{file}" lies outside the campaign\'s folder').format(file=file))
    hint = _("put the file beside the campaign")
    raise DocgenError(Problem(f"C{Code.OUTSIDE}", message, place, hint), Exit.CAMPAIGN)


def _with_body(sources: SourceMap, file: Path, text: str) -> SourceMap:
    """The map, with the body's lines in their own file."""
    places = tuple(Place(str(file), number, 1) for number, _line in enumerate(text.split("\n"), start=1))
    return replace(sources, text_lines={**sources.text_lines, BODY: places}, values={**sources.values, BODY: places[0]})
