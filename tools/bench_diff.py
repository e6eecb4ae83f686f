"""How fast notices are compared: two real ones with start-up, and made-up ones of up to 200 pages.

    python tools/bench_diff.py [--runs N]

The made-up ones are sentences of the real ones in another order; of every hundred clauses some are reworded, moved,
dropped and added. Time should grow with the pages, not with their square. Processes find their bytecode, as they do
where docgen is installed.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from docgen.diff.changes import Side
from docgen.diff.compare import compare
from docgen.diff.readers import READERS
from docgen.document.tree import Block, Heading, Notice, Paragraph, Span, plain
from docgen.workflow.compare_sides import side_of

ROOT = Path(__file__).parent.parent
PAIRS = (("data/shili/2023.yaml", "data/shili/2024.yaml"), ("data/neimenggu/2017.yaml", "data/neimenggu/2023.yaml"))
SOURCES = ("data/shanghai/2023.yaml", "data/neimenggu/2017.yaml", "data/neimenggu/2023.yaml", "data/tianjin/2020.yaml")
PAGES = (4, 25, 50, 100, 200)
CHARACTERS = 22 * 28
"""Of a page, by GB/T 9704-2012."""
GOALS = {"text": 0.5, "html": 0.5, "json": 0.5, "docx": 1.0}
"""Seconds for two four-page notices, start-up included; docx is 修订稿, for which the pages are set, too."""


def main() -> int:
    runs = arguments().runs
    with tempfile.TemporaryDirectory() as bytecode:
        met = processes(runs, Path(bytecode))
    print(f"Made-up notices, within one process{' ' * 10}compare    report   per page")
    for pages in PAGES:
        print(f"  {pages:3} pages, edited          {'   '.join(measured(pages, edited))}")
    for pages in PAGES:
        print(f"  {pages:3} pages, all of it new   {'   '.join(measured(pages, None))}")
    return 0 if met else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    return parser.parse_args()


def processes(runs: int, folder: Path) -> bool:
    """Prints a line for each pair and format; whether the best time of each meets its goal."""
    print(f"Two notices, a process each, start-up included: best and median of {runs} runs")
    met = True
    for old, new in PAIRS:
        for format, goal in GOALS.items():
            a_process(old, new, format, folder)
            times = sorted(a_process(old, new, format, folder) for _run in range(runs))
            verdict = "met" if times[0] < goal else "MISSED"
            met = met and times[0] < goal
            figures = f"{times[0]:6.3f} s  {times[len(times) // 2]:6.3f} s   goal {goal} s   {verdict}"
            print(f"  {Path(old).parent.name:10} {format:5} {figures}", flush=True)
    return met


def a_process(old: str, new: str, format: str, folder: Path) -> float:
    """Seconds from start to end."""
    out = ["--force", "--out", str(folder / f"out.{format}")]
    command = [sys.executable, "-m", "docgen", "diff", old, new, "--format", format, *out]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def measured(pages: int, edit: object) -> tuple[str, str, str]:
    """Seconds for the comparison, seconds for the report, milliseconds a page."""
    chance = random.Random(pages)
    sentences = [sentence for path in SOURCES for sentence in sentences_of(side_of(ROOT / path).notice)]
    old = made_up(sentences, pages, chance)
    new = edited(old, sentences, chance) if edit else made_up(sentences, pages, chance)
    sides = [Side(with_blocks(blocks), label=label) for blocks, label in ((old, "2023年"), (new, "2024年"))]
    start = time.perf_counter()
    changes = compare(*sides)
    middle = time.perf_counter()
    READERS["clerk"](changes)
    end = time.perf_counter()
    return f"{middle - start:6.3f} s", f"{end - middle:6.3f} s", f"{(end - start) / pages * 1000:5.1f} ms"


def sentences_of(notice: Notice) -> list[str]:
    texts = (plain(block.spans) for block in notice.blocks if isinstance(block, Heading | Paragraph))
    return [f"{sentence}。" for text in texts for sentence in text.split("。") if len(sentence) > 12]


def made_up(sentences: list[str], pages: int, chance: random.Random) -> list[str]:
    """Clauses of one to four sentences, no two alike."""
    clauses: list[str] = []
    while sum(map(len, clauses)) < pages * CHARACTERS:
        parts = chance.sample(sentences, chance.randint(1, 4))
        clauses.append(f"第{len(clauses) + 1}项，" + "".join(parts))
    return clauses


def edited(clauses: list[str], sentences: list[str], chance: random.Random) -> list[str]:
    """Of a hundred clauses four are reworded, one moves, one goes, one comes."""
    new = list(clauses)
    for _edit in range(max(1, len(new) // 100)):
        for _word in range(4):
            at = chance.randrange(len(new))
            new[at] = new[at].replace("专家", "高层次专家", 1) + chance.choice(sentences)
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
        del new[chance.randrange(len(new))]
        new.insert(chance.randrange(len(new)), "".join(chance.sample(sentences, 2)))
    return new


def with_blocks(clauses: list[str]) -> Notice:
    blocks: tuple[Block, ...] = tuple(Paragraph((Span(clause),)) for clause in clauses)
    return dataclasses.replace(side_of(ROOT / SOURCES[0]).notice, blocks=blocks, annexes=(), annex_entries=())


if __name__ == "__main__":
    sys.exit(main())
