"""Work done in several processes: handed out in order, handed back in order, ended together.

Ctrl-C is heard by the parent alone. It asks the others to leave, and they do so as if they had ended by themselves:
what they started (LibreOffice) is stopped, what they put into the temporary folder is removed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
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


def _listen(begin: Callable[[], None] | None) -> None:
    signal.signal(signal.SIGTERM, _leave)
    if begin:
        begin()


def _leave(*_signal: object) -> NoReturn:
    _Asked.to_leave = True
    raise SystemExit


def _done(work: Callable[[Task], Result], task: Task) -> Result:
    if _Asked.to_leave:
        raise SystemExit
    return work(task)
