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

Verdict = Literal["accept", "reject", "as it is"]

_DUMMY = "\u200d"
"""LibreOffice puts one into each cell of a tracked row that is empty, and leaves it there when the row stays."""

_SYSTEM_PYTHON = "/usr/bin/python3"
"""It has the bridge (python3-uno); the one that runs the tests has not."""


def settled_by_libreoffice(jobs: Sequence[tuple[bytes, Verdict]]) -> list[list[str]]:
    """The paragraphs of each file that are not empty, cells one by one; all files in one start of LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = []
        for number, (data, verdict) in enumerate(jobs):
            (folder / f"{number}.docx").write_bytes(data)
            lines.append("|".join(((folder / f"{number}.docx").as_uri(), (folder / f"{number}.txt").as_uri(), verdict)))
        (folder / "jobs").write_text("\n".join(lines))
        _run(folder)
        return [lines_of((folder / f"{number}.txt").read_text("utf-8-sig")) for number in range(len(jobs))]


def _run(folder: Path) -> None:
    pipe = f"docgen{uuid.uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp"
    script = Path(__file__).with_name("uno_settle.py")
    with subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", "--nologo", accept],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as office:
        try:
            subprocess.run([_SYSTEM_PYTHON, script, pipe, folder / "jobs"], check=True, timeout=300)
            office.wait(timeout=60)
        finally:
            office.terminate()


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
