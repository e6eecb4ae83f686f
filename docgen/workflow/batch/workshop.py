"""The workshop: makes a unit's files, reads them back, and puts them in place. One for each process.

A file is written beside its place under another name, read again there and searched for other units' values; then the
unit's line goes to the journal, and only then do the files take their places, each in one step. So a file that has its
name is whole and checked, and whatever the moment of a kill -9, the journal knows it.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.roster.unit import Unit
from docgen.workflow.batch.archive import LIST, ArchiveWriter, list_of_files
from docgen.workflow.batch.journal import Journal, Placed, Record
from docgen.workflow.batch.keys import NOTICE_PIECE
from docgen.workflow.batch.leaks import LeakCheck
from docgen.workflow.batch.order import Order
from docgen.workflow.batch.plan import Job, archive_key, archive_path, as_written
from docgen.workflow.batch.press import Press, Sheet
from docgen.workflow.manifest import MadeFile, sha256
from docgen.world.file_problems import told_as_letter

HOPELESS = {"W402"}
"""Problems that every other unit would have too: the disk is full."""


@dataclass(frozen=True)
class Leak:
    """A file in which a value stood that unit number ``owner`` alone has."""

    path: str
    owner: int


@dataclass(frozen=True)
class Outcome:
    """What came of a unit: its files as they are now, and how many of them were made or went.

    ``problems`` are errors if it failed, otherwise warnings that this workshop has not told before.
    """

    number: int
    record: Record
    made: int = 0
    removed: int = 0
    problems: tuple[Problem, ...] = ()
    exit_code: Exit = Exit.OK
    leak: Leak | None = None
    crash: str = ""


@dataclass(frozen=True)
class _Staged:
    """A file that is written, but not yet where it belongs."""

    at: Path
    placed: Placed


class _LeakError(Exception):
    def __init__(self, leak: Leak) -> None:
        super().__init__(leak.path)
        self.leak = leak


class Workshop:
    """``make`` never raises for what is wrong with one unit; for what is wrong with all it raises DocgenError."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._press = Press(order)
        self._check = LeakCheck(order.index, order.common)
        self._journal = Journal(order.folder)
        self._names = (order.work / f"{os.getpid()}-{number}" for number in itertools.count())
        self._told: set[Problem] = set()

    @property
    def ways(self) -> Counter[tuple[int, str]]:
        """See ``Press``."""
        return self._press.ways

    def make_all(self, tasks: Iterable[Sequence[Job]]) -> Iterator[Iterator[Outcome]]:
        """Makes what is to be made of some units at a time; on several cores, the next lot while one is finished."""
        if self._order.cores == 1:
            yield from (self._begun(jobs)() for jobs in tasks)
            return
        before: Callable[[], Iterator[Outcome]] | None = None
        for jobs in tasks:
            begun = self._begun(jobs)
            if before:
                yield before()
            before = begun
        if before:
            yield before()

    def _begun(self, jobs: Sequence[Job]) -> Callable[[], Iterator[Outcome]]:
        # What goes wrong for all goes wrong again for each, where it is known whose fault it is.
        begun = contextlib.ExitStack()
        with contextlib.suppress(Exception):
            begun.callback(self._press.begin(jobs))

        def outcomes() -> Iterator[Outcome]:
            with contextlib.suppress(Exception):
                begun.close()
            yield from map(self.make, jobs)

        return outcomes

    def make(self, job: Job) -> Outcome:
        """Makes what is to be made of a unit; if that fails, its files stay as they were."""
        try:
            with told_as_letter(self._order.folder):
                return self._made(job)
        except DocgenError as error:
            if any(problem.code in HOPELESS for problem in error.problems):
                raise
            return _failed(job, [_of(job, problem) for problem in error.problems], error.exit_code)
        except _LeakError as error:
            return self._leaked(job, error.leak)
        except Exception as error:
            # The unit's name would not be in the traceback.
            found = Problem("W930", _("a bug in docgen: {error}").format(error=repr(error)))
            return replace(_failed(job, [_of(job, found)], Exit.BUG), crash=traceback.format_exc())

    def close(self) -> None:
        """Nothing more will be made."""
        self._journal.close()

    def _made(self, job: Job) -> Outcome:
        with contextlib.ExitStack() as leftovers:
            sheets = [*self._press.sheets(job)]
            staged = [self._stage(job, sheet, leftovers) for sheet in sheets]
            files = [*job.keep, *(one.placed for one in staged)]
            if job.pack:
                archive = self._pack(job, files, {one.placed.file.path: one.at for one in staged}, leftovers)
                staged.append(archive)
                files.append(archive.placed)
            record = Record(job.unit.id, job.unit.name, tuple(sorted(files, key=_place_in_list)))
            self._journal.add(record)
            self._place(job, staged)
            leftovers.pop_all()
        removed = remove(self._order.folder, job.old, {placed.file.path for placed in files})
        return Outcome(job.number, record, len(sheets), removed, self._news(job, sheets))

    # ---------------------------------------------------------------- one file

    def _stage(self, job: Job, sheet: Sheet, leftovers: contextlib.ExitStack) -> _Staged:
        """Writes a sheet, reads it back and searches it."""
        number, format = sheet.piece
        data = sheet.rendered.data
        made = MadeFile(
            path=f"{job.folder}/{sheet.name}",
            kind="notice" if number == NOTICE_PIECE else "annex",
            annex=None if number == NOTICE_PIECE else number + 1,
            unit=job.unit.id,
            format=format,
            bytes=len(data),
            sha256=sha256(data),
            pages=sheet.rendered.pages,
            key=job.make[sheet.piece],
        )
        at = next(self._names)
        leftovers.callback(at.unlink, missing_ok=True)
        at.write_bytes(data)
        owner = self._check.owner_of_leak(at, format, job.number, job.unit)
        if owner is not None:
            raise _LeakError(Leak(made.path, owner))
        return _Staged(at, Placed(made, at.stat().st_mtime_ns))

    def _pack(self, job: Job, files: list[Placed], new: dict[str, Path], leftovers: contextlib.ExitStack) -> _Staged:
        """The unit's archive, of files that are in place and of ``new`` ones that are not yet."""
        at = next(self._names)
        leftovers.callback(at.unlink, missing_ok=True)
        packed = sorted((one.file for one in files if one.file.kind != "archive"), key=lambda file: file.path)
        with ArchiveWriter(at, self._order.setting.source_date) as archive:
            rows = [(file.path.rpartition("/")[2], file.bytes) for file in packed]
            for file, (name, _size) in zip(packed, rows, strict=True):
                archive.add_file(name, new.get(file.path, self._order.folder / file.path))
            archive.add(LIST, b"".join(list_of_files(job.unit.name, rows)))
        made = archive_file(archive_path(job.folder), job.unit.id, at, archive_key(files))
        return _Staged(at, Placed(made, at.stat().st_mtime_ns))

    def _place(self, job: Job, staged: list[_Staged]) -> None:
        folder = self._order.folder
        (folder / job.folder).mkdir(parents=True, exist_ok=True)
        for one in staged:
            one.at.replace(folder / one.placed.file.path)

    # ---------------------------------------------------------------- what is said

    def _news(self, job: Job, sheets: list[Sheet]) -> tuple[Problem, ...]:
        """Warnings that were not told yet: of a hundred thousand units each may have the same."""
        news = {problem for sheet in sheets for problem in sheet.rendered.warnings} - self._told
        self._told |= news
        return tuple(_of(job, problem) for problem in sorted(news, key=str))

    def _leaked(self, job: Job, leak: Leak) -> Outcome:
        """Nothing of the unit is put in place; an older file of that name is not left behind either."""
        (self._order.folder / leak.path).unlink(missing_ok=True)
        before = tuple(placed for placed in job.before.files if placed.file.path != leak.path)
        return Outcome(job.number, replace(job.before, files=before), exit_code=Exit.BUG, leak=leak)


def archive_file(path: str, unit: str | None, at: Path, key: str) -> MadeFile:
    """The entry of an archive that is written at ``at`` for now."""
    import hashlib

    with at.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return MadeFile(path, "archive", None, unit, "zip", at.stat().st_size, digest, key=key)


def remove(folder: Path, files: tuple[Placed, ...], but: set[str]) -> int:
    """Removes files that are as docgen wrote them, and folders that are empty then; says how many files went."""
    gone = [one for one in files if one.file.path not in but and as_written(folder, one) and _is_inside(folder, one)]
    for placed in gone:
        (folder / placed.file.path).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            (folder / placed.file.path).parent.rmdir()
    return len(gone)


def _is_inside(folder: Path, placed: Placed) -> bool:
    """What someone wrote into a manifest must not make docgen remove anything elsewhere."""
    return (folder / placed.file.path).resolve().is_relative_to(folder.resolve())


def _failed(job: Job, problems: list[Problem], exit_code: Exit) -> Outcome:
    return Outcome(job.number, job.before, problems=tuple(problems), exit_code=exit_code)


def _of(job: Job, problem: Problem) -> Problem:
    """A renderer knows no roster: what it says is said of this row."""
    message = said_of(job.unit, problem.message)
    return replace(problem, message=message, place=Place(job.unit.place) if job.unit.place else problem.place)


def said_of(unit: Unit, message: str) -> str:
    """With the unit's name in front."""
    return _("{unit}: {message}").format(unit=unit.name, message=message)


def _place_in_list(placed: Placed) -> tuple[bool, int, str]:
    file = placed.file
    return file.kind == "archive", file.annex or 0, file.format
