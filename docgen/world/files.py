"""Writing a folder of files so that what was there stays untouched unless everything succeeds.

All files are first written into a staging folder beside their places; then each is renamed to its place, which is one
step for the file system. If anything fails on the way, earlier files are put back; Ctrl-C waits until all is done.
Only a crash of the machine, or kill -9 between two renames, can leave new files beside old ones, each of them whole.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from docgen.world.file_problems import told_as_letter
from docgen.world.interrupts import held_back

_STAGING = ".docgen-"
_STALE_SECONDS = 3600


def write_all(
    folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = (), or_elsewhere: bool = True
) -> None:
    """Write ``files`` (name relative to ``folder``, with ``/`` → content), then remove ``obsolete`` ones.

    Files take their places in the order given, so what vouches for the others comes last. Raises
    ``DocgenError`` if the folder cannot be written to (exit 2) or the disk is full (exit 5); then nothing
    has changed. ``or_elsewhere``: the letter names ``--out``. A file that is replaced keeps who may read and write it.
    """
    kept = {name.casefold() for name in files}
    gone = [name for name in obsolete if name.casefold() not in kept]
    with held_back(), told_as_letter(folder, or_elsewhere), _new_folders(folder), _staging(folder) as staging:
        for number, content in enumerate(files.values()):
            (staging / f"{number}.new").write_bytes(content)
        with contextlib.ExitStack() as undo:
            _take_places(folder, files, staging, undo)
            _remove(folder, gone, staging, undo)
            undo.pop_all()
    _remove_empty_folders(folder, gone)


def _take_places(folder: Path, names: Iterable[str], staging: Path, undo: contextlib.ExitStack) -> None:
    for number, name in enumerate(names):
        target = _inside(folder, name)
        undo.callback(_remove_empty_folders, folder, [name])
        target.parent.mkdir(parents=True, exist_ok=True)
        _keep(target, staging / f"{number}.old", undo)
        new = staging / f"{number}.new"
        if target.is_file():
            shutil.copymode(target, new)
        new.replace(target)


def _remove(folder: Path, names: Iterable[str], staging: Path, undo: contextlib.ExitStack) -> None:
    for number, name in enumerate(names):
        target = _inside(folder, name)
        _keep(target, staging / f"{number}.gone", undo)
        _unlink_file(target)


def _inside(folder: Path, name: str) -> Path:
    """The path of ``name``; a name that leads out of the folder is a mistake of the caller."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or PurePosixPath(name).is_absolute():
        raise ValueError(f"not a name inside a folder: {name!r}")
    return folder.joinpath(*parts)


def _keep(target: Path, backup: Path, undo: contextlib.ExitStack) -> None:
    """Keep what ``target`` is now, and note how to bring it back. The target never vanishes meanwhile."""
    if target.is_file():
        try:
            os.link(target, backup)
        except OSError:
            # Some file systems (FAT, network drives) know no hard links.
            shutil.copy2(target, backup)
        undo.callback(backup.replace, target)
    else:
        undo.callback(_unlink_file, target)


def _unlink_file(target: Path) -> None:
    if target.is_file():
        target.unlink()


# ---------------------------------------------------------------- folders


@contextlib.contextmanager
def _new_folders(folder: Path) -> Iterator[None]:
    """``folder`` exists inside; if that fails, folders that had to be made for it are removed again."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A folder within ``folder``, hence on the same file system; gone afterwards in any case."""
    remove_stale(folder, _STAGING)
    staging = Path(tempfile.mkdtemp(prefix=f"{_STAGING}{os.getpid()}-", dir=folder))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def remove_stale(folder: Path, prefix: str) -> None:
    """Remove the working folders ``<prefix><process>-…`` in ``folder`` whose process was killed."""
    for path in folder.glob(f"{prefix}*"):
        with contextlib.suppress(OSError, ValueError):
            process = int(path.name.removeprefix(prefix).split("-")[0])
            if not _is_running(process) or time.time() - path.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    # On Windows os.kill would end the process: there only the age of the folder counts.
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _remove_empty_folders(folder: Path, names: Iterable[str]) -> None:
    """Folders that held nothing but obsolete files go too."""
    for name in names:
        for parent in _inside(folder, name).parents:
            if parent == folder:
                break
            with contextlib.suppress(OSError):
                parent.rmdir()
