"""DOCX: what the standard asks of the file, what Word would refuse, what a reader finds in it."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from documents import IMPRINT, annex, contact, form, heading, listing, notice, row, table, text_annex, words
from documents import label as named
from layout import SAID_BY_THE_FILE
from measure.findings_docx import measure_docx
from measure.findings_pdf import measure_pdf
from measure.word import word_faults
from press import CAMPAIGNS, ROOT, Press, documents, setting
from specimens import SPECIMENS

from docgen.document.tree import Document, Notice
from docgen.render import RENDERERS

NOTICES = [name for name, one in SPECIMENS.items() if isinstance(one, Notice)]
SHELL = ROOT / "templates/notices/gbt9704/shell.docx"


def docx_of(document: Document) -> bytes:
    return RENDERERS["docx"](document, setting()).data


def opened(docx: bytes) -> Any:
    """As python-docx reads it."""
    return python_docx.Document(io.BytesIO(docx))


def part(docx: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(name).decode()


# ---------------------------------------------------------------- the measures of the standard


@pytest.mark.parametrize("name", [*CAMPAIGNS, *NOTICES])
def test_the_file_says_what_the_standard_asks(name: str, press: Press) -> None:
    document = press[name].document
    assert isinstance(document, Notice)
    findings = measure_docx(document, press[name].docx)
    assert [one for one in findings if not one.passed] == []
    assert len(findings) > 40


ELSEWHERE = {
    **SAID_BY_THE_FILE,
    "GRID-CHARS": "a text of one long word has no usual line",
    "SPECIAL-FIT": "where neither text nor list of annexes is short, a signature may stand alone",
    "NOSEAL": "LibreOffice sets a fifth of a character between 汉字 and digits, Word and the PDF a quarter",
}
"""What is not asked of LibreOffice's print of a specimen, and why."""


@pytest.mark.parametrize("name", [*CAMPAIGNS, *NOTICES])
def test_libreoffice_prints_it_as_the_standard_asks(name: str, press: Press) -> None:
    document = press[name].document
    assert isinstance(document, Notice)
    spared = SAID_BY_THE_FILE if name in CAMPAIGNS else ELSEWHERE
    findings = measure_pdf(document, press[name].printed, setting().fonts)
    assert [one for one in findings if not one.passed and one.id not in spared] == []


# ---------------------------------------------------------------- what Word would refuse


@pytest.mark.parametrize("name", documents())
def test_word_opens_it_without_a_word(name: str, press: Press) -> None:
    assert word_faults(press[name].docx) == []


def test_word_opens_the_shell() -> None:
    assert word_faults(SHELL.read_bytes()) == []


def a_table(columns: int, cell: str) -> str:
    """A table of one row with one cell."""
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl><w:p/>"


FAULTS = {
    "b stands behind sz in rPr": '<w:p><w:r><w:rPr><w:sz w:val="2"/><w:b/></w:rPr></w:r></w:p>',
    "spacing stands behind jc in pPr": '<w:p><w:pPr><w:jc w:val="left"/><w:spacing/></w:pPr></w:p>',
    "vMerge stands behind vAlign in tcPr": a_table(1, '<w:tcPr><w:vAlign/><w:vMerge w:val="restart"/></w:tcPr><w:p/>'),
    "pPr holds nothing": "<w:p><w:pPr><w:nothing/></w:pPr></w:p>",
    "pPr holds jc twice": "<w:p><w:pPr><w:jc/><w:jc/></w:pPr></w:p>",
    "pPr is not the first in p": "<w:p><w:r/><w:pPr/></w:p>",
    "a cell does not end with a paragraph": a_table(1, ""),
    "a row fills 1 of 2 columns": a_table(2, "<w:p/>"),
    "a cell goes on from above, where none begins": a_table(1, "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"),
    "two tables touch": "<w:tbl><w:tblGrid/></w:tbl><w:tbl><w:tblGrid/></w:tbl><w:p/>",
    "rId77 leads nowhere": '<w:p><w:pPr><w:sectPr><w:footerReference r:id="rId77"/></w:sectPr></w:pPr></w:p>',
    "there is no style Nobody": '<w:p><w:pPr><w:pStyle w:val="Nobody"/></w:pPr></w:p>',
}
"""Fault → what is put at the head of a document that has none."""


@pytest.mark.parametrize("fault", FAULTS)
def test_what_word_refuses_is_told(fault: str) -> None:
    (told,) = word_faults(changed(docx_of(notice()), lambda xml: xml.replace("<w:body>", "<w:body>" + FAULTS[fault])))
    assert told == f"word/document.xml: {fault}"


def test_a_drawing_id_used_twice_is_told() -> None:
    docx = docx_of(notice(annexes=(annex(listing(2)),)))
    twice = changed(docx, lambda xml: xml.replace('docPr id="2"', 'docPr id="1"'), "word/footer4.xml")
    assert word_faults(twice) == ["the drawing id 1 is used 2 times"]


def changed(docx: bytes, change: Callable[[str], str], name: str = "word/document.xml") -> bytes:
    """The file with one part changed, which must make a difference."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == name:
                old, content = content, change(content.decode()).encode()
                assert content != old
            target.writestr(info, content)
    return out.getvalue()


# ---------------------------------------------------------------- what a reader finds


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_python_docx_opens_it(name: str, press: Press) -> None:
    document = press[name].document
    assert isinstance(document, Notice)
    read = opened(press[name].docx)
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert document.number in texts
    assert "\n".join(document.title) in texts
    assert read.core_properties.title == document.metadata.title
    assert read.core_properties.author == document.issuer if hasattr(document, "issuer") else document.metadata.creator
    tables = sum(len(one.content.grids) for one in document.annexes if hasattr(one.content, "grids"))
    assert len(read.tables) >= tables


def test_levels_are_words_own_headings() -> None:
    blocks = [
        heading(1, "一、总则"),
        heading(2, "（一）范围。", "适用于全市。"),
        heading(3, "1.对象。", "在职人员。"),
        heading(4, "（1）年限。", "满五年。"),
    ]
    read = opened(docx_of(notice(*blocks)))
    found = [(one.style.name, one.text) for one in read.paragraphs if one.style.name.lower().startswith("heading")]
    assert found == [
        ("Heading 1", "一、总则"),
        ("Heading 2", "（一）范围。适用于全市。"),
        ("Heading 3", "1.对象。在职人员。"),
        ("Heading 4", "（1）年限。满五年。"),
    ]


AWKWARD = "年龄<35岁、A & B、“双引号”与\"直引号\"、&lt;不是标签&gt;、'直撇'、C:\\路径、100%"


@pytest.mark.parametrize(
    "document",
    [
        notice(words(AWKWARD)),
        notice(heading(2, AWKWARD)),
        notice(contact("联 系 人", AWKWARD)),
        notice(table((AWKWARD, "备注"), ("一", "二"))),
        notice(title=(AWKWARD,)),
        notice(addressees=AWKWARD),
        notice(notes=(AWKWARD,)),
        notice(annexes=(annex(form(row(named(AWKWARD, span=2)))),)),
        notice(annexes=(annex(text_annex(words(AWKWARD))),)),
        notice(imprint=dataclasses.replace(IMPRINT, copies_to=AWKWARD)),
    ],
    ids=["paragraph", "heading", "contact", "table", "title", "addressees", "note", "cell", "text annex", "imprint"],
)
def test_marks_that_mean_something_in_xml_are_words(document: Notice) -> None:
    docx = docx_of(document)
    body = opened(docx).element.body
    said = "".join(node.text or "" for node in body.iter("{*}t"))
    assert AWKWARD in said.replace("　", "")
    assert word_faults(docx) == []


def test_marks_in_the_title_stay_in_the_core_properties() -> None:
    metadata = dataclasses.replace(notice().metadata, title="关于A & B<试点>的通知", creator="甲<乙>局")
    read = opened(docx_of(notice(metadata=metadata)))
    assert read.core_properties.title == "关于A & B<试点>的通知"
    assert read.core_properties.author == "甲<乙>局"


def test_header_rows_repeat_on_each_page() -> None:
    docx = docx_of(notice(table(("区", "名额"), ("东", "1")), annexes=(annex(listing(3)),)))
    tables = opened(docx).tables
    marked = [[row._tr.find(".//{*}tblHeader") is not None for row in one.rows] for one in tables]
    assert marked == [[True, False], [True, False, False, False]]


def test_a_row_splits_only_where_its_text_may_outgrow_a_page() -> None:
    rows = row(named("姓名", span=2)), row(named("事迹", span=2), splits=True)
    (one,) = opened(docx_of(notice(annexes=(annex(form(*rows)),)))).tables
    assert [line._tr.find(".//{*}cantSplit") is not None for line in one.rows] == [True, False]


def test_a_landscape_annex_is_a_section_of_its_own() -> None:
    annexes = annex(form(), 1), annex(listing(3), 2), annex(form(), 3)
    read = opened(docx_of(notice(annexes=annexes)))
    widths = [round(section.page_width.mm) for section in read.sections]
    assert widths == [210, 297, 210]


# ---------------------------------------------------------------- the file


def test_dates_within_the_file_are_the_source_date_and_nothing_else() -> None:
    docx = RENDERERS["docx"](notice(), dataclasses.replace(setting(), source_date=1_710_115_200)).data
    assert part(docx, "docProps/core.xml").count("2024-03-11T00:00:00Z") == 2
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.infolist()[0].filename == "[Content_Types].xml"


def test_the_shell_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "shell.docx"
    subprocess.run([sys.executable, ROOT / "tools/make_shell.py", made], check=True)
    with zipfile.ZipFile(made) as new, zipfile.ZipFile(SHELL) as kept:
        assert {name: new.read(name) for name in new.namelist()} == {name: kept.read(name) for name in kept.namelist()}
