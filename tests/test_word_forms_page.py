"""docs/word-forms.md: its form is built as it says, and each mistake is answered as it says, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import Ended, Project
from word_files import p, table, texts, tr, word_file

DOCS = Path(__file__).parent.parent / "docs"
PAGES = {"en": DOCS / "word-forms.md", "zh_CN": DOCS / "word-forms.zh-CN.md"}
FOLDER = "templates/annexes/shili-base"


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", PAGES[language].read_text(encoding="utf-8"), re.M | re.S)


def mistakes(language: str) -> list[tuple[str, str]]:
    """What was typed into Word, and what docgen prints."""
    page = PAGES[language].read_text(encoding="utf-8")
    return re.findall(r"^```word\n((?:(?!```).)*?)```\n\n?```text\n(.*?)^```", page, re.M | re.S)


def drawn(text: str) -> bytes:
    """The Word file of a ``word`` block: a line is a paragraph, lines with bars are rows of one table."""
    body: list[str] = []
    rows: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tr(*(cell.strip() for cell in line.strip("| ").split(" | "))))
            continue
        if rows:
            body.append(table(rows, 4))
            rows = []
        body += [p(line)] if line else []
    return word_file(*body)


@pytest.fixture
def paged(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A campaign with the form of the page."""
    monkeypatch.chdir(project.folder)
    project.write(f"{FOLDER}/form.yaml", blocks("en", "yaml")[0])
    (use,) = re.findall(r"`annexes: (\[.*?\])`", PAGES["en"].read_text(encoding="utf-8"))
    project.change("annexes:\n  - {id: form, form: tui}\n", f"annexes: {use}\n")
    project.change("annexes.form.", "annexes.base.")
    return project


def put(project: Project, text: str) -> None:
    (project.folder / FOLDER / "form.docx").write_bytes(drawn(text))


def test_both_pages_show_the_same() -> None:
    for kind in ("yaml", "word", "sh"):
        assert blocks("en", kind) == blocks("zh_CN", kind)
    assert len(mistakes("en")) == len(mistakes("zh_CN")) == len(blocks("en", "word")) - 1 > 8


def test_the_form_is_filled_in_as_it_says(paged: Project, docgen: Callable[..., Ended]) -> None:
    put(paged, blocks("en", "word")[0])
    rows = ['示例大学,张三,022-12345678,市级,示例路1号,"甲\n乙"', "示例中学,李四,,,,"]
    paged.write("r.csv", "\n".join(["单位名称,联系人,联系电话,申报类别,通讯地址,团队成员", *rows]))
    done = docgen("build", "--units", "r.csv", "--format", "docx", "--quiet")
    assert (done.code, done.err.count("R430")) == (0, 1), done.err
    first, second = (
        texts((paged.output / f"units/{name}/附件 专家服务基地申报表.docx").read_bytes())
        for name in ("示例大学", "示例中学")
    )
    assert first[:2] == ["示人社函〔2024〕1号附件", "2024年专家服务基地申报表"]
    assert "□国家级　■市级" in first
    assert "材料请寄：示例路1号" in first
    assert first[-4:] == ["1", "甲", "2", "乙"]
    assert not any("材料请寄" in line for line in second)
    assert second[-6:] == ["1", "", "2", "", "3", ""]


@pytest.mark.parametrize("language", PAGES)
def test_each_mistake_is_answered_as_it_says(
    language: str, paged: Project, docgen: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_LANG", language)
    for typed, told in mistakes(language):
        put(paged, typed)
        done = docgen("build", "--format", "docx", "--quiet")
        assert (done.code, done.err) == (4, told), typed
