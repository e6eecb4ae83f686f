"""What those who make the files of units have to know; it travels to other processes once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from docgen.frozen import dataclass
from docgen.render import Setting
from docgen.workflow.batch.values import IndexFile
from docgen.workflow.prepare import Prepared


@dataclass(frozen=True)
class Order:
    """``folder`` is the campaign's; ``work`` this batch's own, on the same file system, for files not yet in place.

    ``names``: number of an annex (from 0) → name of its files without ending. ``index`` and ``common`` are for the leak
    check: whose each value is, and what the campaign itself says. LibreOffice makes the PDF of the pieces in
    ``converted``, best of ``lot`` documents at a time. ``cores``: how many a process may use; on
    more than one, pages are set while those before are finished. ``explain``: count the ways in which files are made.
    """

    prepared: Prepared
    setting: Setting
    names: Mapping[int, str]
    folder: Path
    work: Path
    index: IndexFile
    common: str
    converted: frozenset[int] = frozenset()
    lot: int = 1
    cores: int = 1
    explain: bool = False
