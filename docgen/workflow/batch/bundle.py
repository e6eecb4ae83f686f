"""``units.zip``: the files of all units in one archive, each unit's in its folder, with a list of them all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from docgen.workflow.batch.archive import LIST, ArchiveWriter, list_of_files
from docgen.workflow.batch.folders import UNITS
from docgen.workflow.batch.journal import Journal, NewRecords, Placed, Record
from docgen.workflow.batch.plan import as_written
from docgen.workflow.batch.workshop import archive_file, remove
from docgen.workflow.manifest import MadeFile

NAME = f"{UNITS}.zip"
WHOLE = ""
"""The record of the archive is that of no unit."""


def bundle(
    folder: Path, work: Path, records: NewRecords, old: Record | None, wanted: bool, moment: int
) -> Record | None:
    """The record of the archive of these records' files: made if it is ``wanted``, or the old one if it is still right.

    An old one that is not right any more is removed.
    """
    key = _key(records)
    there = [now for placed in (old.files if old else ()) if (now := as_written(folder, placed))]
    if there and there[0].file.key == key:
        return Record(WHOLE, "", tuple(there))
    if not wanted:
        remove(folder, tuple(there), set())
        return None
    at = work / NAME
    _write(at, folder, work, records, moment)
    record = Record(WHOLE, "", (Placed(archive_file(NAME, None, at, key), at.stat().st_mtime_ns),))
    journal = Journal(folder)
    journal.add(record)
    journal.close()
    at.replace(folder / NAME)
    return record


def _write(at: Path, folder: Path, work: Path, records: NewRecords, moment: int) -> None:
    listed = work / "list"
    with listed.open("wb") as out:
        out.writelines(list_of_files(NAME, ((_name(file), file.bytes) for file in _files(records))))
    with ArchiveWriter(at, moment) as archive:
        archive.add_file(LIST, listed)
        for file in _files(records):
            archive.add_file(_name(file), folder / file.path)


def _files(records: NewRecords) -> Iterator[MadeFile]:
    for record in records:
        yield from (placed.file for placed in record.files if placed.file.kind != "archive")


def _name(file: MadeFile) -> str:
    return file.path.removeprefix(f"{UNITS}/")


def _key(records: NewRecords) -> str:
    digest = hashlib.sha256()
    for file in _files(records):
        digest.update(f"{file.path} {file.sha256}\n".encode())
    return digest.hexdigest()[:16]
