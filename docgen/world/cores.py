"""How much of the machine this process may use."""

from __future__ import annotations

import os


def cores() -> int:
    """The cores that this process may use; a container's share is often less than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def keep_to(cores: int) -> None:
    """Has Typst set pages with so many threads at most, in this process and those that it will start.

    To be called before the first page is set. What the user has decided for himself stays.
    """
    os.environ.setdefault("RAYON_NUM_THREADS", str(cores))
