"""Whatever a clerk types comes back as typed, but for marks that nobody sees; nothing crashes the reader."""

from __future__ import annotations

import contextlib
import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rosters import HEADER, ROW, csv_file, plan_for, workbook, write

from docgen.diagnostics import DocgenError
from docgen.roster.cells import INVISIBLE
from docgen.roster.check import CHECKS, ERROR_VALUES, check_cell
from docgen.roster.columns import Column, Kind
from docgen.roster.plan import RosterPlan
from docgen.roster.read import open_roster
from docgen.roster.unit import BadRow, Unit
from docgen.roster.workbook.failed import FailedRows
from docgen.sources.text_file import CONTROL, TAG_SIGNS

TEXTS = st.text(st.characters(codec="gb18030"), min_size=1, max_size=40).filter(
    lambda text: not (CONTROL.search(text) or TAG_SIGNS.search(text) or "\r" in text or text.strip() in ERROR_VALUES)
)
TRICKY = st.sampled_from(
    ["=1+1", "'0471", "0471", "_x0041_", "<&>\"'", "1e5", " 甲 ", "a\nb", "'", '"', "，、;\t|", "#N/A!"]
)

PLANS: dict[str, RosterPlan] = {}


def plan() -> RosterPlan:
    """One for all examples."""
    if "it" not in PLANS:
        with tempfile.TemporaryDirectory() as folder:
            PLANS["it"] = plan_for(Path(folder))
    return PLANS["it"]


def through(
    make: Callable[[Path, Sequence[Sequence[str]]], Path], rows: Sequence[Sequence[str]]
) -> list[Unit | BadRow]:
    """The rows written to a file and read from it."""
    with tempfile.TemporaryDirectory() as folder:
        return list(open_roster(make(Path(folder), rows), plan()).units())


@settings(max_examples=60, deadline=None)
@given(st.one_of(TEXTS, TRICKY))
def test_a_text_comes_back_as_typed(text: str) -> None:
    rows = [(*HEADER, "通讯地址"), (*ROW, text)]
    expected = re.sub(r"\s*[\r\n]+\s*", "", INVISIBLE.sub("", text).strip())
    kinds: list[Callable[..., Path]] = [workbook, csv_file]
    for make in (*kinds, lambda folder, rows: csv_file(folder, rows, "gb18030", "\t")):
        (row,) = through(make, rows)
        assert isinstance(row, Unit)
        assert row.values.get("address", "") == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(TEXTS, TRICKY), min_size=3, max_size=3))
def test_a_failed_row_comes_back_as_typed(cells: list[str]) -> None:
    bad = BadRow(2, tuple(text.strip() for text in cells), ())
    failed = FailedRows(("单位名称", "通讯地址", "备注"), {})
    failed.add(bad)
    with tempfile.TemporaryDirectory() as folder:
        roster = open_roster(write(Path(folder), "a.xlsx", failed.content()), plan())
        (_header, row) = list(roster.table.sheet.rows())[:2]
    assert tuple(str(cell).strip() for cell in row.cells[:3]) == bad.cells


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(CHECKS)), st.text(max_size=30), st.booleans())
def test_no_cell_is_too_odd_to_be_checked(kind: Kind, text: str, multiple: bool) -> None:
    column = Column("x", "某列", kind=kind, options=("国家级", "市级"), multiple=multiple, limit=5)
    reading = check_cell(text, column)
    assert reading.complaint is None or reading.complaint.reason


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["csv", "yaml", "xlsx", "xls"]), st.binary(max_size=200))
def test_no_file_is_too_odd_to_be_refused(ending: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.raises(DocgenError) as caught:
        list(open_roster(write(Path(folder), f"a.{ending}", content), plan()).units())
    assert caught.value.exit_code == 3


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=1, max_size=8), st.integers(min_value=0))
def test_a_damaged_workbook_is_refused_or_read_whole(noise: bytes, at: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = workbook(Path(folder), [HEADER, ROW])
        content = file.read_bytes()
        place = at % len(content)
        file.write_bytes(content[:place] + noise + content[place + len(noise) :])
        rows: list[Unit | BadRow | None] = [None]
        with contextlib.suppress(DocgenError):
            rows = [*open_roster(file, plan()).units()]
        assert len(rows) == 1


@given(st.text(st.characters(categories=["Nd"]), min_size=1, max_size=20))
def test_digits_of_other_scripts_are_no_numbers_unless_they_are_full_width(text: str) -> None:
    reading = check_cell(text, Column("x", "某列", kind="postcode"))
    plain = unicodedata.normalize("NFKC", text)
    assert (reading.complaint is None) == bool(re.fullmatch(r"[0-9]{6}", plain))


def test_what_is_printable_needs_no_second_look() -> None:
    """``text_of``, ``check_line`` and ``control_message`` pass over such texts."""
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert not INVISIBLE.search(printable)
    assert not CONTROL.search(printable)
    assert not re.search(r"[\r\n]", printable)
