"""How fast 修订稿 are made: ``python tools/bench_tracked.py [OLD.docx NEW.docx]``; else two years of ``data/shili``.

Whole processes, from start to exit, and how the time grows with the length. The peer is python-redlines, if it is
installed. Processes find their bytecode, as they do where docgen is installed.
"""

from __future__ import annotations

import importlib.util
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from docgen.diff.tracked import tracked
from docgen.diff.word.package import open_package, packed

RUNS = 5
LENGTHS = (1, 4, 16, 32)
OURS = """
import sys
from pathlib import Path
from docgen.diff.tracked import tracked
old, new, out = map(Path, sys.argv[1:])
out.write_bytes(tracked(old.read_bytes(), new.read_bytes()).data)
"""
PEERS = """
import sys
from pathlib import Path
from python_redlines.engines import DocxodusEngine
old, new, out = map(Path, sys.argv[1:])
out.write_bytes(DocxodusEngine().run_redline("bench", old.read_bytes(), new.read_bytes())[0])
"""


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old, new = map(Path, arguments) if len(arguments) == 2 else built(folder)
        command = median([sys.executable, "-m", "docgen", "diff", old, new, "--force", "--out"], folder)
        print(f"docgen diff, a process     {command:7.2f} s   goal 1 s   {verdict(command < 1)}")
        ours = median([sys.executable, "-c", OURS, old, new], folder)
        print(f"docgen's own part of it    {ours:7.2f} s")
        if importlib.util.find_spec("python_redlines_docxodus"):
            peers = median([sys.executable, "-c", PEERS, old, new], folder)
            times = f"{peers / ours:.1f} times docgen's   goal 5 times   {verdict(peers >= 5 * ours)}"
            print(f"python-redlines, a process {peers:7.2f} s   {times}")
        else:
            print('python-redlines is not installed (pip install "python-redlines[docxodus]"): no peer')
        growth(old)


def built(folder: Path) -> tuple[Path, Path]:
    """Last year's notice and this year's."""
    command = [sys.executable, "-m", "docgen", "build", "--quiet", "--format", "docx", "--out", folder]
    subprocess.run([*command, "data/shili/2023.yaml", "data/shili/2024.yaml"], check=True)
    return folder / "shili-2023" / "通知.docx", folder / "shili-2024" / "通知.docx"


def median(command: Sequence[str | Path], folder: Path) -> float:
    """Seconds of a fresh process, which is told last where its result goes; the first run is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    taken = []
    for _run in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([*command, folder / "out.docx"], check=True, capture_output=True, env=environment)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def verdict(met: bool) -> str:
    return "met" if met else "MISSED"


def growth(path: Path) -> None:
    """The same notice over and over, a fifth of its paragraphs edited."""
    data = path.read_bytes()
    for times in LENGTHS:
        old, new = longer(data, times, edits=False), longer(data, times, edits=True)
        start = time.perf_counter()
        tracked(old, new)
        taken = time.perf_counter() - start
        paragraphs = len(re.findall(rb"<w:p[ >]", open_package(new, "").parts["word/document.xml"]))
        print(f"{times:3} times the notice, {paragraphs:6} paragraphs: {taken:6.2f} s")


def longer(data: bytes, times: int, edits: bool) -> bytes:
    """Its body several times, each paragraph told apart by a number."""
    package = open_package(data, "bench")
    head, rest = package.parts[package.main].decode().split("<w:body>")
    body, tail = rest.rsplit("<w:sectPr", 1)
    chance = random.Random(1)

    def numbered(match: re.Match[str], time: int) -> str:
        edit = "（修改）" if edits and chance.random() < 0.2 else ""
        return f"{match[1]}{edit}第{time}次</w:t>"

    bodies = (
        re.sub(r"(<w:t xml:space=\"preserve\">[^<]{8,})</w:t>", lambda match, time=time: numbered(match, time), body)
        for time in range(times)
    )
    return packed(package.with_main(f"{head}<w:body>{''.join(bodies)}<w:sectPr{tail}".encode()))


if __name__ == "__main__":
    main(sys.argv[1:])
