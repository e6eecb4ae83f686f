"""Work done in several processes: handed out in order, handed back in order, ended together.

Each process has a line of its own to this one and one task at a time, so there is nothing that they could wait for but
each other's end of the line. Ctrl-C is heard by this process alone. It asks the others to leave, and they do so as if
they had ended by themselves: what they started (LibreOffice) is stopped, what they put into the temporary folder is
removed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.language import _
from docgen.workflow.produce import Product, Wish, produce

_AHEAD = 4
"""So many results of each process may wait for one that comes before them."""

_PATIENCE = 10.0
"""Seconds in which a process has to leave after it was asked to."""

Task = TypeVar("Task")
Result = TypeVar("Result")


def produce_together(paths: Sequence[Path], wish: Wish, jobs: int) -> Generator[Product]:
    """The products of ``paths``, in order, made by ``jobs`` processes. Raises as ``done_together`` does."""
    return done_together(partial(produce, wish=wish), paths, jobs)


def done_together(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int, begin: Callable[[], None] | None = None
) -> Generator[Result]:
    """The results of ``work`` on each task, in order, from ``jobs`` processes, in each of which ``begin`` runs first.

    Tasks are taken as they can be worked on, so there may be any number. Raises ``DocgenError`` as ``work`` does, and
    (exit 5) if a process is ended from outside.
    """
    crew: list[_Hand[Task, Result]] = []
    try:
        _start(crew, jobs, work, begin)
        yield from _results(crew, enumerate(tasks))
    except (EOFError, ConnectionError) as error:
        raise DocgenError(_was_ended(), Exit.MISSING) from error
    finally:
        _dismiss(crew)


@dataclass(eq=False)
class _Hand(Generic[Task, Result]):
    """A process and the line to it; ``number`` is that of the task it works on."""

    process: SpawnProcess
    line: Connection[Any, Any]
    number: int | None = None


def _results(crew: list[_Hand[Task, Result]], tasks: Iterator[tuple[int, Task]]) -> Iterator[Result]:
    """Each result when it is its turn."""
    done: dict[int, Result] = {}
    turn = given = 0
    more = True
    while True:
        for hand in crew:
            if more and hand.number is None and given < turn + _AHEAD * len(crew):
                task = next(tasks, None)
                more = task is not None
                if task:
                    hand.number, given = task[0], given + 1
                    hand.line.send(task[1])
        if turn in done:
            yield done.pop(turn)
            turn += 1
            continue
        lines = {hand.line: hand for hand in crew if hand.number is not None}
        if not lines:
            return
        for line in wait(list(lines)):
            hand = lines[line]  # type: ignore[index]
            done[hand.number] = _received(hand)  # type: ignore[index]
            hand.number = None


def _received(hand: _Hand[Task, Result]) -> Result:
    match hand.line.recv():
        case ("done", result):
            return result  # type: ignore[no-any-return]
        case ("refused", problems, exit_code):
            raise DocgenError(problems, exit_code)
        case told:
            raise RuntimeError(told[1])


def _was_ended() -> Problem:
    hint = _("most often memory was short: try `--jobs 1`")
    return Problem("W910", _("a process that was making documents was ended from outside"), hint=hint)


# ---------------------------------------------------------------- beginning and end


def _start(
    crew: list[_Hand[Task, Result]], jobs: int, work: Callable[[Task], Result], begin: Callable[[], None] | None
) -> None:
    # Spawned, not forked: the copy of a process in which Typst has started threads may hang.
    context = multiprocessing.get_context("spawn")
    with _deaf_to_interrupts():
        for _number in range(jobs):
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, work, begin), daemon=True)
            process.start()
            there.close()
            crew.append(_Hand(process, here))


def _dismiss(crew: Iterable[_Hand[Any, Any]]) -> None:
    """Those with nothing to do find their line closed and leave; the others are asked to."""
    for hand in crew:
        hand.line.close()
        if hand.number is not None:
            hand.process.terminate()
    for hand in crew:
        hand.process.join(_PATIENCE)
        hand.process.kill()
        hand.process.join()


@contextlib.contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started inside never hear Ctrl-C (see ``_serve``); this one hears it at the end."""
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


# ---------------------------------------------------------------- in the other processes


def _serve(line: Connection[Any, Any], work: Callable[[Task], Result], begin: Callable[[], None] | None) -> None:
    """Works on one task after the other, until the line is closed or this process is asked to leave."""
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    with contextlib.suppress(EOFError, ConnectionError):
        if begin:
            begin()
        while True:
            line.send(_done(work, line.recv()))


def _leave(*_signal: object) -> NoReturn:
    # Once is enough: what is tidied up on the way out is not to be interrupted.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    raise SystemExit


def _done(work: Callable[[Task], Result], task: Task) -> tuple[Any, ...]:
    try:
        return "done", work(task)
    except DocgenError as error:
        return "refused", error.problems, error.exit_code
    except Exception:
        return "failed", traceback.format_exc()
