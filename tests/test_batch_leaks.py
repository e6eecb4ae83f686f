"""No unit's file holds another unit's value: the proof, and that it would find one that does."""

from __future__ import annotations

import dataclasses
import datetime
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from batches import Batch, row, rows
from small_project import Ended

from docgen.diagnostics import Exit
from docgen.render.pdf.cut import Cut
from docgen.render.pdf.objects import as_stream, written
from docgen.roster.unit import Unit
from docgen.workflow.batch.leaks import LeakCheck
from docgen.workflow.batch.pdf_words import pdf_texts
from docgen.workflow.batch.plan import Job
from docgen.workflow.batch.press import Press, Sheet
from docgen.workflow.batch.unreadable import UnreadableError
from docgen.workflow.batch.values import ValueIndex, make_index, squeezed

Docgen = Callable[..., Ended]


@pytest.fixture
def build(docgen: Docgen) -> Docgen:
    return lambda *more: docgen("build", "--units", "roster.csv", "--jobs", "1", *more)


def mix(monkeypatch: pytest.MonkeyPatch, into: str, value: str) -> None:
    """A press that prints another unit's address into the files of the unit ``into``."""
    whole = Press._values

    def values(self: Press, number: int, unit: Unit) -> dict[str, str]:
        if unit.name == into:
            unit = dataclasses.replace(unit, values={**unit.values, "address": value})
        return whole(self, number, unit)

    monkeypatch.setattr(Press, "_values", values)


@pytest.mark.parametrize("format", ["docx", "pdf"])
@pytest.mark.parametrize("printed", ["示例路100号", "寄至示例路100号传达室", "电话022-80000001"])
def test_a_planted_leak_is_found(
    batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch, format: str, printed: str
) -> None:
    batch.write(rows(3))
    with monkeypatch.context() as patch:
        mix(patch, "示例第2学校", printed)
        ended = build("--format", format)
    assert ended.code == Exit.BUG
    path = f"units/示例第2学校/附件 推荐表.{format}"
    assert f"{path}: error[W931] a value of SL00001 stood in the file of SL00002" in ended.err
    assert path not in batch.files()
    assert len(batch.files()) == 2
    assert batch.manifest()["leak_check"]["leaks"] == [{"path": path, "unit": "SL00002", "value_of": "SL00001"}]
    assert batch.manifest()["complete"] is False
    batch.assert_true()
    assert build("--format", format).code == 0
    batch.assert_complete()


def test_forms_cut_apart_at_the_wrong_place(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each gets the pages of the one before."""
    batch.write(rows(3))
    whole = Cut.unit
    with monkeypatch.context() as patch:
        patch.setattr(Cut, "unit", lambda self, number: whole(self, number - 1 or self.units))
        ended = build("--format", "pdf")
    assert ended.code == Exit.BUG
    owners = {one["unit"]: one["value_of"] for one in batch.manifest()["leak_check"]["leaks"]}
    assert owners == {"SL00001": "SL00003", "SL00002": "SL00001", "SL00003": "SL00002"}
    assert batch.files() == {}


def test_an_older_file_goes_with_the_leak(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.write(rows(3))
    build("--format", "docx")
    batch.write([row(1), row(2, phone="022-99999999"), row(3)])
    mix(monkeypatch, "示例第2学校", "示例路300号")
    assert build("--format", "docx").code == Exit.BUG
    assert len(batch.files()) == 2
    batch.assert_true()


def test_a_leak_in_another_process(batch: Batch, monkeypatch: pytest.MonkeyPatch, docgen: Docgen) -> None:
    """The check runs where the files are made."""
    batch.project.write(
        "sitecustomize.py",
        "import os\n"
        "if os.environ.get('MIX'):\n"
        "    import dataclasses\n"
        "    from docgen.workflow.batch.press import Press\n"
        "    whole = Press._rendered\n"
        "    def mixed(self, number, format, unit):\n"
        "        other = {**unit.values, 'phone': '022-80000001'}\n"
        "        return whole(self, number, format, dataclasses.replace(unit, values=other))\n"
        "    Press._rendered = mixed\n",
    )
    monkeypatch.setenv("PYTHONPATH", str(batch.project.folder), prepend=":")
    monkeypatch.setenv("MIX", "1")
    batch.write(rows(3))
    ended = docgen("build", "--units", "roster.csv", "--format", "docx", "--jobs", "2")
    assert ended.code == Exit.BUG
    assert len(batch.manifest()["leak_check"]["leaks"]) == 2


def test_what_everybody_says_is_no_leak(batch: Batch, build: Docgen) -> None:
    """A unit may be called what the notice, the form or its pre-filled words say anyway."""
    batch.project.change(
        '"{{ unit.address }}"',
        '"{% if unit.contact %}{{ issuer.short }}转{% else %}无人转交{% endif %}{{ unit.address }}"',
        "templates/annexes/tui/form.yaml",
    )
    names = ("示例市人力资源和社会保障局", "市人社局", "联系电话", "无人转交", "示例第5学校")
    batch.write([row(number, name=name) for number, name in enumerate(names, start=1)])
    assert build().code == 0
    batch.assert_complete()


def test_own_values_may_hold_others(batch: Batch, build: Docgen) -> None:
    """河西区 is a unit, and stands in the names and addresses of others; 10002 is a code and a part of numbers."""
    batch.write(
        [
            row(1, name="河西区", code="10002"),
            row(2, name="河西区第一学校", address="河西区解放路10002号"),
            row(3, phone="022-81000255"),
        ]
    )
    ended = build()
    assert (ended.code, ended.err) == (0, "")
    batch.assert_complete()


def test_values_that_several_have_tell_nothing(batch: Batch, build: Docgen) -> None:
    batch.write([row(number, address="示例路1号") for number in (1, 2, 3)])
    assert build("--format", "docx").code == 0
    assert batch.manifest()["leak_check"] == {"files": 3, "values": 12, "leaks": []}


def test_long_values_over_lines_and_pages(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a PDF a value is broken over lines: it is found all the same."""
    long = "本单位长期开展专家服务基层活动积累了比较丰富的经验" * 3
    batch.write([row(1, address=long), row(2), row(3)])
    assert build().code == 0
    with monkeypatch.context() as patch:
        mix(patch, "示例第2学校", long)
        assert build("--force").code == Exit.BUG


# ---------------------------------------------------------------- values


def unit(number: int, **values: Any) -> Unit:
    return Unit(f"u{number}", f"第{number}", values)


def test_index(tmp_path: Path) -> None:
    units = [
        unit(0, code="SL00001", people="张小三、李小四", day=datetime.date(2024, 1, 1), quota=123456),
        unit(1, code="SL00002", people="张小三", shared="共有的值"),
        unit(2, code="SL 00003", shared="共有的值", short="1234", chinese="两字"),
    ]
    index = ValueIndex(make_index(enumerate(units), tmp_path))
    found = {value: index.owner(squeezed(value)) for value in ("sl00001", "SL00002", "SL00003", "李小四", "两字")}
    assert found == {"sl00001": 0, "SL00002": 1, "SL00003": 2, "李小四": 0, "两字": 2}
    assert {index.owner(squeezed(value)) for value in ("张小三", "共有的值", "1234", "123456", "2024-01-01", "")} == {
        None
    }


def test_index_of_nothing(tmp_path: Path) -> None:
    index = ValueIndex(make_index([], tmp_path))
    assert index.owner("x") is None


def test_many_values_are_found(tmp_path: Path) -> None:
    units = [unit(number, code=f"CODE{number:06}", name=f"示例甲{number}单位") for number in range(3000)]
    made = make_index(enumerate(units), tmp_path)
    index = ValueIndex(made)
    assert made.count >= 6000
    assert all(index.owner(f"code{number:06}") == number for number in range(3000))
    assert index.owner("code003000") is None


def test_every_part_of_a_docx_is_read(tmp_path: Path) -> None:
    check = LeakCheck(make_index(enumerate([unit(0, code="SL00001"), unit(1)]), tmp_path), "")
    for name, xml in {
        "word/header1.xml": "<w:p><w:r><w:t>SL0</w:t></w:r><w:r><w:t>0001</w:t></w:r></w:p>",
        "docProps/core.xml": "<a><dc:title>Title SL00001</dc:title></a>",
        "word/document.xml": '<w:p><w:docPr descr="图：SL00001"/></w:p>',
        "word/comments.xml": "<w:p><w:t>&#83;L00001</w:t></w:p>",
    }.items():
        path = tmp_path / "x.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, xml)
        assert check.owner_of_leak(path, "docx", 1, unit(1)) == 0, name
        assert check.owner_of_leak(path, "docx", 0, unit(0, code="SL00001")) is None, name


# ---------------------------------------------------------------- PDF


def bare(text: str) -> str:
    return "".join(text.split()).replace("\ufffe", "-")


@pytest.mark.parametrize("engine", ["typst", "libreoffice"])
def test_a_pdf_reads_as_it_does_elsewhere(batch: Batch, docgen: Docgen, engine: str) -> None:
    batch.write([row(1, address="示例路（东）1号 A(b)c\\d")])
    assert docgen("build", "--units", "roster.csv", "--format", "pdf", "--engine", engine).code == 0
    for path in (batch.output / "通知.pdf", *batch.units.rglob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        expected = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
        document.close()
        pages = list(pdf_texts(path))[:-1]
        assert sorted(bare("".join(pages))) == sorted(bare(expected))
    assert "示例路（东）1号A(b)c\\d" in bare("".join(pages))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/ToUnicode", b"/ToUnicorn"),
        (b"startxref", b"startyref"),
        (b"/FlateDecode", b"/LZWQQDecode"),
        (b"/Type/Catalog", b"/Encrypt 1 0 R"),
    ],
)
def test_what_cannot_be_read_is_refused(batch: Batch, docgen: Docgen, old: bytes, new: bytes) -> None:
    batch.write(rows(1))
    docgen("build", "--units", "roster.csv", "--format", "pdf")
    path = next(batch.units.rglob("*.pdf"))
    assert list(pdf_texts(path))
    broken = path.read_bytes()
    assert old in broken
    path.write_bytes(re.sub(re.escape(old), lambda _found: new[: len(old)].ljust(len(old)), broken))
    with pytest.raises(UnreadableError):
        list(pdf_texts(path))


def test_a_file_that_cannot_be_read_back_is_not_put_in_place(
    batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch.write(rows(2))
    whole = Press.sheets

    def broken(self: Press, job: Job) -> Iterator[Sheet]:
        for sheet in whole(self, job):
            data = sheet.rendered.data.replace(b"/ToUnicode", b"/ToUnicorn")
            yield dataclasses.replace(sheet, rendered=dataclasses.replace(sheet.rendered, data=data))

    build("--format", "docx")
    monkeypatch.setattr(Press, "sheets", broken)
    assert build("--format", "docx,pdf").code == Exit.BUG
    assert {Path(path).suffix for path in batch.files()} == {".docx"}
    batch.assert_true()


CHARACTERS = b"""begincodespacerange
<00> <FF>
endcodespacerange
2 beginbfrange
<20> <7E> <0020>
<80> <FF> <4E00>
endbfrange"""


@pytest.mark.parametrize(
    ("painting", "said"),
    [
        (b"BT /f0 12 Tf (A B) Tj\nET", "A B"),
        (b"BT /f0 12 Tf (A(b\\)c)d) Tj\nET", "A(b)c)d"),
        (b"BT /f0 12 Tf (A((b))c) Tj\nET", "A((b))c"),
        (b"BT /f0 12 Tf (one\ntwo) Tj\nET\nBT (three) Tj ET", "one\ufffdtwothree"),
        (b"BT /f0 12 Tf (one\\\ntwo) Tj\nET", "onetwo"),
        (b"BT /f0 12 Tf (ET\nBT \\() Tj\nET", "ET\ufffdBT ("),
        (b"BT /f0\n12\nTf <41\n42 80> Tj\nET", "AB\u4e00"),
        (b"BT /f0 12 Tf [(A)-20(B)] TJ ET", "AB"),
        (b"/Span <</ActualText (no text)>> BDC BT /f0 12 Tf (A) Tj ET EMC", "A"),
    ],
)
def test_strings_are_read_whatever_they_hold(tmp_path: Path, painting: bytes, said: str) -> None:
    path = tmp_path / "one.pdf"
    page = b"<</Type/Page/Resources<</Font<</f0 2 0 R>>>>/Contents 4 0 R>>"
    font, table, content = b"<</Type/Font/ToUnicode 3 0 R>>", a_stream(CHARACTERS), a_stream(painting)
    path.write_bytes(written(b"%PDF-1.7\n", [page, font, table, content], b"/Root 1 0 R"))
    assert next(pdf_texts(path)).replace("\n", "") == said


def a_stream(data: bytes) -> bytes:
    return as_stream(b"", zlib.compress(data))


@pytest.mark.parametrize(
    ("printed", "owner"),
    [
        ("1<w:br/>甲27<w:br/>2<w:br/>乙27", None),  # two rows of a list: the number 2 stands behind 甲27
        ("1<w:br/>甲272<w:br/>2<w:br/>乙27", 0),
        ("1<w:br/>甲<w:br/>272", 0),
        ("1<w:br/>甲27<w:br/>28", 0),  # no campaign says 28
    ],
)
def test_what_only_stands_side_by_side_is_no_leak(tmp_path: Path, printed: str, owner: int | None) -> None:
    units = [unit(0, lists="甲272、甲2728"), unit(1, lists="甲27、乙27")]
    check = LeakCheck(make_index(enumerate(units), tmp_path), "2024年 序号1、2、3")
    path = tmp_path / "x.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<w:p><w:t>{printed}</w:t></w:p>")
    assert check.owner_of_leak(path, "docx", 1, units[1]) == owner


SHARED = "组织专家深入基层一线开展技术指导和人才培养"


@pytest.mark.parametrize(
    ("pages", "owner"),
    [
        ([f"主要内容 第一期，{SHARED}以及项目对接，", "为期三个月。 —2—"], None),  # a page ends within the own value
        ([f"主要内容 第一期，{SHARED}", "以及项目对接，为期三个月。 —2—"], None),
        ([f"主要内容 {SHARED} 经费预算"], 0),  # the shorter text stands in the place of the own one
        (["主要内容 第一期，", f"{SHARED} 经费预算"], 0),
    ],
)
def test_a_page_may_end_within_an_own_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: list[str], owner: int | None
) -> None:
    units = [unit(0, content=SHARED), unit(1, content=f"第一期，{SHARED}以及项目对接，为期三个月。")]
    check = LeakCheck(make_index(enumerate(units), tmp_path), "主要内容 经费预算")
    monkeypatch.setattr("docgen.workflow.batch.leaks.pdf_texts", lambda path: iter(pages))
    assert check.owner_of_leak(tmp_path / "x.pdf", "pdf", 1, units[1]) == owner
