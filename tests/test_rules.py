"""Every rule against its page of cases, planted into a campaign without a fault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rule_cases import PAGES, SPECIMEN, Case, Mark, cases_of, planted
from rule_index import INDEX, index_text

from docgen.lint.finding import Finding
from docgen.lint.fix import mended
from docgen.lint.listed import Listed
from docgen.lint.rules import BY_CODE, RULES
from docgen.lint.run import outcome_of
from docgen.workflow.check import read_file

CASES = [case for page in sorted(PAGES.glob("*.md")) for case in cases_of(page)]


def findings_of(path: Path) -> tuple[Finding, ...]:
    outcome = outcome_of(read_file(path), RULES)
    assert not outcome.broken, outcome.broken[0].trace
    return outcome.findings


def shown(finding: Finding) -> str:
    return f"{finding.place}: {finding.code} {finding.words!r} {finding.hit.message}"


def is_marked(finding: Finding, marks: list[Mark]) -> bool:
    """At the mark; with words, exactly those that are marked, unless an expression made them."""
    for mark in marks:
        if finding.place.line != mark.line:
            continue
        if not finding.words or not finding.hit.passage:
            return True
        if (finding.place.column, finding.words) == (mark.column, mark.words) or "{{" in mark.words:
            return True
    return False


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checked, file, marks = planted(case, tmp_path)
    findings = findings_of(checked.relative_to(tmp_path))
    own = [finding for finding in findings if finding.code == case.code]
    assert not [shown(one) for one in own if not is_marked(one, marks)], "found where nothing is marked"
    assert len(own) == len(marks), [shown(one) for one in own]
    assert {one.code for one in findings} - {case.code} == case.others, [shown(one) for one in findings]
    if case.fixed:
        text = file.read_text(encoding="utf-8")
        once, _count = mended(text, own)
        _checked, wanted, _marks = planted(case, tmp_path / "wanted", case.fixed)
        assert once == wanted.read_text(encoding="utf-8")
        file.write_text(once, encoding="utf-8")
        again = [one for one in findings_of(checked.relative_to(tmp_path)) if one.code == case.code]
        assert mended(once, again) == (once, 0)
    else:
        assert not [shown(one) for one in own if one.hit.replacement is not None], (
            "mended, but the page does not show it"
        )


def test_the_specimen_has_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    checked, _file, _marks = planted(Case("", "", "roster", (SPECIMEN / "roster.csv").read_text()), tmp_path)
    assert [shown(one) for one in findings_of(checked.relative_to(tmp_path))] == []


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_rule_has_all_that_its_page_needs(one: Listed) -> None:
    rule = one.rule
    assert re.fullmatch(r"[A-Z]+-\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.name)
    assert all((rule.title, rule.source, rule.bad, rule.good))
    assert rule.bad != rule.good
    assert len(one.page.strip()) > 40, "the page says what and why"
    assert rule.tier != "实务" or rule.severity != "error"
    cases = [case for case in CASES if case.code == rule.code]
    assert any("⟦" in case.text for case in cases), "a case that is found"
    assert any("⟦" not in case.text for case in cases), "a case that is left alone"
    assert rule.fixes == any(case.fixed for case in cases)


def test_the_index_is_what_the_files_of_the_rules_say() -> None:
    assert INDEX.read_text(encoding="utf-8") == index_text(), "make rules"
    listed = {f"{file.parent.name}.{file.stem}" for file in INDEX.parent.glob("*/[a-z]*.py")}
    assert {one.file for one in RULES} == listed


def test_every_page_belongs_to_a_rule_and_every_code_and_name_is_one_rule_s() -> None:
    assert {case.code for case in CASES} == set(BY_CODE)
    assert len(RULES) == len(BY_CODE) == len({one.name for one in RULES})
