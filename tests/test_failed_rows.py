"""failed-rows.xlsx: what a clerk has written into it is never lost, and what is out of date does not lie about."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from batches import HEADER, Batch, Row, row, rows
from small_project import Ended, Project

import docgen.workflow.failed_rows as failed_rows
from docgen.workflow.batch.build import _Batch
from docgen.workflow.batch.leaks import LeakCheck
from docgen.world.files import write_all

Docgen = Callable[..., Ended]

BAD: list[Row] = [row(1), row(2, phone="1"), row(3, phone="2")]
MEMORY = ".docgen/failed-rows.json"


@pytest.fixture(params=["build", "units check"])
def read(request: pytest.FixtureRequest, docgen: Docgen) -> Docgen:
    """``read("roster.csv")``: a build, or a check of the roster alone."""
    options = ("--format", "docx", "--jobs", "1") if request.param == "build" else ()

    def run(roster: str | Path = "roster.csv", *more: str) -> Ended:
        return docgen(*request.param.split(), *options, "--units", str(roster), *more)

    return run


@pytest.fixture
def build(docgen: Docgen) -> Docgen:
    def run(roster: str | Path = "roster.csv") -> Ended:
        return docgen("build", "--format", "docx", "--jobs", "1", "--units", str(roster))

    return run


def workbook(batch: Batch, number: int = 1) -> Path:
    return batch.output / ("failed-rows.xlsx" if number == 1 else f"failed-rows-{number}.xlsx")


def correct(path: Path, phones: Sequence[str]) -> bytes:
    """Telephone numbers typed into the workbook, from the first row on."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for at, phone in enumerate(phones, start=2):
        sheet.cell(at, HEADER.index("联系电话") + 1).value = phone
    book.save(path)
    return path.read_bytes()


def names(batch: Batch) -> list[str]:
    return sorted(path.name for path in batch.output.glob("failed-rows*"))


def phones(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [str(cells[HEADER.index("联系电话")]) for cells in sheet.iter_rows(min_row=2, values_only=True)]


def test_what_was_corrected_is_not_written_over(batch: Batch, read: Docgen) -> None:
    batch.write(BAD)
    assert read().code == 1
    corrected = correct(workbook(batch), ["022-80000002"])
    ended = read()
    assert ended.code == 1
    said = ended.out + ended.err
    assert (
        "output/shi-2024/failed-rows.xlsx: note[L114] this is not as docgen wrote it, and is left as it is; "
        "if the rows are corrected in it, use it as the roster, and correct them in roster.csv, too\n" in said
    )
    assert "output/shi-2024/failed-rows-2.xlsx" in said
    assert workbook(batch).read_bytes() == corrected
    assert phones(workbook(batch, 2)) == ["1", "2"]


def test_its_own_is_written_anew(batch: Batch, read: Docgen) -> None:
    batch.write(BAD)
    read()
    correct(workbook(batch), ["022-80000002"])
    for count in (3, 2):
        batch.write([row(1), *(row(number, phone="1") for number in range(2, 2 + count))])
        read()
        assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]
        assert len(phones(workbook(batch, 2))) == count


def test_of_what_nobody_touched_there_is_one(batch: Batch, read: Docgen) -> None:
    for bad in (BAD, BAD[:2], BAD[:2]):
        batch.write(bad)
        assert "note[" not in str(read())
        assert names(batch) == ["failed-rows.xlsx"]
        assert len(phones(workbook(batch))) == len(bad) - 1
    batch.write(rows(3))
    assert read().code == 0
    assert names(batch) == []
    assert not (batch.output / MEMORY).exists()


def test_what_was_corrected_stays_though_the_roster_is_in_order(batch: Batch, read: Docgen) -> None:
    batch.write(BAD)
    read()
    corrected = correct(workbook(batch), ["022-80000002"])
    read()
    batch.write(rows(3))
    ended = read()
    assert ended.code == 0
    assert (
        "output/shi-2024/failed-rows.xlsx: note[L114] this is not as docgen wrote it, and is left as it is, "
        "though no row of roster.csv is wrong any more; remove it once it is not needed\n" in ended.out + ended.err
    )
    assert names(batch) == ["failed-rows.xlsx"]
    assert workbook(batch).read_bytes() == corrected


def test_where_it_is_not_known_what_docgen_wrote(batch: Batch, read: Docgen) -> None:
    """As after a copy of the folder without what is hidden: a file that says the same is taken for docgen's own."""
    batch.write(BAD)
    read()
    shutil.rmtree(batch.output / ".docgen")
    assert "note[" not in str(read())
    assert names(batch) == ["failed-rows.xlsx"]
    (batch.output / MEMORY).write_text("{torn", encoding="utf-8")
    batch.write(BAD[:2])
    assert "failed-rows.xlsx: note[L114]" in str(read())
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]


def test_a_moved_project_is_known_again(batch: Batch, read: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.write(BAD)
    read()
    elsewhere = batch.project.folder.with_name("elsewhere")
    batch.project.folder.rename(elsewhere)
    monkeypatch.chdir(elsewhere)
    moved = Batch(Project(elsewhere))
    moved.write(BAD[:2])
    assert "note[" not in str(read())
    assert names(moved) == ["failed-rows.xlsx"]


@pytest.mark.parametrize("behind", ["failed-rows.json", "failed-rows.xlsx"])
def test_killed_between_writing_and_remembering(
    batch: Batch, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, behind: str
) -> None:
    batch.write(BAD)
    docgen("units", "check", "--units", "roster.csv")

    def killed(folder: Path, files: dict[str, bytes], obsolete: Sequence[str] = ()) -> None:
        write_all(folder, files, obsolete)
        if behind in files:
            raise SystemExit(9)

    batch.write(BAD[:2])
    with monkeypatch.context() as patch:
        patch.setattr(failed_rows, "write_all", killed)
        with pytest.raises(SystemExit):
            docgen("units", "check", "--units", "roster.csv")
    ended = docgen("units", "check", "--units", "roster.csv")
    assert "note[" not in ended.out
    assert names(batch) == ["failed-rows.xlsx"]
    assert phones(workbook(batch)) == ["1"]


def test_another_place_is_minded_as_well(batch: Batch, docgen: Docgen) -> None:
    check = ("units", "check", "--units", "roster.csv", "--failed", "bad.xlsx")
    bad = batch.project.folder / "bad.xlsx"
    batch.write(BAD)
    docgen(*check)
    batch.write(BAD[:2])
    assert "note[" not in docgen(*check).out
    corrected = correct(bad, ["022-80000002"])
    batch.write(BAD)
    said = json.loads(docgen(*check, "--json").out)
    assert said["failed_rows"] == "bad-2.xlsx"
    assert [(problem["code"], problem["file"]) for problem in said["problems"]] == [("L114", "bad.xlsx")]
    assert bad.read_bytes() == corrected
    assert [path.name for path in batch.output.iterdir()] == [".docgen"]


# ---------------------------------------------------------------- built from the corrected rows


def test_corrected_rows_are_built_and_nothing_misleads(batch: Batch, build: Docgen) -> None:
    batch.write(BAD)
    build()
    half = correct(workbook(batch), ["022-80000002"])
    ended = build(workbook(batch))
    assert "1 row is not in order; correct them in output/shi-2024/failed-rows-2.xlsx" in ended.out
    assert (ended.code, "note[" in ended.err) == (1, False)
    assert workbook(batch).read_bytes() == half
    assert phones(workbook(batch, 2)) == ["2"]
    corrected = correct(workbook(batch), ["022-80000002", "022-80000003"])
    ended = build(workbook(batch))
    assert (ended.code, ended.err) == (0, "")
    assert (
        "  these rows are in order now; correct them in the first roster, too, or they fail there again\n" in ended.out
    )
    assert names(batch) == ["failed-rows.xlsx"]
    assert workbook(batch).read_bytes() == corrected
    assert len(batch.files()) == 3
    batch.assert_complete()


def test_the_roster_as_it_was_takes_nothing_back(batch: Batch, build: Docgen) -> None:
    batch.write(BAD)
    build()
    corrected = correct(workbook(batch), ["022-80000002", "022-80000003"])
    build(workbook(batch))
    before = batch.times()
    ended = build()
    assert ended.code == 1
    assert "2 rows are not in order; correct them in output/shi-2024/failed-rows-2.xlsx" in ended.out
    assert "failed-rows.xlsx: note[L114]" in ended.err
    assert workbook(batch).read_bytes() == corrected
    assert batch.times() == before
    assert build(workbook(batch)).code == 0
    assert batch.times() == before
    assert names(batch) == ["failed-rows.xlsx"]


def test_the_second_workbook_is_corrected_in_turn(batch: Batch, build: Docgen) -> None:
    batch.write(BAD)
    build()
    first = correct(workbook(batch), ["022-80000002"])
    build(workbook(batch))
    second = correct(workbook(batch, 2), ["3"])
    assert build(workbook(batch, 2)).code == 1
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows-3.xlsx", "failed-rows.xlsx"]
    assert (workbook(batch).read_bytes(), workbook(batch, 2).read_bytes()) == (first, second)
    correct(workbook(batch, 2), ["022-80000003"])
    assert build(workbook(batch, 2)).code == 0
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]
    assert len(batch.files()) == 3


def test_rows_that_were_not_handed_in_again_stay_listed(batch: Batch, build: Docgen) -> None:
    """One row alone, corrected in a copy: the workbook of all that failed is still to be worked through."""
    batch.write(BAD)
    build()
    whole = workbook(batch).read_bytes()
    copy = batch.project.folder / "corrected.xlsx"
    shutil.copy(workbook(batch), copy)
    book = openpyxl.load_workbook(copy)
    assert book.active is not None
    book.active.delete_rows(3)
    book.save(copy)
    correct(copy, ["3"])
    assert build(copy).code == 1
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]
    correct(copy, ["022-80000002"])
    assert build(copy).code == 0
    assert names(batch) == ["failed-rows.xlsx"]
    assert workbook(batch).read_bytes() == whole


def test_all_that_failed_handed_in_again_from_elsewhere(batch: Batch, build: Docgen) -> None:
    batch.write(BAD)
    build()
    copy = batch.project.folder / "corrected.xlsx"
    shutil.copy(workbook(batch), copy)
    correct(copy, ["022-80000002"])
    assert build(copy).code == 1
    assert (names(batch), phones(workbook(batch))) == (["failed-rows.xlsx"], ["2"])
    correct(copy, ["022-80000002", "022-80000003"])
    assert build(copy).code == 0
    assert names(batch) == []
    assert len(batch.files()) == 3


def test_a_corrected_name_is_known_by_its_workbook(batch: Batch, build: Docgen) -> None:
    batch.write([row(1), row(2, name="", phone="1")])
    build()
    correct(workbook(batch), ["2"])
    assert build(workbook(batch)).code == 1
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]
    book = openpyxl.load_workbook(workbook(batch))
    assert book.active is not None
    book.active["A2"], book.active["D2"] = "示例第2学校", "022-80000002"
    book.save(workbook(batch))
    assert build(workbook(batch)).code == 0
    assert names(batch) == ["failed-rows.xlsx"]


RARE = "\U000323af"  # of Unicode 15; no font has it


def failed_cells(path: Path) -> list[tuple[str, ...]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [tuple(str(cell or "") for cell in cells) for cells in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_units_that_cannot_be_made_are_among_the_rows_to_correct(batch: Batch, docgen: Docgen, jobs: str) -> None:
    """As typed, in the order of the roster, with the reason; corrected, they join the others."""
    batch.write([row(1, address=f"{RARE}路"), row(2), row(3, phone="1"), row(4, contact=f"某{RARE}")])

    def build(roster: str) -> Ended:
        return docgen("build", "--format", "pdf", "--jobs", jobs, "--units", roster)

    ended = build("roster.csv")
    assert ended.code == 5
    assert "3 units: 1 made, 0 unchanged, 2 failed" in ended.out
    assert "3 rows are not in order; correct them in output/shi-2024/failed-rows.xlsx" in ended.out
    found = failed_cells(workbook(batch))
    assert [one[0] for one in found] == ["示例第1学校", "示例第3学校", "示例第4学校"]
    assert [one[len(HEADER)] for one in found] == ["2", "4", "5"]
    assert found[0][: len(HEADER)] == row(1, address=f"{RARE}路")
    assert all(RARE in one[len(HEADER) + 1] and one[0] not in one[len(HEADER) + 1] for one in (found[0], found[2]))

    again = build("roster.csv")
    assert (again.code, names(batch)) == (5, ["failed-rows.xlsx"])

    book = openpyxl.load_workbook(workbook(batch))
    sheet = book.active
    assert sheet is not None
    sheet.cell(2, HEADER.index("通讯地址") + 1).value = "示例路"
    sheet.cell(3, HEADER.index("联系电话") + 1).value = "022-80000003"
    book.save(workbook(batch))
    assert build(str(workbook(batch))).code == 5
    assert names(batch) == ["failed-rows-2.xlsx", "failed-rows.xlsx"]
    assert [one[0] for one in failed_cells(workbook(batch, 2))] == ["示例第4学校"]


def test_a_leak_is_among_the_rows_to_correct(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.write(rows(3))
    with monkeypatch.context() as patch:
        owner = LeakCheck.owner_of_leak
        patch.setattr(
            LeakCheck,
            "owner_of_leak",
            lambda self, at, format, number, unit: 0 if number == 1 else owner(self, at, format, number, unit),
        )
        assert build().code == 70
    found = failed_cells(workbook(batch))
    assert [(one[0], one[len(HEADER)]) for one in found] == [("示例第2学校", "3")]
    assert "a value of SL00001 stood in the file of SL00002" in found[0][len(HEADER) + 1]
    assert build().code == 0
    assert names(batch) == []


def test_a_roster_saved_meanwhile_is_not_taken_for_the_one_that_was_read(
    batch: Batch, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows may be others."""
    batch.write([row(1), row(2, contact=RARE)])
    finish = _Batch._finish

    def saved(self: _Batch, *about: Any) -> Any:
        batch.write([row(9), row(8), row(7)])
        return finish(self, *about)

    monkeypatch.setattr(_Batch, "_finish", saved)
    ended = docgen("build", "--format", "pdf", "--jobs", "1", "--units", "roster.csv")
    assert ended.code == 5
    assert "roster.csv: warning[W934] this was changed while the units' files were made" in ended.err
    assert names(batch) == []


def test_a_check_does_not_remove_the_rows_of_units_that_could_not_be_made(batch: Batch, docgen: Docgen) -> None:
    """It cannot tell whether they could be now; the next build can."""
    batch.write([row(1), row(2, contact=RARE)])
    build = ("build", "--format", "pdf", "--jobs", "1", "--units", "roster.csv")
    assert docgen(*build).code == 5
    before = workbook(batch).read_bytes()
    assert docgen("units", "check", "--units", "roster.csv").code == 0
    assert (names(batch), workbook(batch).read_bytes()) == (["failed-rows.xlsx"], before)
    batch.write([row(1, phone="1"), row(2, contact=RARE)])
    assert docgen("units", "check", "--units", "roster.csv").code == 1
    assert (names(batch), workbook(batch).read_bytes()) == (["failed-rows-2.xlsx", "failed-rows.xlsx"], before)
    batch.write(rows(2))
    assert docgen(*build).code == 0
    assert names(batch) == []
