"""How fast 修订稿 are made: ``python tools/bench_tracked.py [OLD.docx NEW.docx]``; else a notice of ``data/``.

Whole processes, from start to exit, and how the time grows with the length. The peer is python-redlines, if it is
installed.
"""

from __future__ import annotations

import importlib.util
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
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
        ours = median(OURS, old, new, folder)
        print(f"docgen, a process          {ours:7.2f} s   (goal: under 1 s)")
        if importlib.util.find_spec("python_redlines_docxodus"):
            peers = median(PEERS, old, new, folder)
            print(f"python-redlines, a process {peers:7.2f} s   {peers / ours:.1f} times docgen's (goal: 5)")
        else:
            print('python-redlines is not installed (pip install "python-redlines[docxodus]"): no peer')
        growth(old)


def built(folder: Path) -> tuple[Path, Path]:
    """Last year's notice and a made-up one of this year."""
    command = [sys.executable, "-m", "docgen", "build", "data/shanghai/2023.yaml", "--quiet", "--format", "docx"]
    subprocess.run([*command, "--out", folder], check=True)
    old = next(folder.rglob("通知.docx"))
    new = folder / "new.docx"
    new.write_bytes(longer(old.read_bytes(), 1, edits=True))
    return old, new


def median(script: str, old: Path, new: Path, folder: Path) -> float:
    """Seconds of a fresh process."""
    taken = []
    for _run in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", script, old, new, folder / "out.docx"], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


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
