"""The workbook of the rows that failed, which a clerk corrects and hands in again: whatever is written into it stays.

docgen remembers what it wrote (``.docgen/failed-rows.json`` in the campaign's folder). A workbook that is otherwise now
was changed by somebody: it is left as it is, and the rows go into the next one, failed-rows-2.xlsx.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.roster.codes import Code, numbered
from docgen.roster.read import Roster
from docgen.roster.unit import BadRow, Unit
from docgen.workflow.batch.journal import STATE
from docgen.workflow.manifest import sha256
from docgen.world.files import write_all

FAILED_ROWS = "failed-rows.xlsx"
_MEMORY = "failed-rows.json"


@dataclass(frozen=True)
class FailedFile:
    """``path`` is the workbook, None if no row failed; ``problems`` are notes on others that somebody has changed."""

    path: Path | None = None
    problems: tuple[Problem, ...] = ()


class FailingRows:
    """Hears of each row of a roster as it is read, and puts those that fail where they are corrected.

        failing = FailingRows(roster, folder / FAILED_ROWS, folder)
        failing.add(row)
        failing.put()

    ``folder`` is the campaign's. ``count``: so many rows fail. ``makes``: the units' files are made, too, which a mere
    check does not; so it leaves the workbook alone of units whose files could not be made.
    """

    def __init__(self, roster: Roster, failed: Path, folder: Path, makes: bool = False) -> None:
        from docgen.roster.workbook.failed import FailedRows

        self._roster, self._failed, self._folder, self._makes = roster, failed, folder, makes
        self._rows = FailedRows(roster.headers, roster.table.columns)
        self._names: set[str] = set()
        self._bad: set[str] = set()

    @property
    def count(self) -> int:
        """See above."""
        return self._rows.count

    def add(self, row: Unit | BadRow) -> None:
        """The next row, good or bad."""
        if self._roster.is_part:
            self._names.add(row.name)
        if isinstance(row, BadRow):
            self._rows.add(row)
            self._bad.add(row.name)

    def put(self, unmade: bool = False) -> FailedFile:
        """Writes the workbook, if there is a row for it, and removes older ones that have had their day.

        ``unmade``: some are those of units whose files could not be made.
        The roster itself and what somebody has changed are never written over; then it goes beside them.
        """
        content = self._rows.content()
        roster, memory = self._roster.path, _Memory(self._folder)
        files = (self._failed, *_numbered(self._failed))
        there = [path for path in files if path.is_file() and not _is_same(path, roster)]
        own = {path: written for path in there if (written := memory.written(path))}
        old = [path for path, written in own.items() if self._has_had_its_day(written, memory.name(roster))]
        target = _free(self._failed, content, {*there} - {*old}, roster) if content else None
        if target:
            memory.add(target, content, _Written(memory.name(roster), sorted(self._bad), unmade=unmade))
            write_all(target.parent, {target.name: content})
        if gone := [path for path in old if path != target]:
            write_all(self._failed.parent, {}, [path.name for path in gone])
            memory.remove(gone)
        changed = [path for path in there if path not in own and path != target and not self._roster.is_part]
        return FailedFile(target, tuple(_note(path, roster, target) for path in changed))

    def _has_had_its_day(self, written: _Written, roster: str) -> bool:
        """Corrected rows say nothing of those that were not handed in with them."""
        if written.unmade and not self._makes:
            return False
        return not self._roster.is_part or written.of == roster or self._names.issuperset(written.names)


def _numbered(failed: Path) -> list[Path]:
    """failed-rows-2.xlsx, failed-rows-3.xlsx … as far as they are there."""
    name = re.compile(rf"{re.escape(failed.stem)}-(\d+){re.escape(failed.suffix)}")
    found = ((name.fullmatch(path.name), path) for path in failed.parent.glob(f"*{failed.suffix}"))
    return [path for _number, path in sorted((int(match[1]), path) for match, path in found if match)]


def _free(failed: Path, content: bytes, taken: Collection[Path], roster: Path) -> Path:
    """The first name that may be written to; a file that says the same already may be."""
    path, number = failed, 2
    while _is_same(path, roster) or (path in taken and path.read_bytes() != content):
        path = failed.with_name(f"{failed.stem}-{number}{failed.suffix}")
        number += 1
    return path


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _note(path: Path, roster: Path, target: Path | None) -> Problem:
    if target:
        message = _("this is not as docgen wrote it, and is left as it is")
        hint = _("if the rows are corrected in it, use it as the roster, and correct them in {roster}, too")
    else:
        message = _("this is not as docgen wrote it, and is left as it is, though no row of {roster} is wrong any more")
        hint = _("remove it once it is not needed")
    return Problem(
        numbered(Code.FAILED_ROWS_CHANGED),
        message.format(roster=roster),
        Place(str(path)),
        hint.format(roster=roster),
        "note",
    )


# ---------------------------------------------------------------- what docgen wrote


@dataclass(frozen=True)
class _Written:
    """A workbook that docgen wrote: the roster of which it has rows, the names in them, the last two checksums, whether
    some of the units passed the check and could not be made.

    Two checksums, as a workbook is remembered before it is written, and a kill -9 may come between.
    """

    of: str
    names: Sequence[str]
    sha256: Sequence[str] = ()
    unmade: bool = False


class _Memory:
    """What docgen wrote, by name relative to the campaign's folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / STATE / _MEMORY
        self._files = _read(self._path)

    def name(self, path: Path) -> str:
        """Relative to the campaign's folder, if there is a way."""
        try:
            return Path(os.path.relpath(path.resolve(), self._folder.resolve())).as_posix()
        except ValueError:  # another drive
            return path.resolve().as_posix()

    def written(self, path: Path) -> _Written | None:
        """What docgen wrote there; None if something else stands there now."""
        written = self._files.get(self.name(path))
        return written if written and sha256(path.read_bytes()) in written.sha256 else None

    def add(self, path: Path, content: bytes, written: _Written) -> None:
        """It is going to be written."""
        before, new = self._files.get(self.name(path)), sha256(content)
        sums = [one for one in (before.sha256 if before else ()) if one != new]
        self._files[self.name(path)] = replace(written, sha256=[*sums, new][-2:])
        self._write()

    def remove(self, paths: Iterable[Path]) -> None:
        """They are gone."""
        for path in paths:
            self._files.pop(self.name(path), None)
        self._write()

    def _write(self) -> None:
        lines = {name: vars(written) for name, written in self._files.items()}
        content = json.dumps(lines, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        files = {self._path.name: content.encode()} if lines else {}
        write_all(self._path.parent, files, [] if lines else [self._path.name])


def _read(path: Path) -> dict[str, _Written]:
    try:
        return {name: _Written(**one) for name, one in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
