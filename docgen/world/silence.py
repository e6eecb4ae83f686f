"""Libraries that speak to the terminal by themselves, over docgen's head: for a moment they are not heard."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

STDERR = 2


@contextlib.contextmanager
def silent_stderr() -> Iterator[None]:
    """What is written to the process's stderr inside goes nowhere; what Python has to say comes before or after."""
    sys.stderr.flush()
    with contextlib.ExitStack() as after:
        with contextlib.suppress(OSError):  # there may be none
            kept = os.dup(STDERR)
            after.callback(os.close, kept)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, STDERR)
            after.callback(os.dup2, kept, STDERR)
            os.close(nowhere)
        yield
