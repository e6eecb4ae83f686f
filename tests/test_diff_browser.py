"""The HTML comparison in a real browser: wide, as narrow as a phone, with each switch pressed, on paper."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import html

from docgen.workflow.compare import Wanted, compare_files

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import browser  # noqa: E402

WIDE, PHONE = 1280, 390
SCRIPT = """
const shown = (page, name) => [...page.querySelectorAll(`.row:not(.head) > .${name}`)]
  .filter(one => one.checkVisibility()).length;
const measured = (frame, view) => {
  const page = frame.contentDocument, root = page.documentElement;
  if (view) page.querySelector(`label[for=view-${view}]`).click();
  const folds = page.querySelectorAll('details').length;
  const before = shown(page, 'both') + shown(page, 'old');
  page.querySelectorAll('summary').forEach(one => one.click());
  return {folds, unfolded: shown(page, 'both') + shown(page, 'old') - before,
    old: shown(page, 'old'), both: shown(page, 'both'),
    wide: Math.max(root.scrollWidth, page.body.scrollWidth),
    sideways: [...page.querySelectorAll('main *')].filter(one => one.checkVisibility() &&
      one.getBoundingClientRect().right > root.clientWidth + 1).length,
    background: getComputedStyle(page.querySelector('ins')).backgroundColor};
};
window.onload = () => {
  const found = {};
  for (const frame of document.querySelectorAll('iframe')) found[frame.id] = measured(frame, frame.dataset.view);
  document.querySelector('pre').textContent = JSON.stringify(found);
};
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = compare_files(str(ROOT / "data/shili/2023.yaml"), str(ROOT / "data/shili/2024.yaml"), Wanted("html"))
    path = tmp_path_factory.mktemp("browser") / "page.html"
    path.write_bytes(made.data)
    return path


@pytest.fixture(scope="module")
def found(page: Path) -> Mapping[str, Any]:
    """What the browser measures in a frame of each width with each switch."""
    source = escape(page.read_text(encoding="utf-8"), quote=True)
    frames = [
        f'<iframe id="{name}-{view or "auto"}" data-view="{view}" style="width:{width}px;height:900px" frameborder="0" '
        f'srcdoc="{source}"></iframe>'
        for name, width in (("wide", WIDE), ("phone", PHONE))
        for view in ("", "side", "inline")
    ]
    harness = page.with_name("harness.html")
    parts = ["<!DOCTYPE html><meta charset=utf-8><pre></pre>", *frames, f"<script>{SCRIPT}</script>"]
    harness.write_text("".join(parts), encoding="utf-8")
    result: Mapping[str, Any] = json.loads(str(html.fromstring(browser.dom(harness)).xpath("string(//pre)")))
    assert len(result) == 6
    return result


def test_nothing_sticks_out_of_the_page(found: Mapping[str, Any]) -> None:
    for name, one in found.items():
        assert one["wide"] <= (WIDE if name.startswith("wide") else PHONE), name
        assert one["sideways"] == 0, name


def test_both_texts_stand_side_by_side_where_there_is_room(found: Mapping[str, Any]) -> None:
    assert found["wide-auto"]["old"] > 0 == found["wide-auto"]["both"]
    assert found["phone-auto"]["both"] > 0 == found["phone-auto"]["old"]
    assert found["phone-auto"]["both"] == found["wide-auto"]["old"]


def test_the_switch_decides_on_either_screen(found: Mapping[str, Any]) -> None:
    for screen in ("wide", "phone"):
        assert found[f"{screen}-side"]["old"] > 0 == found[f"{screen}-side"]["both"]
        assert found[f"{screen}-inline"]["both"] > 0 == found[f"{screen}-inline"]["old"]


def test_what_is_folded_unfolds(found: Mapping[str, Any]) -> None:
    for one in found.values():
        assert one["unfolded"] >= one["folds"] > 0
        assert one["background"] != "rgba(0, 0, 0, 0)"


def test_on_paper_the_head_is_repeated_and_the_switch_is_gone(page: Path) -> None:
    target = page.with_suffix(".pdf")
    browser.paper(page, target)
    with pdfplumber.open(io.BytesIO(target.read_bytes())) as pdf:
        texts = [sheet.extract_text() for sheet in pdf.pages]
        assert {(round(sheet.width), round(sheet.height)) for sheet in pdf.pages} == {(595, 842)}
        assert all(char["x1"] < sheet.width - 30 for sheet in pdf.pages for char in sheet.chars)
    table = texts[1:]
    assert table
    assert all(text.startswith("2023年 2024年") for text in table)
    assert not any("并排" in text for text in texts)
    # Chromium writes some characters as the radicals that look like them.
    assert "专家工作站" in unicodedata.normalize("NFKC", "".join(texts))
