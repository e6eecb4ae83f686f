"""Two programs that read tracked changes and are none of docgen's: LibreOffice and pandoc.

LibreOffice opens each file, accepts or rejects all changes by the command of its own menu, and writes the text.
"""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from docgen.world.programs import run, stop

Verdict = Literal["accept", "reject", "as it is"]

_DUMMY = "\u200d"
"""LibreOffice puts one into each cell of a tracked row that is empty, and leaves it there when the row stays."""

_AT_ONCE = 250
"""So many files are asked of one start of LibreOffice."""

_SECONDS = 100
"""It takes a tenth of this for so many files."""

_ATTEMPTS = 3

_SYSTEM_PYTHON = "/usr/bin/python3"
"""It has the bridge (python3-uno); the one that runs the tests has not."""


def settled_by_libreoffice(jobs: Sequence[tuple[bytes, Verdict]]) -> list[list[str]]:
    """The paragraphs of each file that are not empty, cells one by one; many files in one start of LibreOffice."""
    parts = [jobs[start : start + _AT_ONCE] for start in range(0, len(jobs), _AT_ONCE)]
    return [read for part in parts for read in _settled(part)]


def _settled(jobs: Sequence[tuple[bytes, Verdict]]) -> list[list[str]]:
    """LibreOffice now and then stops answering: it is then ended with all it started, and the files are asked again."""
    for attempt in range(1, _ATTEMPTS + 1):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            _lay_out(folder, jobs)
            told = _run(folder)
            if not told:
                return [lines_of((folder / f"{number}.txt").read_text("utf-8-sig")) for number in range(len(jobs))]
        print(f"LibreOffice, attempt {attempt} of {_ATTEMPTS}: {told}")
    raise AssertionError(f"LibreOffice did not read {len(jobs)} files in {_ATTEMPTS} attempts: {told}")


def _lay_out(folder: Path, jobs: Sequence[tuple[bytes, Verdict]]) -> None:
    lines = []
    for number, (data, verdict) in enumerate(jobs):
        (folder / f"{number}.docx").write_bytes(data)
        lines.append("|".join(((folder / f"{number}.docx").as_uri(), (folder / f"{number}.txt").as_uri(), verdict)))
    (folder / "jobs").write_text("\n".join(lines))


def _run(folder: Path) -> str:
    """What went wrong; empty if nothing did. No process is left, whatever LibreOffice does."""
    pipe = f"docgen{uuid.uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp"
    script = Path(__file__).with_name("uno_settle.py")
    office = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", "--nologo", accept],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        finished = run([_SYSTEM_PYTHON, script, pipe, folder / "jobs"], timeout=_SECONDS)
    finally:
        # The program that was started is a script which waits for the real one: only as a group do both end.
        stop(office)
        office.wait()
    if finished.code is None:
        return f"no answer in {_SECONDS} s"
    return "" if finished.code == 0 else f"exit {finished.code}: {finished.errors.strip()[-500:]}"


def settled_by_pandoc(data: bytes, verdict: Verdict) -> list[str]:
    """The paragraphs of a file that are not empty, as pandoc reads them."""
    import pypandoc

    extra = [f"--track-changes={'reject' if verdict == 'reject' else 'accept'}", "--wrap=none"]
    page = pypandoc.convert_text(data, "html", format="docx", extra_args=extra)
    text = re.sub(r"<br ?/?>|</(p|td|th|h\d|li|tr|table|div)>", "\n", page.replace("\n", " "))
    return lines_of(html.unescape(re.sub(r"<[^>]*>", "", text)))


def lines_of(text: str) -> list[str]:
    """Lines without white space at the ends, none of them empty."""
    lines = re.split(r"[\n\f\v\u2028]", text.replace(_DUMMY, ""))
    return [line.strip() for line in lines if line.strip()]
