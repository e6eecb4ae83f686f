"""Pictures of the HTML comparison, as a browser shows it: wide, on a phone, in either view, on paper.

    python tools/pictures_diff.py OLD NEW FOLDER [--reader clerk]

Needs Chromium and poppler-utils. The pictures are for looking at; what can be checked without eyes, the tests check.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import browser

from docgen.workflow.compare import Wanted, compare_files

WIDE, PHONE = (1280, 2600), (390, 3200)
PICTURES = {
    "wide": (WIDE, ""),
    "wide-inline": (WIDE, "view-inline"),
    "phone": (PHONE, ""),
    "phone-side": (PHONE, "view-side"),
}
"""Name → size of the window in pixels, the switch that is pressed."""


def main() -> int:
    arguments = parse()
    try:
        browser.chromium()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 5
    html = compare_files(arguments.old, arguments.new, Wanted("html", arguments.reader)).data.decode()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, pressed) in PICTURES.items():
            show(Path(folder), page(html, pressed), size, arguments.folder / f"{name}.png")
        paper(Path(folder), html, arguments.folder)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", default="all", choices=["leader", "clerk", "applicant", "all"])
    return parser.parse_args()


def page(html: str, pressed: str) -> str:
    """The page with one of its switches pressed."""
    if not pressed:
        return html
    switch = f'id="{pressed}" class="view"'
    return html.replace(" checked>", ">").replace(f"{switch}>", f"{switch} checked>")


def show(folder: Path, html: str, size: tuple[int, int], target: Path) -> None:
    """A frame of the wanted width: a window of a browser cannot be as narrow as a phone."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    width, height = size
    frame = f'<iframe src="page.html" style="border:0;width:{width}px;height:{height}px"></iframe>'
    (folder / "frame.html").write_text(f'<body style="margin:0">{frame}</body>', encoding="utf-8")
    browser.picture(folder / "frame.html", (max(width, 500), height), target)


def paper(folder: Path, html: str, target: Path) -> None:
    (folder / "page.html").write_text(html, encoding="utf-8")
    pdf = folder / "paper.pdf"
    browser.paper(folder / "page.html", pdf)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(target / "paper")], check=True)


if __name__ == "__main__":
    sys.exit(main())
