"""Mending what is mechanical in the campaigns' own files.

Everything is worked out before anything is written: what ``--diff`` shows is what ``--fix`` writes.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.lint.fix import fixable, mended
from docgen.lint.run import outcome_of
from docgen.sources.text_file import read_instead
from docgen.workflow.check import CAMPAIGNS, Wanted, read_campaign
from docgen.workflow.select import project_of

if TYPE_CHECKING:
    from docgen.lint.finding import Finding
    from docgen.lint.reading import Reading

_ROUNDS = 5
"""Mending one thing may bring another to light; so often at most."""
_BOM = b"\xef\xbb\xbf"

Contents = dict[Path, bytes]
"""Files by their real path, as they are going to be."""


@dataclass(frozen=True)
class Mending:
    """A file that is mended: what it was and what it will be, and in how many places it changes."""

    file: Path
    before: bytes
    after: bytes
    count: int


def mendings(what: Wanted) -> list[Mending]:
    """All that is mechanical, mended but not written; what would make a campaign unreadable is left out."""
    made: dict[Path, Mending] = {}
    contents: Contents = {}
    readings = _readings((path for path in what.paths if path.suffix.lower() in CAMPAIGNS), contents)
    for _round in range(_ROUNDS):
        again = _mended_once(readings, what, contents)
        if not again:
            break
        now = {**contents, **{file: one.after for file, one in again.items()}}
        read_again = _readings(readings, now)
        if len(read_again) < len(readings):
            break
        readings, contents = read_again, now
        for file, one in again.items():
            first = made.get(file)
            made[file] = Mending(first.file, first.before, one.after, first.count + one.count) if first else one
    return list(made.values())


def mend(what: Wanted) -> list[Mending]:
    """The same, written. Raises ``DocgenError`` (exit 2), nothing being written, if a file may not be changed."""
    from docgen.world.files import write_all

    made = mendings(what)
    if problems := [_read_only(one.file) for one in made if not _may_be_written(one.file)]:
        raise DocgenError(problems, Exit.USAGE)
    for one in made:
        real = one.file.resolve()
        write_all(real.parent, {real.name: one.after}, or_elsewhere=False)
    return made


def difference(one: Mending) -> Iterator[str]:
    """The lines of a unified diff."""
    import difflib

    name = one.file.as_posix()
    before, after = (_text(content).splitlines() for content in (one.before, one.after))
    return difflib.unified_diff(before, after, name, name, lineterm="", n=1)


def _readings(paths: Iterable[Path], contents: Mapping[Path, bytes]) -> dict[Path, Reading]:
    """Those campaigns that can be read, with these files as they are going to be."""
    readings: dict[Path, Reading] = {}
    with read_instead(contents):
        for path in paths:
            with contextlib.suppress(DocgenError):
                readings[path] = read_campaign(path)
    return readings


def _mended_once(readings: Mapping[Path, Reading], what: Wanted, contents: Mapping[Path, bytes]) -> dict[Path, Mending]:
    found: dict[Path, list[Finding]] = {}
    for path, reading in readings.items():
        with read_instead(contents):
            outcome = outcome_of(reading, what.rules)
        for one in _own(fixable(outcome.findings), path):
            found.setdefault(Path(one.place.file), []).append(one)
    made: dict[Path, Mending] = {}
    for file, findings in found.items():
        real = file.resolve()
        before = contents.get(real) or file.read_bytes()
        text, count = mended(_text(before), findings)
        if count:
            made[real] = Mending(file, before, _BOM * before.startswith(_BOM) + text.encode(), count)
    return made


def _own(findings: Sequence[Finding], path: Path) -> list[Finding]:
    """Those in files of the campaign's project: what docgen brings along is not changed."""
    project = project_of(path).resolve()
    return [one for one in findings if Path(one.place.file).resolve().is_relative_to(project)]


def _may_be_written(file: Path) -> bool:
    """A file without any right to write was locked on purpose, whoever asks."""
    return bool(file.stat().st_mode & 0o222) and os.access(file, os.W_OK)


def _read_only(file: Path) -> Problem:
    return Problem("W408", _("the file is read-only; nothing was mended"), Place(str(file)), _("make it writable"))


def _text(content: bytes) -> str:
    """With its line breaks as they are."""
    return content.decode("utf-8-sig")
