"""How fast, how much memory: ``make bench``. Prints figures against the goals; asserts nothing.

All times but the stages' are those of fresh processes, from start to exit, with nothing built before.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench_memory import watched

RUNS = 5
PUBLISHED = ("tianjin-2020", "shanghai-2023", "neimenggu-2023", "neimenggu-2017", "henan-2012")
DOCGEN = (sys.executable, "-m", "docgen")


def main() -> None:
    """Measures everything in one run and prints a line for each figure."""
    print(f"Python {sys.version.split()[0]}, {len(os.sched_getaffinity(0))} cores, median of {RUNS} runs\n")
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"
        build = [*DOCGEN, "build", "--quiet", "--force", "--out", f"{folder}/output"]
        line("docgen build, font cache cold", times(build, cache, cold=True), 5)
        line("docgen build, font cache warm", times(build, cache), 5)
        line("  the same on two cores", times(build, cache, cores=2), 5)
        line("  the same with --jobs 1", times([*build, "--jobs", "1"], cache), 5)
        line("docgen build, nothing changed", times([one for one in build if one != "--force"], cache), None)
        line("docgen --help", times([*DOCGEN, "--help"], cache), 0.15)
        memory("peak memory, the five published", [*build, *PUBLISHED], cache, 250)
        memory("peak memory, all seven", build, cache, None)
    print("\nstages of one process, seconds:")
    stages()


def line(what: str, seconds: Sequence[float], goal: float | None) -> None:
    """``docgen --help   0.071 s   (0.069 to 0.080)   goal 0.15 s   met``."""
    median = statistics.median(seconds)
    verdict = "met" if goal and median < goal else "MISSED"
    asked = f"   goal {goal:g} s   {verdict}" if goal else ""
    print(f"{what:34}{median:8.3f} s   ({min(seconds):.3f} to {max(seconds):.3f}){asked}", flush=True)


def times(command: Sequence[str], cache: Path, *, cold: bool = False, cores: int | None = None) -> list[float]:
    """Wall-clock seconds of so many runs."""
    if not cold:
        run(command, cache)
    return [run(command, cache, cold, cores) for _ in range(RUNS)]


def run(command: Sequence[str], cache: Path, cold: bool = False, cores: int | None = None) -> float:
    """Wall-clock seconds of one run; with ``cold`` docgen's cache is emptied first."""
    if cold and cache.exists():
        subprocess.run(["rm", "-rf", str(cache)], check=True)
    few = (lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])) if cores else None
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        preexec_fn=few,
    )
    return time.perf_counter() - start


def memory(what: str, command: Sequence[str], cache: Path, goal: int | None) -> None:
    """The most that all processes of one run have had together; what they share counts once."""
    megabytes = watched(command, Path(), {**os.environ, "XDG_CACHE_HOME": str(cache)}).peak
    verdict = "met" if goal and megabytes < goal else "MISSED"
    asked = f"{'':27}goal {goal} MB   {verdict}" if goal else ""
    print(f"{what:34}{megabytes:8.0f} MB{asked}", flush=True)


# ---------------------------------------------------------------- stages


def stages() -> None:
    """Where the time of a build goes, with imports and caches warm after the first campaign."""
    total: dict[str, float] = {}
    with clock("import", total):
        from docgen.compose import split_annexes
        from docgen.render import RENDERERS
        from docgen.workflow.materials import gather
        from docgen.workflow.prepare import prepare
        from docgen.workflow.produce import Wish
        from docgen.workflow.select import choose
    for chosen in choose([]).campaigns:
        one: dict[str, float] = {}
        with clock("load, compose", one):
            prepared = prepare(chosen.path)
        with clock("fonts", one):
            setting = gather(prepared, Wish()).setting
        documents = (prepared.notice, *split_annexes(prepared.notice))
        # A DOCX asks the set pages where its 版记 goes; the PDF first, so that setting them counts as the PDF's time.
        for format in ("pdf", "docx", "txt"):
            with clock(format, one):
                for document in documents:
                    RENDERERS[format](document, setting)
        report(chosen.id or str(chosen.path), one)
        for stage, seconds in one.items():
            total[stage] = total.get(stage, 0) + seconds
    report("all", total)
    print(f"\nlargest size of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


@contextmanager
def clock(stage: str, into: dict[str, float]) -> Iterator[None]:
    """Adds the seconds spent inside to ``into[stage]``."""
    start = time.perf_counter()
    yield
    into[stage] = into.get(stage, 0) + time.perf_counter() - start


def report(name: str, seconds: dict[str, float]) -> None:
    """``tianjin-2020   load, compose 0.120   …``."""
    figures = "   ".join(f"{stage} {spent:.3f}" for stage, spent in seconds.items())
    print(f"  {name:16}{figures}", flush=True)


if __name__ == "__main__":
    main()
