"""Work done in several processes: handed out in order, handed back in order, ended together.

Ctrl-C is heard by the parent alone. It asks the others to leave, and they do so as if they had ended by themselves:
what they started (LibreOffice) is stopped, what they put into the temporary folder is removed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import resource_tracker
from pathlib import Path
from typing import NoReturn, TypeVar

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.language import _
from docgen.workflow.produce import Product, Wish, produce

_AHEAD = 3
"""So many tasks of each process are handed out before the first of them is handed back."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def produce_together(paths: Sequence[Path], wish: Wish, jobs: int) -> Generator[Product]:
    """The products of ``paths``, in order, made by ``jobs`` processes. Raises as ``done_together`` does."""
    return done_together(partial(produce, wish=wish), paths, jobs)


def done_together(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int,
    begin: Callable[[], None] | None = None,
) -> Generator[Result]:
    """The results of ``work`` on each task, in order, from ``jobs`` processes, in each of which ``begin`` runs first.

    Tasks are taken as they can be worked on, so there may be any number. Raises what ``work`` raises, and
    ``DocgenError`` (exit 5) if a process is ended from outside.
    """
    others = set(multiprocessing.active_children())
    # Spawned, not forked: the copy of a process in which Typst has started threads may hang.
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _listen, (begin,))
    pending: deque[Future[Result]] = deque()
    finished = False
    try:
        for task in tasks:
            with _deaf_to_interrupts():
                pending.append(executor.submit(_done, work, task))
            if len(pending) >= _AHEAD * jobs:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
        finished = True
    except BrokenProcessPool as error:
        raise DocgenError(_was_ended(), Exit.MISSING) from error
    finally:
        for child in set() if finished else set(multiprocessing.active_children()) - others:
            child.terminate()
        executor.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started inside never hear Ctrl-C (see ``_listen``); this one hears it at the end."""
    if threading.current_thread() is not threading.main_thread():
        yield
    elif sys.platform == "win32":
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
    else:
        # It would let Ctrl-C through while it is started.
        resource_tracker.ensure_running()
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _was_ended() -> Problem:
    hint = _("most often memory was short: try `--jobs 1`")
    return Problem("W910", _("a process that was making documents was ended from outside"), hint=hint)


# ---------------------------------------------------------------- in the other processes


class _Asked:
    """Whether this process was asked to leave."""

    to_leave = False


def _listen(begin: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    if begin:
        begin()


def _leave(*_signal: object) -> NoReturn:
    if not _Asked.to_leave:
        # Others leave in the middle of a message: what this process thinks of it is of no interest any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _Asked.to_leave = True
    raise SystemExit


def _done(work: Callable[[Task], Result], task: Task) -> Result:
    try:
        if _Asked.to_leave:
            raise SystemExit
        return work(task)
    finally:
        if _Asked.to_leave:
            # The pool takes what is raised here for a result and waits for the next task: it has to be told there, too.
            threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
