"""How far the making of units' files is: a bar on a terminal, a line now and then where nobody watches."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator

from docgen.cli import console
from docgen.language import _
from docgen.workflow.produce import Product

EVERY = 10.0
"""Seconds between two lines."""

Tell = Callable[[int, int], None]


def progress(quiet: bool) -> Callable[[Product], contextlib.AbstractContextManager[Tell]]:
    """What watches the making: nobody if ``quiet``, else a bar if the user sees it, else lines."""
    if quiet:
        return _nobody
    return _bar if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else _lines


@contextlib.contextmanager
def _nobody(_product: Product) -> Iterator[Tell]:
    yield lambda _done, _all: None


@contextlib.contextmanager
def _lines(product: Product) -> Iterator[Tell]:
    begun = last = time.monotonic()

    def tell(done: int, files: int) -> None:
        nonlocal last
        now = time.monotonic()
        if done and now - last >= EVERY:
            last = now
            console.say(_line(product.id, done, files, now - begun))

    yield tell


def _line(id: str, done: int, files: int, seconds: float) -> str:
    words = _("{id}: {done} of {files} files of units, {rate} a second, {left} left")
    rate = done / seconds
    return words.format(id=id, done=done, files=files, rate=f"{rate:.0f}", left=_clock((files - done) / rate))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


@contextlib.contextmanager
def _bar(product: Product) -> Iterator[Tell]:
    """On stderr, so that the report can still be sent elsewhere; gone when it is full."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            return Text(_("{rate}/s").format(rate=f"{task.speed or 0:.0f}"))

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(product.id, total=None)
        yield lambda done, files: bar.update(task, completed=done, total=files)
