"""Campaigns made in several processes: handed out in order, handed back in order, ended together.

Ctrl-C is heard by the parent alone. It asks the others to leave, and they do so as if they had ended by themselves:
what they started (LibreOffice) is stopped, what they put into the temporary folder is removed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NoReturn

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.language import _
from docgen.workflow.produce import Product, Wish, produce


def produce_together(paths: Sequence[Path], wish: Wish, jobs: int) -> Generator[Product]:
    """The products of ``paths``, in order, made by ``jobs`` processes.

    Raises ``DocgenError`` (exit 5) if one of them is ended from outside.
    """
    others = set(multiprocessing.active_children())
    # Spawned, not forked: the copy of a process in which Typst has started threads may hang.
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_listen)
    finished = False
    try:
        with _deaf_to_interrupts():
            futures = [executor.submit(_produce, path, wish) for path in paths]
        for future in futures:
            yield future.result()
        finished = True
    except BrokenProcessPool as error:
        raise DocgenError(_was_ended(), Exit.MISSING) from error
    finally:
        for child in set() if finished else set(multiprocessing.active_children()) - others:
            child.terminate()
        executor.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started inside never hear Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _was_ended() -> Problem:
    hint = _("most often memory was short: try `--jobs 1`")
    return Problem("W910", _("a process that was making documents was ended from outside"), hint=hint)


# ---------------------------------------------------------------- in the other processes


class _Asked:
    """Whether this process was asked to leave. The pool keeps it running all the same, until nothing is left to do."""

    to_leave = False


def _listen() -> None:
    signal.signal(signal.SIGTERM, _leave)


def _leave(*_signal: object) -> NoReturn:
    _Asked.to_leave = True
    raise SystemExit


def _produce(path: Path, wish: Wish) -> Product:
    if _Asked.to_leave:
        raise SystemExit
    return produce(path, wish)
