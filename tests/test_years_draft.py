"""A campaign with an open TODO is built as a draft, marked on every page; a conflict is not built at all."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from small_project import Ended, Project

from docgen.campaign.load import load_campaign
from docgen.lint.foreign import reading_of_file
from docgen.render.docx.draft import marked_as_draft
from docgen.sources.open_points import Conflict, Todo, open_conflicts, open_todos

Docgen = Callable[..., Ended]

ISSUED = "issued: 2024-03-11"
OPEN = "issued: 2024-03-11  # TODO(docgen) 核定成文日期"

CONFLICT = """\
  <<<<<<< 本地
  各区请于4月1日前报送。
  =======
  各区请于4月8日前报送。
  >>>>>>> 上级
"""


def pages_of(pdf: Path) -> list[str]:
    with pdfplumber.open(pdf) as document:
        return [page.extract_text() or "" for page in document.pages]


def words_of(docx: Path) -> str:
    body = Document(str(docx)).element.body
    return "".join(node.text or "" for node in body.iter("{*}t"))


# ---------------------------------------------------------------- what is open


def test_todos_are_found_with_their_lines() -> None:
    text = "a: 1\nb: # TODO(docgen) 甲  # TODO(docgen): 乙\n# TODO 不算\n  #TODO(docgen)丙\n"
    assert open_todos(text) == [Todo(2, "甲"), Todo(2, "乙"), Todo(4, "丙")]


def test_conflicts_are_found_with_their_lines() -> None:
    assert open_conflicts(f"body: |\n{CONFLICT}") == [Conflict(2, commented=False)]
    assert open_conflicts("# <<<<<<< 本地\n# 1\n# =======\n# 2\n# >>>>>>> 上级\n") == [Conflict(1, commented=True)]
    assert open_conflicts("  << 本地\n《<<<<<<<》\n<<<<<<<<\n") == []


def test_a_campaign_knows_its_open_points(project: Project) -> None:
    project.change(ISSUED, OPEN)
    assert load_campaign(project.campaign).todos == (Todo(6, "核定成文日期"),)


# ---------------------------------------------------------------- the mark


def test_a_draft_is_marked_on_every_page(project: Project, docgen: Docgen) -> None:
    project.change(ISSUED, OPEN)
    ended = docgen("build", "--format", "docx,pdf,txt")
    assert ended.code == 0
    assert (project.output / "通知.txt").read_text(encoding="utf-8").startswith("【草稿】\n")
    assert "2024.yaml:6: warning[C907] 1 TODO(docgen) is open" in ended.err
    for pdf in project.output.glob("*.pdf"):
        assert all("草" in page and "稿" in page for page in pages_of(pdf))
    for docx in project.output.glob("*.docx"):
        with zipfile.ZipFile(docx) as archive:
            sections = archive.read("word/document.xml").decode().count("<w:sectPr")
            assert archive.read("word/document.xml").decode().count("<w:headerReference") == 2 * sections
            assert 'string="草稿"' in archive.read("word/draft.xml").decode()


def test_the_mark_is_gone_when_nothing_is_open(project: Project, docgen: Docgen) -> None:
    project.change(ISSUED, OPEN)
    docgen("build", "--format", "docx,pdf,txt")
    marked, words = pages_of(project.output / "通知.pdf"), words_of(project.output / "通知.docx")
    project.change(OPEN, ISSUED)
    ended = docgen("build", "--format", "docx,pdf,txt")
    assert (ended.code, ended.err) == (0, "")
    assert "草稿" not in (project.output / "通知.txt").read_text(encoding="utf-8")
    pages = pages_of(project.output / "通知.pdf")
    assert len(pages) == len(marked)
    assert not any("草" in page for page in pages)
    assert words_of(project.output / "通知.docx") == words
    with zipfile.ZipFile(project.output / "通知.docx") as archive:
        assert "word/draft.xml" not in archive.namelist()


def test_checking_the_text_of_a_draft_takes_the_mark_for_no_words(project: Project, docgen: Docgen) -> None:
    docgen("build", "--format", "txt")
    clean = reading_of_file(project.output / "通知.txt").passages
    project.change(ISSUED, OPEN)
    docgen("build", "--format", "txt")
    first, *others = reading_of_file(project.output / "通知.txt").passages
    assert (first.part, first.text) == ("letterhead", "【草稿】")
    assert [(one.part, one.text) for one in others] == [(one.part, one.text) for one in clean]


def test_a_header_that_a_look_has_bears_the_mark_too() -> None:
    document = '<w:document><w:body><w:sectPr><w:headerReference w:type="default" r:id="a"/></w:sectPr></w:body>'
    parts = {
        "[Content_Types].xml": "<Types></Types>",
        "word/_rels/document.xml.rels": "<Relationships></Relationships>",
        "word/document.xml": f"{document}</w:document>",
        "word/header1.xml": "<w:hdr><w:p><w:r/></w:p></w:hdr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with zipfile.ZipFile(io.BytesIO(marked_as_draft(out.getvalue()))) as archive:
        marked = {name: archive.read(name).decode() for name in archive.namelist()}
    assert 'string="草稿"' in marked["word/header1.xml"]
    assert marked["word/document.xml"].count('w:type="default"') == 1
    assert marked["word/document.xml"].count('w:type="even"') == 1


# ---------------------------------------------------------------- two texts for one thing


@pytest.mark.parametrize("where", ["body", "body_file"])
def test_a_conflict_is_not_built(project: Project, docgen: Docgen, where: str) -> None:
    text = project.campaign.read_text(encoding="utf-8").partition("body: |")[0]
    words = f"现通知如下：\n{CONFLICT}"
    if where == "body":
        indented = "".join(f"  {line.strip()}\n" for line in words.splitlines())
        project.campaign.write_text(f"{text}body: |\n{indented}", encoding="utf-8")
        line = f"data/shi/2024.yaml:{text.count(chr(10)) + 3}:1"
    else:
        project.campaign.write_text(f"{text}body_file: words.txt\n", encoding="utf-8")
        project.write("data/shi/words.txt", words)
        line = "data/shi/words.txt:2:1"
    ended = docgen("build")
    assert ended.code == 3
    assert f"{line}: error[C906] two texts stand here" in ended.err
    assert not project.output.exists()
