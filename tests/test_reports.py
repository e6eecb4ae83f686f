"""A reader's report as DOCX and PDF: the words of every part of it, the table's head on each page, marks in colour."""

from __future__ import annotations

import io
from functools import cache

import pdfplumber
from word_pairs import paragraphs

from docgen.diff.changes import Piece
from docgen.diff.readers.report import Item, Report, ReportRow, Section
from docgen.diff.tracked import body_of
from docgen.diff.word.package import open_package, parsed
from docgen.diff.write.docx import report_docx
from docgen.diff.write.pdf import report_pdf
from docgen.render import Setting
from docgen.templates.find import Look, builtin_templates
from docgen.world.fonts import find_fonts

MOVED = (Piece("same", "申报截止"), Piece("old", "3月5日"), Piece("new", "3月12日"))
TABLE = Report(
    "新旧对照表",
    ("2023年与2024年",),
    rows=(
        ReportRow("part", remark="正文"),
        ReportRow("folded", folded=7),
        *(ReportRow("changed", MOVED[:2], (MOVED[0], MOVED[2]), "推后7天"),) * 40,
        ReportRow("added", (), (Piece("new", '新增<条款> & "引号"\\'),)),
    ),
    columns=("2023年", "2024年"),
)
PAGE = Report("主要变化", ("共2处",), (Section("时间", (Item(MOVED, "时间调整", "三、申报程序"),)),))


def test_the_table_in_word() -> None:
    data = report_docx(TABLE, _setting())
    texts = paragraphs(data)
    assert {"新旧对照表", "正文", "（此处7条未改动，略）", "申报截止3月5日", "申报截止3月12日", "推后7天"} <= set(texts)
    assert '新增<条款> & "引号"\\' in texts
    xml = _main(data)
    assert xml.count("<w:tblHeader/>") == 1
    assert 'w:orient="landscape"' in xml
    assert "<w:strike/>" in xml
    assert not paragraphs(data)[-1], "Word wants a paragraph behind a table"


def test_the_table_in_pdf_repeats_its_head() -> None:
    with pdfplumber.open(io.BytesIO(report_pdf(TABLE, _setting()))) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
        assert len(texts) > 1
        assert all("2023" in text and "备注" in text for text in texts)
        assert pdf.pages[0].width > pdf.pages[0].height
    whole = "".join(texts)
    assert "（此处7条未改动，略）" in whole
    assert "正文" in whole
    assert '新增<条款> & "引号"\\' in whole.replace("“", '"').replace("”", '"')


def test_a_page_for_the_leader() -> None:
    texts = paragraphs(report_docx(PAGE, _setting()))
    assert "时间调整　申报截止3月5日3月12日（三、申报程序）" in texts
    with pdfplumber.open(io.BytesIO(report_pdf(PAGE, _setting()))) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.pages[0].width < pdf.pages[0].height
        assert "主要变化" in pdf.pages[0].extract_text()


def test_equal_reports_give_equal_bytes() -> None:
    assert report_docx(TABLE, _setting()) == report_docx(TABLE, _setting())
    assert report_pdf(TABLE, _setting()) == report_pdf(TABLE, _setting())


@cache
def _setting() -> Setting:
    return Setting(Look("gbt9704", builtin_templates() / "notices" / "gbt9704"), find_fonts())


def _main(data: bytes) -> str:
    package = open_package(data, "test")
    assert body_of(parsed(package.parts[package.main], "test"), "test") is not None
    return package.parts[package.main].decode()
