"""The manifest of a campaign with units, written line by line from their records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.workflow.batch.journal import Memory, Placed, Record, has_units
from docgen.workflow.batch.plan import as_written
from docgen.workflow.batch.work import work_folder
from docgen.workflow.manifest import NAME, manifest_lines, read_manifest
from docgen.world.file_problems import told_as_letter


def write_manifest(folder: Path, work: Path, about: dict[str, Any], records: Iterable[Record]) -> None:
    """The campaign's own manifest with ``about`` and the files of these records, in place in one step."""
    own = read_manifest(folder)
    if own is None:
        raise FileNotFoundError(folder / NAME)
    files = (placed.file for record in records for placed in record.files)
    new = work / NAME
    with new.open("w", encoding="utf-8", newline="\n") as out:
        for piece in manifest_lines(replace(own, units=about), files):
            out.write(piece)
    new.replace(folder / NAME)


def relist(folder: Path) -> None:
    """Lists the files of units again after the campaign's own files were made anew without its roster."""
    manifest = read_manifest(folder)
    if manifest is None or not has_units(folder):
        return
    with told_as_letter(folder), work_folder(folder) as work:
        memory = work.kept(Memory(folder))
        there = (replace(record, files=_there(folder, record)) for record in memory.rest())
        about = {**manifest.units, "complete": not memory.unfinished}
        write_manifest(folder, work.path, about, there)


def _there(folder: Path, record: Record) -> tuple[Placed, ...]:
    return tuple(now for placed in record.files if (now := as_written(folder, placed)))
