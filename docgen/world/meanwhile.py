"""Work that an embedded program does without Python, while Python gets on with something else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Begins with ``work`` in a thread. What comes back waits for its end, and gives its value or raises its error."""
    value: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            value.append(work())
        except BaseException as error:
            errors.append(error)

    def ended() -> T:
        thread.join()
        if errors:
            raise errors[0]
        return value[0]

    thread = threading.Thread(target=run)
    thread.start()
    return ended
