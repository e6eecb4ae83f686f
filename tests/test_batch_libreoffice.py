"""PDFs of units that LibreOffice makes: it is started once for many of them, and no file depends on the others."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from batches import HEADER, Batch, lay_out, row, rows
from small_project import Ended, Project
from word_files import p, table, tr, word_file

from docgen.render.pdf import libreoffice
from docgen.render.pdf.settled import UnsettledError, settled
from docgen.workflow.batch.hands import lot_of
from docgen.world.fonts import find_fonts
from docgen.world.programs import Finished, run

Docgen = Callable[..., Ended]
Build = Callable[..., Ended]

FORM = """\
id: biao
title: 申报表
docx: form.docx
fields:
  - {field: unit_name, label: 单位名称, prefill: "{{ unit.name }}", required: true}
  - {field: phone, label: 联系电话, kind: phone, prefill: "{{ unit.phone }}"}
  - {field: address, label: 通讯地址, prefill: "{{ unit.address }}"}
"""
WORD = word_file(p("{{ title }}"), table([tr("单位名称", "{{ unit_name }}"), tr("通讯地址", "{{ address }}")], 2))


class Starts:
    """How many documents LibreOffice was given each time it was started; ``spoil`` is done to its PDFs afterwards."""

    def __init__(self) -> None:
        self.documents: list[int] = []
        self.spoil: Callable[[list[Path]], None] = lambda _pdfs: None

    def __call__(self, command: Sequence[str | Path], **options: Any) -> Finished:
        documents = [Path(word) for word in command if Path(word).suffix == ".docx"]
        self.documents.append(len(documents))
        finished = run(command, **options)
        self.spoil([path.with_suffix(".pdf") for path in documents])
        return finished


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> Starts:
    watched = Starts()
    monkeypatch.setattr(libreoffice, "run", watched)
    return watched


@pytest.fixture
def batch(project: Project) -> Batch:
    """A campaign whose annex is drawn in Word."""
    laid_out = lay_out(project)
    project.change("form: tui", "form: biao")
    draw(project, WORD)
    return laid_out


def draw(project: Project, docx: bytes) -> None:
    project.write("templates/annexes/biao/form.yaml", FORM)
    (project.folder / "templates/annexes/biao/form.docx").write_bytes(docx)


@pytest.fixture
def build(docgen: Docgen, starts: Starts) -> Build:
    """The PDFs for the roster, in this process; ``starts`` counts those for units alone."""
    docgen("build", "--format", "pdf")
    starts.documents.clear()

    def built(*more: str) -> Ended:
        return docgen("build", "--units", "roster.csv", "--jobs", "1", "--format", "pdf", *more)

    return built


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document).replace(" ", "")


def the_pdf(batch: Batch, number: int) -> Path:
    return batch.units / f"示例第{number}学校" / "附件 申报表.pdf"


def test_it_is_started_once_and_no_file_depends_on_the_others(batch: Batch, build: Build, starts: Starts) -> None:
    batch.write(rows(4))
    assert build().code == 0
    assert starts.documents == [4]
    batch.assert_complete()
    together = batch.files()
    for number in range(1, 5):
        said = text(the_pdf(batch, number))
        assert f"示例第{number}学校" in said
        assert f"示例路{number}00号" in said
    for some in ([row(3)], [row(4), row(2), row(1)]):
        batch.write(some)
        shutil.rmtree(batch.units)
        assert build().code == 0
        assert batch.files().items() <= together.items()
    assert starts.documents == [4, 1, 3]


def test_what_is_not_there_afterwards_is_made_on_its_own(batch: Batch, build: Build, starts: Starts) -> None:
    batch.write(rows(3))
    build()
    good = batch.files()

    def spoil(pdfs: list[Path]) -> None:
        if len(pdfs) > 1:
            pdfs[0].unlink()
            pdfs[2].write_bytes(pdfs[2].read_bytes()[:-200])

    starts.spoil = spoil
    shutil.rmtree(batch.units)
    assert "  3 units: 3 made" in build().out
    assert starts.documents == [3, 3, 1, 1]
    assert batch.files() == good


def test_a_lot_that_fails_costs_no_unit_its_file(batch: Batch, build: Build, starts: Starts) -> None:
    batch.write(rows(2))

    def spoil(pdfs: list[Path]) -> None:
        if len(pdfs) > 1:
            raise OSError("gone")

    starts.spoil = spoil
    assert "  2 units: 2 made" in build().out
    assert starts.documents == [2, 1, 1]
    batch.assert_complete()


def test_a_unit_that_cannot_be_printed_stops_nobody(batch: Batch, build: Build, starts: Starts) -> None:
    batch.write([row(1), row(2, address="示例路\ue000号"), row(3)])
    ended = build()
    assert "  3 units: 2 made, 0 unchanged, 1 failed" in ended.out
    assert "示例第2学校: " in ended.err
    assert starts.documents == [2]
    assert sorted(batch.files()) == [f"units/示例第{number}学校/附件 申报表.pdf" for number in (1, 3)]


def test_without_libreoffice_each_is_told_so(
    batch: Batch, build: Build, starts: Starts, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch.write(rows(2))
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: None)
    ended = build()
    assert ended.code == 5
    assert "roster.csv, row 2: error[W411] 示例第1学校: LibreOffice is not installed; install it" in ended.err
    assert "take --engine typst" not in ended.err
    assert ended.err.count("take --format docx") == 2
    assert starts.documents == []


@pytest.mark.parametrize(
    "field",
    [
        "<w:fldSimple w:instr=' FILENAME '><w:r><w:t>old</w:t></w:r></w:fldSimple>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>file</w:instrText></w:r>"
        "<w:r><w:instrText>name</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>old</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
    ],
)
def test_a_form_that_prints_its_files_name_is_converted_alone(
    batch: Batch, build: Build, starts: Starts, field: str
) -> None:
    draw(batch.project, word_file(p("{{ unit_name }}"), p(field)))
    batch.write(rows(2))
    assert build("--force").code == 0
    assert starts.documents == [1, 1, 1]
    assert "document" in text(the_pdf(batch, 1))


def test_grid_forms_and_notices_too_where_libreoffice_is_asked_for(
    batch: Batch, docgen: Docgen, starts: Starts
) -> None:
    batch.project.change("form: biao", "form: tui")
    header = (*HEADER, "deadlines.submission.date")
    batch.write([(*row(1), "2024-05-07"), (*row(2), ""), (*row(3), "")], header)
    docgen("build", "--format", "pdf", "--engine", "libreoffice")
    starts.documents.clear()
    command = ("build", "--units", "roster.csv", "--jobs", "1", "--engine", "libreoffice")
    assert docgen(*command, "--format", "pdf").code == 0
    assert starts.documents == [4]
    batch.assert_complete()
    assert "请于5月7日（星期二）前报送" in text(batch.units / "示例第1学校/通知.pdf")
    together = batch.files()
    for some in (1, 2):
        batch.write([(*row(some), "2024-05-07" if some == 1 else "")], header)
        docgen(*command, "--format", "docx,pdf", "--force")
        assert {path: data for path, data in batch.files().items() if path.endswith("pdf")}.items() <= together.items()


@pytest.mark.parametrize(
    ("documents", "jobs", "lot"), [(0, 0, 1), (1, 4, 1), (100, 1, 100), (100, 4, 25), (101, 1, 51), (1000, 4, 84)]
)
def test_all_processes_end_together(documents: int, jobs: int, lot: int) -> None:
    assert lot_of(documents, jobs, size=10_000) == lot


@pytest.mark.parametrize(("size", "lot"), [(0, 100), (500_000, 100), (5_000_000, 10), (60_000_000, 1)])
def test_of_large_documents_there_are_fewer_at_a_time(size: int, lot: int) -> None:
    assert lot_of(100, 1, size) == lot


def test_forms_that_are_set_here_do_not_make_the_lots_smaller(batch: Batch, docgen: Docgen, starts: Starts) -> None:
    batch.project.change("{id: form, form: biao}", "{id: form, form: tui}\n  - {id: word, form: biao}")
    batch.write(rows(60))
    docgen("build", "--format", "pdf")
    starts.documents.clear()
    assert docgen("build", "--units", "roster.csv", "--jobs", "1", "--format", "docx,pdf").code == 0
    assert starts.documents == [60]
    assert len(batch.files()) == 240


# ---------------------------------------------------------------- the file


def lot_and_alone(docx: bytes, tmp_path: Path) -> tuple[bytes, bytes]:
    """A file as it comes out behind another one, and alone."""
    fonts = find_fonts()
    first = word_file(p("先打印的一份"))
    [_first, second], _ended = libreoffice._convert_once(
        libreoffice.find_soffice() or tmp_path, {"0": first, "1": docx}, fonts
    )
    assert second
    return second, libreoffice.convert(docx, fonts)


def test_a_file_is_settled_without_a_change_to_its_pages(tmp_path: Path) -> None:
    second, alone = lot_and_alone(WORD, tmp_path)
    assert settled(second) == settled(alone)
    assert len(settled(second)) != len(second)
    pictures = []
    for name, data in (("raw", second), ("settled", settled(second))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)
        done = subprocess.run(["pdftoppm", "-r", "80", "-singlefile", path, path.with_suffix("")], capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        pictures.append(path.with_suffix(".ppm").read_bytes())
    assert pictures[0] == pictures[1]
    assert len(set(pictures[0])) > 2


@pytest.mark.parametrize(
    ("old", "new"), [(b"\nxref\n", b"\nyref\n"), (b"/FontFile ", b"/FontFill "), (b"startxref", b"startyref")]
)
def test_what_libreoffice_would_not_write_is_not_settled(tmp_path: Path, old: bytes, new: bytes) -> None:
    pdf = libreoffice.convert(WORD, find_fonts())
    assert old in pdf
    with pytest.raises(UnsettledError):
        settled(pdf.replace(old, new))


def test_what_a_killed_process_left_behind_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its folder holds units' values."""
    with subprocess.Popen(["true"]) as ended:
        pass
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    killed, other = tmp_path / f"docgen-libreoffice-{ended.pid}-x", tmp_path / f"docgen-libreoffice-{os.getpid()}-y"
    for folder in (killed, other):
        folder.mkdir()
        (folder / "0.docx").write_bytes(WORD)
    monkeypatch.setattr(libreoffice, "_home", functools.cache(libreoffice._home.__wrapped__))
    with libreoffice._home():
        assert libreoffice.convert(WORD, find_fonts()).startswith(b"%PDF")
        assert not killed.exists()
        assert other.exists()
        assert not [*tmp_path.rglob("document.docx")]
