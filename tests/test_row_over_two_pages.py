"""FORM-004 with a roster: a value that makes a row higher than any page, and one that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rule_cases import SPECIMEN

from docgen.lint.rules import BY_CODE
from docgen.lint.run import outcome_of
from docgen.workflow.check import read_file


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """主要业绩 may take 1500 characters."""
    shutil.copytree(SPECIMEN, tmp_path / "data/shi")
    monkeypatch.chdir(tmp_path)
    form = Path("data/shi/annexes/tui/form.yaml")
    form.write_text(form.read_text(encoding="utf-8").replace("limit: 300", "limit: 1500"), encoding="utf-8")
    return Path("data/shi/2026.yaml")


def told(campaign: Path, *records: str, header: str = "主要业绩") -> list[str]:
    rows = [f"示例第{number}学校,0431-8700000{number},{record}" for number, record in enumerate(records, start=1)]
    text = "\n".join([f"单位名称,联系电话,{header}", *rows, ""])
    campaign.with_name("roster.csv").write_text(text, encoding="utf-8")
    outcome = outcome_of(read_file(campaign), [BY_CODE["FORM-004"], BY_CODE["ROSTER-001"]])
    assert not outcome.broken
    return [f"{finding.code} {finding.place}: {finding.hit.message}" for finding in outcome.findings]


def test_the_longest_value_of_the_roster_is_told_at_its_field(campaign: Path) -> None:
    (one,) = told(campaign, "曾获奖励。" * 10, "曾获奖励。" * 240, "曾获奖励。" * 200)
    assert one.startswith("FORM-004 data/shi/annexes/tui/form.yaml:9:")
    assert "filled in for 示例第2学校, the row is" in one


def test_what_a_page_holds_is_not_told(campaign: Path) -> None:
    assert told(campaign, "曾获奖励。" * 10, "曾获奖励。" * 140) == []


def test_a_property_of_the_unit_that_fills_in_the_field_counts_as_well(campaign: Path) -> None:
    form = campaign.with_name("annexes") / "tui/form.yaml"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("{field: work,", '{field: work, prefill: "{{ unit.record }}",'), encoding="utf-8")
    (one,) = told(campaign, "曾获奖励。" * 240, header="record")
    assert "filled in for 示例第1学校" in one
