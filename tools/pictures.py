"""The picture at the top of the README: four pages of the notices in output/, scaled down, side by side.

    docgen build && python tools/pictures.py

Needs pdftoppm (poppler-utils). A page is named by words that stand on it, so that it is found wherever it moves.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pdfplumber
from PIL import Image, ImageOps

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "pages.png"

PAGES = (
    ("tianjin-2020", "津人社办函"),
    ("neimenggu-2023", "专业技术职称"),
    ("shanghai-2023", "EXCEL"),
    ("henan-2012", "豫人社专技"),
)
"""Campaign, and words that the wanted page is the first to have: a notice, a form with 版记, a list, a cover letter."""

DOTS_PER_INCH = 52
GAP, EDGE = 16, 1
PAPER, SHADE = "white", "#d0d0d0"


def main() -> None:
    """Writes docs/pictures/pages.png."""
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output"
    pages = [page_with(output / campaign / "通知.pdf", words) for campaign, words in PAGES]
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    side_by_side(pages).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


def page_with(pdf: Path, words: str) -> Image.Image:
    """The first page that has the words, as a picture."""
    with pdfplumber.open(pdf) as document:
        texts = [page.extract_text() + "\n" for page in document.pages]
    number = next(number for number, text in enumerate(texts, start=1) if words in text.replace(" ", ""))
    command = ["pdftoppm", "-q", "-png", "-r", str(DOTS_PER_INCH), "-f", str(number), "-l", str(number), str(pdf)]
    done = subprocess.run(command, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """The pages on one sheet, each with a thin edge, in few colours."""
    framed = [ImageOps.expand(page, EDGE, SHADE) for page in pages]
    width = sum(page.width for page in framed) + GAP * (len(framed) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in framed)), PAPER)
    left = 0
    for page in framed:
        sheet.paste(page, (left, 0))
        left += page.width + GAP
    return sheet.quantize(64)


if __name__ == "__main__":
    main()
