"""Ctrl-C, put off for the moments in which a half-done step would be worse than a late answer."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_heard: list[int] = []


@contextlib.contextmanager
def listening() -> Iterator[None]:
    """Inside, every Ctrl-C is remembered besides raising KeyboardInterrupt as ever; see ``was_heard``."""

    def hear(number: int, frame: FrameType | None) -> None:
        _heard.append(number)
        raise KeyboardInterrupt

    # Someone who started docgen with Ctrl-C switched off (nohup, a worker) wants it to stay so.
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _heard.clear()


def was_heard() -> bool:
    """Whether Ctrl-C was pressed: within an import it can come out as quite another exception."""
    return bool(_heard)


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Ctrl-C inside counts as pressed at the end; pressed a second time (a dead network drive) it counts at once."""
    if threading.current_thread() is not threading.main_thread():
        # Python interrupts its main thread only.
        yield
        return
    heard: list[int] = []

    def hear(number: int, frame: FrameType | None) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)
        if heard:
            signal.raise_signal(signal.SIGINT)
