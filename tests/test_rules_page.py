"""docs/rules.md and docs/rules/: up to date, and all rules on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rules_page

from docgen.lint.listed import Listed
from docgen.lint.rules import RULES

DOCS = Path(__file__).parent.parent / "docs"


def test_the_pages_are_up_to_date() -> None:
    """If not: ``make rules``."""
    there = {"rules.md", *(path.relative_to(DOCS).as_posix() for path in (DOCS / "rules").glob("*"))}
    pages = rules_page.written()
    assert there == set(pages)
    assert [name for name, text in pages.items() if (DOCS / name).read_text(encoding="utf-8") != text] == []


def test_every_group_has_its_heading_in_the_order_of_the_rules() -> None:
    assert list(rules_page.GROUPS) == list(dict.fromkeys(map(rules_page.group, RULES)))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_a_rule_is_in_the_list_and_has_its_page(one: Listed) -> None:
    rule = one.rule
    (row,) = re.findall(rf"^\| \[{rule.code}\].*", (DOCS / "rules.md").read_text(encoding="utf-8"), re.M)
    target = re.findall(r"\((\S+)#(\S+)\)", row)[0]
    assert rule.name in row
    assert ("能改" in row) == rule.fixes
    page = (DOCS / target[0]).read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {rule.code} .*\n(?:(?!## ).*\n)*", page, re.M)
    assert section.splitlines()[0].removeprefix("## ").lower().replace(" ", "-") == target[1]
    for words in ("- 错：", "- 对：", "- 依据：", "- 级别："):
        assert section.count(words) == 1
    assert rule.bad in section
    assert rule.good in section


def test_words_are_not_taken_for_markdown() -> None:
    assert rules_page._text("a*b_c <x> [1] `a*b` |") == r"a\*b_c \<x> \[1] `a*b` \|"
    assert rules_page._code("`a") == "`` `a ``"


def test_lines_of_a_paragraph_are_joined() -> None:
    pages = "".join(rules_page.written().values())
    assert not re.search(r"[\u4e00-\u9fff，、。]\n[\u4e00-\u9fff]", pages.partition("## ")[2])
