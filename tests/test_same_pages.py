"""DOCX and PDF say the same on the same pages: the DOCX as LibreOffice prints it against what Typst sets.

Exceptions stand in ``OTHERWISE`` by name, each with its reason; no bound is loosened for them.
"""

from __future__ import annotations

import re
import subprocess
from itertools import accumulate

import pytest
from fidelity import without_page_numbers
from press import CAMPAIGNS, Press, documents
from specimens import LENT, SPANNED, SPECIMENS

from docgen.document.tree import Notice

FARTHEST = 4
"""A page may end so many characters earlier or later."""

OTHERWISE = {
    LENT: "LibreOffice draws the characters of another font behind those of the line",
    SPANNED: "Typst draws a cell over several rows when it has set the last of them",
}
"""Specimens whose characters are drawn in another order: they have the same characters, page by page."""

ALONE = [name for name in documents() if " annex " in name]


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page in the order in which they are drawn, without white space and page numbers."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    return [re.sub(r"\s+", "", without_page_numbers(page)) for page in pages]


def ends_apart(one: list[str], other: list[str]) -> list[int]:
    """How many characters farther each page of ``other`` goes than that of ``one``."""
    ends = accumulate(map(len, one)), accumulate(map(len, other))
    return [b - a for a, b in zip(*ends, strict=True)]


@pytest.mark.parametrize("name", [*CAMPAIGNS, *ALONE])
def test_the_same_words_on_the_same_pages(name: str, press: Press) -> None:
    pdf, printed = pages_of(press[name].pdf), pages_of(press[name].printed)
    assert "".join(printed) == "".join(pdf)
    assert len(printed) == len(pdf)
    assert max(map(abs, ends_apart(pdf, printed))) <= FARTHEST


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_annexes_begin_on_the_same_page(name: str, press: Press) -> None:
    notice = press[name].document
    assert isinstance(notice, Notice)
    labels = [annex.label for annex in notice.annexes]
    assert starts(pages_of(press[name].printed), labels) == starts(pages_of(press[name].pdf), labels)


def starts(pages: list[str], labels: list[str]) -> dict[str, list[int]]:
    """Label → the pages that begin with it, of which there is one."""
    found = {label: [i for i, page in enumerate(pages, 1) if page.startswith(label)] for label in labels}
    assert all(len(numbers) == 1 for numbers in found.values()), found
    return found


@pytest.mark.parametrize("name", [name for name in SPECIMENS if name not in OTHERWISE])
def test_specimens_say_the_same_on_as_many_pages(name: str, press: Press) -> None:
    pdf, printed = pages_of(press[name].pdf), pages_of(press[name].printed)
    assert "".join(printed) == "".join(pdf)
    assert len(printed) == len(pdf)


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_drawn_in_another_order_is_the_same_page_by_page(name: str, press: Press) -> None:
    pdf, printed = pages_of(press[name].pdf), pages_of(press[name].printed)
    assert printed != pdf, "no exception any more"
    assert list(map(sorted, printed)) == list(map(sorted, pdf))


def test_a_page_that_ends_elsewhere_is_seen() -> None:
    assert ends_apart(["通知如下", "特此通知"], ["通知如", "下特此通知"]) == [-1, 0]
