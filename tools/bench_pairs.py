"""Whole processes measured in turn, and the lines that say so; the benches of units' forms share it."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DOCGEN = (sys.executable, "-m", "docgen")
MEMORY = Path("/dev/shm")
"""Where there is such a folder, pairs write their files there, so that the disk is not what is measured."""

Run = Callable[[], float]
"""Does something once and says how many seconds that took."""


def in_turns(runs: int, *things: Run) -> list[list[float]]:
    """The seconds of each thing: one after the other, then all of them again."""
    rounds = [[thing() for thing in things] for _run in range(runs)]
    return [list(seconds) for seconds in zip(*rounds, strict=True)]


@dataclass(frozen=True)
class Pairs:
    """What was measured side by side: the seconds of one thing, and those of another in the same rounds."""

    slow: Sequence[float]
    fast: Sequence[float]

    @property
    def ratios(self) -> list[float]:
        """How many times faster, pair by pair."""
        return [slow / fast for slow, fast in zip(self.slow, self.fast, strict=True)]

    @property
    def ratio(self) -> float:
        """The median of them."""
        return statistics.median(self.ratios)


def pair_line(what: str, names: tuple[str, str], pairs: Pairs, goal: float | None) -> str:
    """``1,000 forms   docxtpl 12.31 s (least 12.10)   docgen 0.28 s (least 0.27)   43.1× (42.0 to 44.2)   goal …``."""
    reached = f"{pairs.ratio:5.1f}× ({min(pairs.ratios):.1f} to {max(pairs.ratios):.1f})"
    asked = f"goal {goal:g}×   {verdict(pairs.ratio >= goal)}" if goal else ""
    return _line(what, names, pairs, reached, asked)


def share_line(what: str, names: tuple[str, str], pairs: Pairs, goal: float | None) -> str:
    """The same, where the second is to be so many per cent of the first at most."""
    shares = [100 / ratio for ratio in pairs.ratios]
    share = statistics.median(shares)
    asked = f"goal <{goal:g} %   {verdict(share < goal)}" if goal else ""
    return _line(what, names, pairs, f"{share:5.1f} % ({min(shares):.1f} to {max(shares):.1f})", asked)


def _line(what: str, names: tuple[str, str], pairs: Pairs, reached: str, asked: str) -> str:
    slow, fast = (f"{name} {times(seconds)}" for name, seconds in zip(names, (pairs.slow, pairs.fast), strict=True))
    return f"{what:30}{slow:42}{fast:36}{reached:26}{asked}".rstrip()


def times(seconds: Sequence[float]) -> str:
    """Median and least."""
    return f"{statistics.median(seconds):.2f} s (least {min(seconds):.2f})"


def verdict(met: bool) -> str:
    """In a word."""
    return "met" if met else "MISSED"


def a_process(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> float:
    """Seconds from start to exit. Raises CalledProcessError, with what it said, if it fails."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return seconds


def environment_in(folder: Path) -> dict[str, str]:
    """Processes find their bytecode, as they do where docgen is installed, and keep their caches in ``folder``."""
    own = {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "XDG_CACHE_HOME": str(folder / "cache")}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own
