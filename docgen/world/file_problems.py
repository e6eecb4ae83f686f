"""What went wrong with a file, told as a letter: which path, what the system said, what would do."""

from __future__ import annotations

import contextlib
import dataclasses
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _

_HERE_ONLY = {"W404", "W405", "W407"}
"""Problems of one file: in another folder it would be the same."""


@contextlib.contextmanager
def told_as_letter(folder: Path, or_elsewhere: bool = True) -> Iterator[None]:
    """Turn an ``OSError`` inside into a ``DocgenError`` about ``folder``.

    ``or_elsewhere``: the user may name another folder with ``--out``, which the letter then says.
    """
    try:
        yield
    except OSError as error:
        problem = writing_problem(error, folder)
        if or_elsewhere and problem.code not in _HERE_ONLY:
            hint = _("{hint}, or name another folder with --out").format(hint=problem.hint)
            problem = dataclasses.replace(problem, hint=hint)
        full = problem.code == "W402"
        raise DocgenError(problem, Exit.MISSING if full else Exit.USAGE) from error


def narrow_names_problem() -> Problem | None:
    """The letter where the locale lets Python give files no Chinese names; None where it does."""
    try:
        os.fsencode("附件")
    except UnicodeEncodeError as error:
        message = _("files cannot have Chinese names: the locale's encoding is {encoding}")
        return Problem("W408", message.format(encoding=error.encoding), hint=_("set PYTHONUTF8=1, or LC_ALL=C.UTF-8"))
    return None


def writing_problem(error: OSError, folder: Path) -> Problem:
    """The letter for a failure to write into ``folder``."""
    where = Place(str(folder))
    match error.errno:
        # EFBIG is what a limit on the size of files says
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            hint = _("free some space")
            return Problem("W402", _("the disk is full"), where, hint)
        case errno.ENOTDIR | errno.EEXIST:
            hint = _("remove or rename the file")
            return Problem("W403", _("{path} is a file, not a folder").format(path=_file(folder)), where, hint)
        case _ if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == 206:
            hint = _("shorten the title or the file name, or choose a folder with a shorter path")
            return Problem("W404", _("the file name is too long"), where, hint)
        case errno.EISDIR:
            message = _("{path} is a folder, where a file is to be written").format(
                path=error.filename2 or error.filename
            )
            return Problem("W405", message, where, _("remove or rename the folder"))
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _not_writable(error, where)
        case _:
            message = _("cannot be written: {reason}").format(reason=error.strerror or error)
            return Problem("W406", message, where, _("check the disk"))


def _not_writable(error: OSError, where: Place) -> Problem:
    if getattr(error, "winerror", None) == 32:
        name = Path(error.filename2 or error.filename or "").name
        message = _("{file} is open in another program").format(file=name)
        return Problem("W407", message, where, _("close it in Word or WPS and build again"))
    hint = _("give yourself the right to write there")
    return Problem("W401", _("the folder is not writable"), where, hint)


def _file(folder: Path) -> Path:
    """The part of the way to ``folder`` that is a file."""
    return next((path for path in (*reversed(folder.parents), folder) if path.is_file()), folder)
