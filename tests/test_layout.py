"""``make layout``: a look that departs from the standard is found out, requirement by requirement."""

from __future__ import annotations

import dataclasses
import functools
import io
import shutil
import zipfile
from pathlib import Path

import layout
import pytest
from measure.findings import Finding, equal, holds, near
from measure.findings_docx import measure_docx
from measure.findings_pdf import measure_pdf
from measure.passages import NotFoundError
from press import setting
from specimens import SPECIMENS

from docgen.document.tree import Notice
from docgen.render import RENDERERS
from docgen.templates.find import Look

LOOK = setting().look.folder


def specimen() -> Notice:
    """Full pages, a signature, a 版记 with copies."""
    notice = SPECIMENS["imprint with copies"]
    assert isinstance(notice, Notice)
    return notice


CHANGES = [
    ("measures.typ", "left: 28mm", "left: 31mm", "MARGIN-LEFT"),
    ("measures.typ", "top: 34.58mm", "top: 38mm", "MARGIN-TOP"),
    ("measures.typ", "bottom: 32.58mm", "bottom: 44mm", "MARGIN-BOTTOM"),
    ("measures.typ", "#let body-pitch = 29.45pt", "#let body-pitch = 28pt", "GRID-LINES"),
    ("measures.typ", "#let body-pitch = 29.45pt", "#let body-pitch = 28pt", "DEF-LINE"),
    ("measures.typ", "#let body-size = 16pt", "#let body-size = 15pt", "FONT-DEFAULT"),
    ("measures.typ", "#let tracking = -0.25pt", "#let tracking = -1pt", "GRID-CHARS"),
    ("measures.typ", 'rgb("ff0000")', 'rgb("cc0000")', "MARK-FONT"),
    ("measures.typ", "#let title-size = 22pt", "#let title-size = 20pt", "TITLE-FONT"),
    ("head.typ", "v(geometry.mark_before * 1pt)", "v(0pt)", "MARK-POS"),
    ("head.typ", "v(geometry.number_before * 1pt)", "v(0pt)", "DOCNO-POS"),
    ("head.typ", "v(geometry.rule_gap * 1pt)", "v(12pt)", "REDRULE"),
    ("head.typ", "v(geometry.title_before * 1pt)", "v(0pt)", "TITLE-POS"),
    ("words.typ", "(amount: 2 * char, all: true)", "(amount: 1 * char, all: true)", "BODY-INDENT"),
    ("tail.typ", "#let outer = 0.35mm", "#let outer = 0.6mm", "IMP-RULES"),
    ("tail.typ", "node.geometry.top * 1pt - margin.top", "node.geometry.top * 1pt - margin.top - 9mm", "IMP-BOTTOM"),
    ("page.typ", "type-bottom + 7mm", "type-bottom + 10mm", "PAGENO-POS"),
    ("page.typ", "fonts.songti", "fonts.heiti", "PAGENO-FONT"),
    ("page.typ", "let odd = calc.odd", "let odd = calc.even", "PAGENO-ODD"),
]


@pytest.mark.parametrize(("file", "old", "new", "id_"), CHANGES)
def test_a_look_that_departs_from_the_standard_is_found(
    tmp_path: Path, file: str, old: str, new: str, id_: str
) -> None:
    assert failed(look_changed(tmp_path, file, old, new), id_)


def test_the_look_as_it_is_departs_nowhere() -> None:
    assert {id_ for id_ in (change[3] for change in CHANGES) if failed(setting().look, id_)} == set()


def failed(look: Look, id_: str) -> bool:
    """Whether the requirement fails in the PDF; it must have been measured."""
    findings = [one for one in findings_of(look) if one.id == id_]
    assert findings
    return not all(one.passed for one in findings)


@functools.lru_cache(maxsize=1)
def findings_of(look: Look) -> list[Finding]:
    asked = dataclasses.replace(setting(), look=look)
    return measure_pdf(specimen(), RENDERERS["pdf"](specimen(), asked).data, asked.fonts)


def look_changed(folder: Path, file: str, old: str, new: str) -> Look:
    """A copy of the look with ``old`` replaced everywhere in a file that has it."""
    copy = folder / "gbt9704"
    shutil.copytree(LOOK, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    return Look("gbt9704", copy)


STYLES = "word/styles.xml"
WORD_CHANGES = [
    ("word/document.xml", 'w:left="1587"', 'w:left="1701"', "E33476-MARGINS"),
    ("word/document.xml", 'w:w="11906"', 'w:w="12240"', "PAPER-A4"),
    (STYLES, '<w:sz w:val="44"/>', '<w:sz w:val="36"/>', "TITLE-FONT"),
    (STYLES, 'w:line="589"', 'w:line="560"', "GRID-LINES"),
    (STYLES, '<w:spacing w:val="-5"/>', '<w:spacing w:val="0"/>', "GRID-CHARS"),
    (STYLES, '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="2"/>', "LEVELS"),
    (STYLES, 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="等线"', "FONTS"),
    (STYLES, 'w:ascii="黑体"', 'w:asciiTheme="minorHAnsi"', "FONTS"),
    (STYLES, '<w:color w:val="FF0000"/>', '<w:color w:val="000000"/>', "MARK-FONT"),
    ("word/settings.xml", "<w:evenAndOddHeaders/>", "", "PAGENO-ODD"),
    ("word/footer1.xml", "— ", "- ", "PAGENO-DASH"),
    ("docProps/core.xml", "示例市", "某市", "PROPERTIES"),
]


@pytest.mark.parametrize(("part", "old", "new", "id_"), WORD_CHANGES)
def test_a_word_file_that_departs_from_the_standard_is_found(part: str, old: str, new: str, id_: str) -> None:
    docx = RENDERERS["docx"](specimen(), setting()).data
    findings = measure_docx(specimen(), replaced(docx, part, old, new))
    assert id_ in {one.id for one in findings if not one.passed}


def replaced(docx: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).decode()
            assert name != part or old in content
            target.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


def test_words_that_are_not_on_the_pages_are_no_pass() -> None:
    pdf = RENDERERS["pdf"](specimen(), setting()).data
    other = dataclasses.replace(specimen(), addressees="无此机关：")
    with pytest.raises(NotFoundError, match="无此机关"):
        measure_pdf(other, pdf, setting().fonts)


# ---------------------------------------------------------------- the report


def test_of_several_lengths_the_farthest_off_counts() -> None:
    (finding,) = near("X", "", [10.0, 10.4, 8.8], 10, 0.5)
    assert (finding.measured, finding.asked, finding.passed) == ("8.80", "10 ±0.5", False)


def test_nothing_measured_is_no_finding() -> None:
    assert near("X", "", [], 10, 1) == holds("X", "", "", [], 0) == []


def test_what_is_not_so_is_named() -> None:
    assert equal("X", "", "乙", "甲") == [Finding("X", "", "甲", "乙", False)]
    assert holds("X", "", "甲", ["乙", "丙", "丁", "戊"], 9) == [Finding("X", "", "甲", "乙, 丙, 丁 …", False)]


def test_the_report_shows_every_requirement_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert layout.main("henan-2012") == 0
    lines = capsys.readouterr().out.splitlines()
    for id_ in ("PAPER-A4", "MARK-POS", "REDRULE", "TITLE-FONT", "GRID-LINES", "PAGENO-POS", "IMP-BOTTOM", "WORD"):
        assert [line for line in lines if line.startswith(id_) and line.endswith("pass")], id_
    assert lines[-1].startswith("0 of ")


def test_the_report_ends_badly_where_something_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = Finding("TITLE-FONT", "size of the title, pt", "22", "20", False)
    monkeypatch.setattr(layout, "measure_docx", lambda *_: [wrong])
    assert layout.main("henan-2012") == 1
    assert "FAIL henan-2012: 20, asked 22" in capsys.readouterr().out
