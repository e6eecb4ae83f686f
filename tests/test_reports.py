"""A reader's report as DOCX and PDF: the words of every part of it, the table's head on each page, marks in colour."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache

import pdfplumber
import pytest
from word_pairs import paragraphs

from docgen.diff.changes import Piece
from docgen.diff.readers.one_page import on_one_page, type_for
from docgen.diff.readers.report import Item, Report, ReportRow, Section
from docgen.diff.tracked import body_of
from docgen.diff.word.package import open_package, parsed
from docgen.diff.write.docx import report_docx
from docgen.diff.write.pdf import report_pdf
from docgen.render import Setting
from docgen.render.pdf.libreoffice import convert
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


LONG = "各盟市人力资源和社会保障局要结合本地区实际，认真组织申报工作，按时报送材料；" * 4
CROWDED = Report(
    "《关于做好专家服务基层行动有关工作的通知》主要变化（2024年与2023年相比）",
    ("共25处变化。",),
    tuple(Section(name, (Item((Piece("same", LONG),)),) * 6) for name in ("时间", "名额", "条件", "材料")),
    one_page=True,
)


@pytest.mark.parametrize("lines", [1, 6, 12, 18, 24, 60])
def test_a_leader_gets_one_page_in_the_largest_type_that_fits(lines: int) -> None:
    items = (Item((Piece("same", LONG[:60]),)),) * lines
    report = on_one_page(
        Report("主要变化（2024年与2023年相比）", ("共2处。",), (Section("时间", items),), one_page=True)
    )
    pages, size = _printed(report_pdf(report, _setting()))
    assert pages == 1
    assert size == type_for(report).size
    assert _printed(convert(report_docx(report, _setting()), _setting().fonts)) == (1, size)
    assert (size == 16) == (lines <= 6)


def test_what_is_too_much_for_a_page_is_counted() -> None:
    report = on_one_page(CROWDED)
    assert _printed(report_pdf(report, _setting()))[0] == 1
    assert [section.heading for section in report.sections] == ["时间", "名额", "条件", "材料"]
    for section in report.sections:
        *shown, last = section.items
        assert last.pieces[0].text == f"……另有{6 - len(shown)}处，见新旧对照表"


def _printed(pdf: bytes) -> tuple[int, float]:
    """Pages; the size of most characters in pt."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        sizes = Counter(round(char["size"], 1) for page in opened.pages for char in page.chars)
        return len(opened.pages), sizes.most_common(1)[0][0]


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
