"""How fast ``docgen check`` is: five campaigns and one of a page, whole processes; and which rules take longest.

    python tools/bench_check.py [--runs N]

The five are copied into a project of their own, the one is what ``docgen init`` lays out. Each is checked twice: with
nothing built, and with the PDF built, whose pages are then read as well. Processes find their bytecode, as they do
where docgen is installed. The goals are for the best run: what else the machine does only makes the others slower.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench_pairs import a_process, environment_in, times, verdict

from docgen.lint.listed import Listed
from docgen.lint.reading import Reading
from docgen.lint.rules import RULES
from docgen.lint.run import is_asked
from docgen.workflow.check import read_file

ROOT = Path(__file__).parent.parent
DOCGEN = Path(sys.executable).with_name("docgen")
FIVE = ("tianjin/2020", "henan/2012", "neimenggu/2017", "neimenggu/2023", "shanghai/2023")
FIVE_GOAL, ONE_GOAL = 1.0, 0.3
"""Seconds, start-up included."""
SLOWEST = 10


def main() -> int:
    runs = arguments().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = environment_in(home)
        projects = {"five campaigns": (five(home), FIVE_GOAL), "one page": (one(home, environment), ONE_GOAL)}
        print(f"docgen check, a process each, start-up included: median and least of {runs} runs")
        met = True
        for built in ("nothing built", "PDF built"):
            for name, (project, goal) in projects.items():
                met = checked(f"{name}, {built}", project, goal, runs, environment) and met
                a_process([DOCGEN, "build", "--quiet", "--format", "pdf"], project, environment)
        slowest(home / "five")
    return 0 if met else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=10)
    return parser.parse_args()


def five(home: Path) -> Path:
    """A project of the five campaigns, with their rosters and forms."""
    for name in FIVE:
        folder, year = name.split("/")
        (home / "five/data" / folder).mkdir(parents=True, exist_ok=True)
        for file in (ROOT / "data" / folder).glob(f"{year}.*"):
            shutil.copy(file, home / "five/data" / folder)
    return home / "five"


def one(home: Path, environment: Mapping[str, str]) -> Path:
    """A project of one campaign, a page and a form."""
    a_process([DOCGEN, "init", "one"], home, environment)
    return home / "one"


def checked(what: str, project: Path, goal: float, runs: int, environment: Mapping[str, str]) -> bool:
    """Prints a line; whether most runs met the goal."""
    a_process([DOCGEN, "check"], project, environment)
    seconds = [a_process([DOCGEN, "check"], project, environment) for _run in range(runs)]
    met = statistics.median(seconds) < goal
    print(f"  {what:30}{times(seconds):26}goal {goal} s   {verdict(met)}", flush=True)
    return met


# ---------------------------------------------------------------- rule by rule


def slowest(project: Path) -> None:
    """Prints the rules that take longest on the five and their pages: the first time, reading their file, and again."""
    here = Path.cwd()
    os.chdir(project)
    try:
        readings = [read_file(Path("data") / f"{name}.yaml") for name in FIVE]
    finally:
        os.chdir(here)
    first, again = dict(costs(readings)), dict(costs(readings))
    asked = sum(seconds > 0 for seconds in first.values())
    print(f"\n{asked} of {len(RULES)} rules asked of the five, in one process: {'first time':>25}{'again':>11}")
    for code in sorted(first, key=lambda code: -first[code])[:SLOWEST]:
        name = next(rule.name for rule in RULES if rule.code == code)
        print(f"  {code:12}{name:55}{first[code] * 1000:6.1f} ms{again[code] * 1000:8.2f} ms")
    print(f"  {'all rules':67}{sum(first.values()) * 1000:6.1f} ms{sum(again.values()) * 1000:8.2f} ms")


def costs(readings: list[Reading]) -> Iterator[tuple[str, float]]:
    """Each rule's code with the seconds that it takes for all readings."""
    seconds: dict[str, float] = defaultdict(float)
    for reading in readings:
        for rule in RULES:
            seconds[rule.code] += cost(rule, reading)
    yield from seconds.items()


def cost(rule: Listed, reading: Reading) -> float:
    if not is_asked(rule, reading):
        return 0.0
    start = time.perf_counter()
    list(rule.check(reading))
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
