"""Ctrl-C, put off for the moments in which a half-done step would be worse than a late answer."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


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
