"""The memory of a command and of all processes that it starts, watched while it runs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1
"""Seconds between two looks."""

PARTS = 10


@dataclass(frozen=True)
class Watched:
    """A run: its seconds, and so many MB of memory at so many seconds after its start."""

    seconds: float
    looks: Sequence[tuple[float, float]]

    @property
    def peak(self) -> float:
        """The most at any look."""
        return max(megabytes for _at, megabytes in self.looks)

    def parts(self) -> list[float]:
        """The most in each tenth of the run."""
        found = [0.0] * PARTS
        for at, megabytes in self.looks:
            part = min(PARTS - 1, int(at / self.seconds * PARTS))
            found[part] = max(found[part], megabytes)
        return found


def watched(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Watched:
    """Runs the command to its end. Raises CalledProcessError, with what it said, if it fails."""
    looks: list[tuple[float, float]] = []
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        while process.poll() is None:
            looks.append((time.perf_counter() - start, memory_of_tree(process.pid)))
            time.sleep(EVERY)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read())
            raise subprocess.CalledProcessError(process.returncode, list(command))
    return Watched(seconds, looks)


def memory_of_tree(root: int) -> float:
    """MB of a process and its descendants; what several of them share counts once (PSS)."""
    children = defaultdict(list)
    for path in Path("/proc").glob("[0-9]*/stat"):
        # The name in brackets may hold anything; behind it stand the state and the parent.
        fields = _read(path).rpartition(")")[2].split()
        if len(fields) > 1:
            children[int(fields[1])].append(int(path.parent.name))
    tree = [root]
    for process in tree:
        tree += children[process]
    return sum(map(_kilobytes, tree)) / 1024


def _kilobytes(process: int) -> int:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(path: Path) -> str:
    """Nothing, if the process is gone meanwhile."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
