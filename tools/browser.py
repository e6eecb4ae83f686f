"""Chromium without a window: pictures of a page, the page on paper, what its own measuring finds.

It sees the fonts that docgen would set a PDF in, so that Chinese is shown on a machine without Chinese fonts. Its
profile is new each time and it asks nobody for anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from docgen.world.fonts import find_fonts

NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get install chromium"
# Without a sandbox, as root in a container has none; the pages are our own.
_FIXED = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
_QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SECONDS = 120


def chromium() -> str:
    """The program. Raises FileNotFoundError, with what would install it."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise FileNotFoundError(f"Chromium is needed: {INSTALL}")
    return found


def picture(page: Path, size: tuple[int, int], target: Path) -> None:
    """A PNG of the page in a window of ``size`` pixels; no window is narrower than 500."""
    _run(f"--window-size={size[0]},{size[1]}", f"--screenshot={target.resolve()}", page.as_uri())


def paper(page: Path, target: Path) -> None:
    """The page as PDF, as its print style has it."""
    _run(f"--print-to-pdf={target.resolve()}", "--no-pdf-header-footer", page.as_uri())


def dom(page: Path) -> str:
    """The page's HTML after its scripts have run."""
    return _run("--virtual-time-budget=5000", "--dump-dom", page.as_uri())


def _run(*arguments: str) -> str:
    with tempfile.TemporaryDirectory() as folder, _fonts() as environment:
        command = [chromium(), *_FIXED, *_QUIET, f"--user-data-dir={folder}/profile", *arguments]
        done = subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS, env=environment)
    return done.stdout.decode()


@contextmanager
def _fonts() -> Iterator[dict[str, str]]:
    """An environment in which fontconfig knows docgen's fonts besides the machine's own."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "fonts.conf"
        own = "".join(f"<dir>{escape(str(one))}</dir>" for one in find_fonts().folders)
        system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        cache = f"<cachedir>{escape(folder)}/cache</cachedir>"
        file.write_text(f"<fontconfig>{own}{cache}{system}</fontconfig>", encoding="utf-8")
        yield {**os.environ, "FONTCONFIG_FILE": str(file)}
