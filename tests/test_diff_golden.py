"""What the three readers are told about the made-up bureau's two years, and the leader about the hard case.

The pages are in ``tests/golden/diff``, to be read; ``DOCGEN_UPDATE_GOLDEN=1 pytest tests/test_diff_golden.py`` writes
them anew.
"""

from __future__ import annotations

import functools
import os
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from docgen.diff.changes import KINDS, Changes, Side
from docgen.diff.compare import compare
from docgen.diff.readers import READERS
from docgen.diff.readers.report import Reader, Report
from docgen.diff.write import WRITERS, Comparison, Manner
from docgen.workflow.compare_sides import side_of

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden/diff"
SHILI = "data/shili/2023.yaml", "data/shili/2024.yaml"
NEIMENGGU = "data/neimenggu/2017.yaml", "data/neimenggu/2023.yaml"
PAGES: dict[str, tuple[tuple[str, str], Reader]] = {
    **{f"shili-{reader}": (SHILI, reader) for reader in get_args(Reader)},
    "neimenggu-leader": (NEIMENGGU, "leader"),
    "neimenggu-applicant": (NEIMENGGU, "applicant"),
}


@functools.cache
def side(path: str) -> Side:
    return side_of(ROOT / path)


@functools.cache
def changes(paths: tuple[str, str]) -> Changes:
    return compare(*(side(path) for path in paths))


def page(name: str) -> str:
    """The page as plain text."""
    paths, reader = PAGES[name]
    report = READERS[reader](changes(paths))
    comparison = Comparison(side(paths[0]), side(paths[1]), changes(paths), report, reader)
    return WRITERS["text"](comparison, Manner()).decode()


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was_read_and_found_good(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("DOCGEN_UPDATE_GOLDEN") == "1":
        golden.write_text(page(name), encoding="utf-8")
    assert page(name) == golden.read_text(encoding="utf-8")


def test_each_edit_of_the_bureau_is_there_once_and_nothing_else() -> None:
    """The list beside the campaign was written by those who made the edits."""
    listed = (ROOT / "data/shili/2024.changes.md").read_text(encoding="utf-8")
    edits = [row for row in re.findall(r"^\| ([a-z-]+) \| (.*?) \|", listed, flags=re.MULTILINE) if row[0] in KINDS]
    found = changes(SHILI).items
    assert Counter(kind for kind, _where in edits) == Counter(item.kind for item in found)
    for _kind, where in edits:
        if where.startswith(("deadlines.", "quotas.", "contacts.", "annexes.")):
            assert any(where.startswith(item.id) or item.id.startswith(where) for item in found), where


# ---------------------------------------------------------------- a leader's page


def lines(report: Report) -> list[str]:
    """Title, lead, headings and lines, as they stand on the page."""
    items = [
        line
        for section in report.sections
        for line in (section.heading, *("".join(piece.text for piece in item.pieces) for item in section.items))
    ]
    return [report.title, *report.lead, *items]


CAMPAIGNS = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("data/*/20??.yaml"))


@pytest.mark.parametrize("old", CAMPAIGNS)
@pytest.mark.parametrize("new", CAMPAIGNS)
def test_a_leader_gets_one_page(old: str, new: str) -> None:
    report = READERS["leader"](changes((old, new)))
    assert len(lines(report)) <= 25
    assert report.rows == ()


def test_the_hard_case_tells_what_is_kept_what_is_new_and_what_is_gone() -> None:
    report = READERS["leader"](changes(NEIMENGGU))
    headings = [section.heading for section in report.sections]
    assert headings[:3] == ["保留的内容", "新的内容", "不再有的内容"]
    said = "\n".join(lines(report))
    assert "副高级以上专业技术职称" in said
    assert "“重点工作”部分：申报专家服务团项目、申报国家级专家服务基地、专家服务基层重点联系专家、资助经费" in said
    assert "2017年7月20日（星期四）改为2023年2月24日（星期五）" in said


def test_an_applicant_hears_nothing_of_the_offices_own_papers() -> None:
    said = "\n".join(lines(READERS["applicant"](changes(SHILI))))
    assert not re.search("文号|印发|主送|移位|依据", said)
    assert "受益人数" in said
