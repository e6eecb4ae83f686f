"""A terminal of the test's own, and a command that talks on it.

The child is started by ``subprocess`` and never by ``pty.fork``: pytest has threads, and the copy of a process
with threads may wait for ever for a lock that none of its own holds.
"""

from __future__ import annotations

import contextlib
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from docgen.world.programs import stop

_SECONDS = 60
"""So long a command may be silent before it is ended and the test fails."""

CTRL_C = "\x03"
"""Typed again every second until it is heard: Python overlooks a signal between its prompt and its reading."""

_TAKES_THE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Only a session's own terminal turns a typed Ctrl-C into a signal."""


def on_a_terminal(talk: Sequence[tuple[str, str]], line: Sequence[str], cwd: Path) -> tuple[int, str]:
    """Exit code and all that the terminal shows; ``talk``: what is waited for, what is typed then."""
    terminal, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _TAKES_THE_TERMINAL, *line],
        stdin=end,
        stdout=end,
        stderr=end,
        cwd=cwd,
        env={**os.environ, "DOCGEN_LANG": "en", "NO_COLOR": "1"},
        start_new_session=True,
    )
    os.close(end)
    try:
        shown = _talked(talk, terminal)
        return process.wait(_SECONDS), shown
    finally:
        stop(process)
        process.wait()
        os.close(terminal)


def _talked(talk: Sequence[tuple[str, str]], terminal: int) -> str:
    shown, typed = b"", ""
    with contextlib.suppress(OSError):  # the other end is closed
        for awaited, answer in [*talk, ("nothing more", "")]:
            start = len(shown)
            while awaited.encode() not in shown[start:]:
                shown += _next(terminal, typed == CTRL_C, f"waited for {awaited!r}; shown: {shown.decode()}")
            typed = answer
            os.write(terminal, typed.encode())
    return shown.decode()


def _next(terminal: int, again: bool, otherwise: str) -> bytes:
    """What is shown next; with ``again`` Ctrl-C is typed meanwhile."""
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            return os.read(terminal, 65536)
        if again:
            os.write(terminal, CTRL_C.encode())
    raise AssertionError(otherwise)
