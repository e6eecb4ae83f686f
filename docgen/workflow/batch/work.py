"""The work folder of a batch: within the campaign's own hidden folder, so that moving a file into place is one step."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.workflow.batch.journal import STATE
from docgen.world.files import remove_stale

_WORK = "work-"


class Closable(Protocol):
    """What has files open in the work folder."""

    def close(self) -> None:
        """Closes them."""


T = TypeVar("T", bound=Closable)


class Work(contextlib.ExitStack):
    """The work folder at ``path``; what is ``kept`` is closed before the folder goes."""

    path: Path

    def kept(self, thing: T) -> T:
        """The same thing."""
        self.callback(thing.close)
        return thing


@contextlib.contextmanager
def work_folder(folder: Path) -> Iterator[Work]:
    """A folder of this process's own; gone afterwards, and with it what those left behind that were killed.

    Raises DocgenError (exit code 2) while another batch is at work on the same campaign.
    """
    state = folder / STATE
    state.mkdir(parents=True, exist_ok=True)
    remove_stale(state, _WORK)
    work = Path(tempfile.mkdtemp(prefix=f"{_WORK}{os.getpid()}-", dir=state))
    try:
        if any(path != work for path in state.glob(f"{_WORK}*")):
            hint = _("wait until it has finished, or stop it")
            message = _("another docgen is making the units' files of this campaign")
            raise DocgenError(Problem("W932", message, Place(str(folder)), hint), Exit.USAGE)
        with Work() as open_files:
            open_files.path = work
            yield open_files
    finally:
        shutil.rmtree(work, ignore_errors=True)
