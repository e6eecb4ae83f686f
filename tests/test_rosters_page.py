"""docs/rosters.md: what it says of its roster is what docgen says, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rosters import CAMPAIGN, FORM
from small_project import Ended, Project

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": DOCS / "rosters.md", "zh_CN": DOCS / "rosters.zh-CN.md"}


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGES[language].read_text(encoding="utf-8"), re.M | re.S)


def commands() -> list[list[str]]:
    return [line.split()[1:] for line in blocks("en", "sh")[0].splitlines()]


@pytest.fixture
def paged(project: Project) -> Project:
    """The campaign of the page, with its columns and its roster."""
    project.write("data/shi/2024.yaml", CAMPAIGN + blocks("en", "yaml")[0])
    project.write("templates/annexes/tui/form.yaml", FORM)
    project.write("名册.csv", blocks("en", "csv")[0])
    return project


def test_both_pages_show_the_same() -> None:
    for kind in ("sh", "yaml", "csv"):
        assert blocks("en", kind) == blocks("zh_CN", kind)


@pytest.mark.parametrize("language", PAGES)
def test_its_roster_is_answered_as_it_says(
    paged: Project, docgen: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", language)
    ended = docgen("units", "check", "shi-2024", "--units", "名册.csv")
    assert (ended.code, ended.out) == (1, blocks(language, "text")[0])


def test_its_commands_do_what_it_says(paged: Project, docgen: Callable[..., Ended]) -> None:
    template, check, build, packed, again = commands()
    assert [docgen(*one).code for one in (template, check)] == [0, 1]
    assert docgen(*build, "--format", "docx").code == 1
    folder = paged.folder / "output/shi-2024"
    made = {path.name for path in folder.glob("units/甲市人力资源和社会保障局/*")}
    assert made == {"通知.docx", "附件 推荐表.docx"}
    docgen(*packed, "--format", "docx")
    assert [path.name for path in folder.glob("units/*.zip")] == ["甲市人力资源和社会保障局.zip"]
    assert docgen(*again, "--format", "docx").code == 1  # nobody has corrected them
    assert (folder / "units/甲市人力资源和社会保障局").is_dir()
