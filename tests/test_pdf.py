"""PDF: laid out as the standard asks, no empty boxes, the same bytes for the same document, readable without eyes."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import subprocess
import sys
from typing import Any

import pdfplumber
import pytest
import typst
from documents import IMPRINT, annex, entry, form, heading, label, listing, notice, prose, row, words
from measure.findings_pdf import measure_annex, measure_pdf
from measure.glyphs import empty_boxes
from measure.structure import read_structure
from press import CAMPAIGNS, Press, documents, setting
from specimens import LENT, SPANNED, SPECIMENS

from docgen.diagnostics import DocgenError, Exit
from docgen.document.tree import Notice, SplitAnnex
from docgen.render import RENDERERS
from docgen.render.pdf.libreoffice import convert
from docgen.render.pdf.typst import imprint_place
from docgen.world.fonts import find_fonts

NOTICES = [name for name, one in SPECIMENS.items() if isinstance(one, Notice)]
ALONE = [name for name, one in documents().items() if isinstance(one, SplitAnnex)]

LIMITS = {
    "SPECIAL-FIT": "where the signature has no room below the text, it goes to the next page alone",
    "GRID-CHARS": "a text of one long word has no usual line",
}
"""Requirements that specimens made for something else need not meet; the campaigns meet them all."""


# ---------------------------------------------------------------- the measures of the standard


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_a_campaign_is_laid_out_as_the_standard_asks(name: str, press: Press) -> None:
    notice = press[name].document
    assert isinstance(notice, Notice)
    findings = measure_pdf(notice, press[name].pdf, setting().fonts)
    assert [one for one in findings if not one.passed] == []
    assert len(findings) > 50


@pytest.mark.parametrize("name", NOTICES)
def test_a_specimen_is_laid_out_as_the_standard_asks(name: str, press: Press) -> None:
    notice = press[name].document
    assert isinstance(notice, Notice)
    findings = measure_pdf(notice, press[name].pdf, setting().fonts)
    assert [one for one in findings if not one.passed and one.id not in LIMITS] == []


@pytest.mark.parametrize("name", ALONE)
def test_an_annex_on_its_own_begins_with_the_document_number(name: str, press: Press) -> None:
    document = press[name].document
    assert isinstance(document, SplitAnnex)
    (finding,) = measure_annex(document.annex, press[name].pdf, setting().fonts)
    assert finding.passed, finding
    assert "号附件" in finding.measured


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("imprint on the same page", "same"),
        ("imprint on the next page", "next"),
        ("imprint after a blank page", "blank"),
        ("imprint behind a landscape annex", "next"),
    ],
)
def test_the_imprint_stands_at_the_foot_of_the_last_even_page(name: str, place: str, press: Press) -> None:
    notice = SPECIMENS[name]
    assert isinstance(notice, Notice)
    assert imprint_place(notice, setting()) == place
    last = read(press[name].pdf)[-1]
    assert last.page_number % 2 == 0
    assert last.extract_text(x_tolerance=30).splitlines()[-1 if place == "blank" else -2].endswith("印发")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("a short last paragraph goes with the signature", "特此通知。"),
        ("a line of contact goes with the signature", "联系人：王五"),
    ],
)
def test_a_signature_does_not_stand_on_a_page_alone(name: str, first: str, press: Press) -> None:
    for pdf in (press[name].pdf, press[name].printed):
        pages = [page.extract_text(x_tolerance=30).replace(" ", "").splitlines() for page in read(pdf)]
        assert pages[1][0] == first
        assert pages[1][1] == "示例市人力资源和社会保障局"


# ---------------------------------------------------------------- characters and fonts


@pytest.mark.parametrize("name", documents())
def test_no_box_is_drawn_for_a_character(name: str, press: Press) -> None:
    assert empty_boxes(press[name].pdf) == []
    assert empty_boxes(press[name].printed) == []


def test_an_empty_box_in_a_pdf_by_typst_is_found() -> None:
    """A font that lacks a character, and no other to help out."""
    fonts = find_fonts()
    compiler = typst.Compiler(font_paths=[str(folder) for folder in fonts.folders], ignore_system_fonts=True)
    family = fonts.faces["fangsong"].family
    pdf = compiler.compile(f'#set text(font: "{family}", fallback: false)\n好😀'.encode(), format="pdf")
    (box,) = empty_boxes(pdf)
    assert box.startswith("page 1: ")
    assert ".notdef" in box


def test_an_empty_box_in_a_pdf_by_libreoffice_is_found_though_its_text_reads_well() -> None:
    docx = RENDERERS["docx"](notice(words("祝贺😀")), setting())
    pdf = convert(docx.data, setting().fonts)
    assert "祝贺😀" in read(pdf)[0].extract_text()
    (box,) = empty_boxes(pdf)
    assert ".notdef" in box
    assert "U+1F600" in str(docx.warnings[0])


def test_characters_that_the_typeface_lacks_come_from_another_with_a_note(press: Press) -> None:
    lacking = setting().fonts.missing("fangsong", "珺喆昇堃玥")
    noted = " ".join(str(one) for one in RENDERERS["pdf"](SPECIMENS[LENT], setting()).warnings)
    assert all(char in noted for char in lacking)
    assert lacking or not noted
    assert "王珺、李喆、赵昇、钱堃、孙玥" in read(press[LENT].pdf)[0].extract_text().replace(" ", "")


@pytest.mark.parametrize("engine", ["typst", "libreoffice"])
def test_a_character_that_no_font_has_is_an_error(engine: Any) -> None:
    asked = dataclasses.replace(setting(), engine=engine)
    with pytest.raises(DocgenError) as caught:
        RENDERERS["pdf"](notice(words("祝贺😀")), asked)
    assert caught.value.exit_code == Exit.MISSING
    assert "U+1F600" in str(caught.value)


# ---------------------------------------------------------------- the same bytes


SCRIPT = """
import hashlib, sys
from press import setting, documents
from docgen.render import RENDERERS
for name in sys.argv[1:]:
    for format in ("docx", "pdf"):
        print(name, format, hashlib.sha256(RENDERERS[format](documents()[name], setting()).data).hexdigest())
"""


def test_another_process_makes_the_same_bytes(press: Press) -> None:
    names = ["shanghai-2023", "imprint with copies"]
    expected = [
        f"{name} {kind} {hashlib.sha256(data).hexdigest()}"
        for name in names
        for kind, data in (("docx", press[name].docx), ("pdf", press[name].pdf))
    ]
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", SCRIPT, *names], env=environment, capture_output=True, check=True)
        assert done.stdout.decode().splitlines() == expected


def test_libreoffice_makes_the_same_bytes_too() -> None:
    asked = dataclasses.replace(setting(), engine="libreoffice")
    first, second = (RENDERERS["pdf"](notice(), asked) for _ in range(2))
    assert first.data == second.data
    assert (first.engine, first.pages) == ("libreoffice", 1)


# ---------------------------------------------------------------- tags and outline


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_the_pdf_is_tagged_chinese_and_has_an_outline(name: str, press: Press) -> None:
    document = press[name].document
    assert isinstance(document, Notice)
    structure = read_structure(press[name].pdf)
    assert structure.tagged
    assert structure.language == "zh-CN"
    assert [title for title in structure.outline if title.startswith("附件")] == [
        f"{annex.label}　{annex.title}" for annex in document.annexes
    ]


def test_the_outline_names_headings_without_the_text_behind_them() -> None:
    blocks = (heading(1, "一、总则"), heading(2, "（一）范围。", "本办法适用于全市。"), *prose(1))
    pdf = RENDERERS["pdf"](notice(*blocks), setting()).data
    assert read_structure(pdf).outline == ("一、总则", "（一）范围。")


def test_a_cell_over_several_rows_is_read_in_its_first_row(press: Press) -> None:
    """Drawn late, it stands where it belongs in the order of the tags."""
    text = "".join(tagged_text(press[SPANNED].pdf))
    assert text.index("对口帮扶情况") < text.index("跨省帮扶") < text.index("省内帮扶") < text.index("联系人")


def test_a_table_repeats_its_header_on_each_page() -> None:
    one = notice(annexes=(annex(listing(40)),), imprint=IMPRINT)
    pages = [page.extract_text().replace(" ", "") for page in read(RENDERERS["pdf"](one, setting()).data)]
    assert [i for i, page in enumerate(pages) if "序号姓名单位" in page] == [1, 2, 3, 4]


def test_a_row_too_high_for_the_rest_of_a_page_goes_to_the_next() -> None:
    tall = form(*(row(label(f"第{i}项"), entry(f"f{i}"), height=120) for i in (1, 2)))
    pages = [page.extract_text() for page in read(RENDERERS["pdf"](notice(annexes=(annex(tall),)), setting()).data)]
    assert ["第1项" in page for page in pages] == [False, True, False]
    assert ["第2项" in page for page in pages] == [False, False, True]


# ---------------------------------------------------------------- reading


def read(pdf: bytes) -> list[Any]:
    """Its pages, as pdfplumber has them."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return list(opened.pages)


def tagged_text(pdf: bytes) -> list[str]:
    """The words in the order of the structure tree, which is that of a screen reader."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        said: dict[tuple[int, int], str] = {}
        for page in opened.pages:
            for char in page.chars:
                if char["mcid"] is not None:
                    key = (page.page_number, char["mcid"])
                    said[key] = said.get(key, "") + char["text"]
        return list(_in_order(opened.structure_tree, said))


def _in_order(nodes: Any, said: dict[tuple[int, int], str]) -> Any:
    for node in nodes:
        yield from (said.get((node["page_number"], mcid), "") for mcid in node.get("mcids", ()))
        yield from _in_order(node.get("children", ()), said)
