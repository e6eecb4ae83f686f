"""The work folder of a batch: within the campaign's own hidden folder, so that moving a file into place is one step."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.workflow.batch.journal import STATE
from docgen.world.files import remove_stale

_WORK = "work-"


@contextlib.contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
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
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)
