"""``docgen build --units``: every unit its files, made once, listed truly."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from batches import HEADER, Batch, row, rows, text
from small_project import CAMPAIGN, Ended

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.workflow.batch.hands import jobs_that_pay
from docgen.workflow.batch.plan import SECONDS
from docgen.workflow.batch.press import Press
from docgen.workflow.batch.workshop import Workshop

Docgen = Callable[..., Ended]


@pytest.fixture
def build(docgen: Docgen) -> Docgen:
    """``build("--force")``: the DOCX for the roster, in this process."""

    def run(*more: str) -> Ended:
        formats = () if "--format" in more else ("--format", "docx")
        return docgen("build", "--units", "roster.csv", "--jobs", "1", *formats, *more)

    return run


def test_every_unit_has_its_form(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    ended = build()
    assert (ended.code, ended.err) == (0, "")
    assert "  3 units: 3 made, 0 unchanged" in ended.out
    assert set(batch.files()) == {f"units/示例第{number}学校/附件 推荐表.docx" for number in (1, 2, 3)}
    for number in (1, 2, 3):
        said = text(batch.units / f"示例第{number}学校/附件 推荐表.docx")
        assert all(value in said for value in (f"示例第{number}学校", f"022-8{number:07}", f"示例路{number}00号"))
    assert "示例第" not in text(batch.output / "附件 推荐表.docx")


def test_both_formats(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    assert build("--format", "docx,pdf").code == 0
    assert {Path(path).suffix for path in batch.files()} == {".docx", ".pdf"}
    batch.assert_complete()
    assert [(file["format"], file["pages"]) for file in batch.entries()][:2] == [("docx", None), ("pdf", 1)]


def test_manifest(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    batch.assert_complete()
    found = batch.manifest()
    assert found["leak_check"] == {"files": 3, "values": 15, "leaks": []}
    assert found["roster"]["path"] == "roster.csv"
    assert "roster.csv" not in found["inputs"]
    for number, file in enumerate(batch.entries(), start=1):
        assert (file["unit"], file["kind"], file["annex"]) == (f"SL{number:05}", "annex", 1)
        assert file["key"]
    assert "key" not in found["files"][0]
    assert len({file["key"] for file in batch.entries()}) == 3


def test_nothing_is_made_twice(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    before = batch.times(), (batch.output / "manifest.json").stat().st_mtime_ns
    ended = build()
    assert "  3 units: 0 made, 3 unchanged" in ended.out
    assert (batch.times(), (batch.output / "manifest.json").stat().st_mtime_ns) == before


def test_one_changed_row_makes_one_unit(batch: Batch, build: Docgen) -> None:
    batch.write(rows(4))
    build()
    before = batch.times()
    batch.write([row(1), row(2, phone="022-99999999"), row(3), row(4)])
    ended = build("--explain")
    assert "  4 units: 1 made, 3 unchanged" in ended.out
    assert "1 files made because the unit's row has changed" in ended.out
    changed = {path for path, time in batch.times().items() if time != before[path]}
    assert changed == {"units/示例第2学校/附件 推荐表.docx"}
    assert "022-99999999" in text(batch.units / "示例第2学校/附件 推荐表.docx")
    batch.assert_complete()


def test_rows_may_move(batch: Batch, build: Docgen) -> None:
    batch.write(rows(4))
    build()
    before = batch.times()
    batch.write(list(reversed(rows(4))))
    assert "  4 units: 0 made, 4 unchanged" in build().out
    assert batch.times() == before
    batch.assert_complete()


def test_force_makes_all(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    before = batch.times()
    assert "  3 units: 3 made" in build("--force").out
    assert all(time != before[path] for path, time in batch.times().items())


def test_a_unit_that_left_takes_its_files_along(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    kept = batch.units / "示例第3学校" / "附件 推荐表.docx"
    kept.write_bytes(b"PK, filled in by somebody")
    own = batch.units / "示例第2学校" / "notes.txt"
    own.write_text("mine", encoding="utf-8")
    batch.write([row(1)])
    ended = build()
    assert "  1 file is out of date and removed" in ended.out
    assert own.is_file()
    assert kept.is_file()
    assert not (batch.units / "示例第2学校/附件 推荐表.docx").exists()
    assert [file["unit"] for file in batch.entries()] == ["SL00001"]


def test_empty_folders_go(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    batch.write([row(1)])
    build()
    assert [path.name for path in batch.units.iterdir()] == ["示例第1学校"]


def test_a_unit_that_is_renamed_moves(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    batch.write([row(1, name="示例改名学校"), row(2)])
    build()
    assert sorted(path.name for path in batch.units.iterdir()) == ["示例改名学校", "示例第2学校"]
    batch.assert_complete()


def test_bad_rows_hold_nobody_up(batch: Batch, build: Docgen) -> None:
    batch.write([row(1), row(2, phone="12"), row(3)])
    ended = build()
    assert ended.code == Exit.FINDINGS
    assert "roster.csv:3" in ended.err
    assert "failed-rows.xlsx" in ended.out
    assert (batch.output / "failed-rows.xlsx").is_file()
    assert sorted(path.name for path in batch.units.iterdir()) == ["示例第1学校", "示例第3学校"]
    batch.assert_complete()
    batch.write(rows(3))
    assert build().code == 0
    assert not (batch.output / "failed-rows.xlsx").exists()


def test_the_last_lines_count_units_beside_campaigns(batch: Batch, build: Docgen, docgen: Docgen) -> None:
    """So that "0 made, 1 unchanged" is not taken for the units."""
    batch.write([row(1), row(2), row(3, phone="12")])
    build()
    batch.write([row(1), row(2, contact="另一人"), row(3, phone="12")])
    assert build().out.splitlines()[-2:] == [
        "campaigns: 0 made, 1 unchanged, 0 failed",
        "units: 1 made, 1 unchanged, 1 failed",
    ]
    assert docgen("build", "--format", "docx").out.splitlines()[-1] == "0 made, 1 unchanged, 0 failed"


def test_a_row_gone_bad_keeps_what_it_had(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    before = batch.times()
    batch.write([row(1), row(2, phone="12"), row(3)])
    assert build().code == Exit.FINDINGS
    assert batch.times() == before
    batch.assert_complete()


def break_unit(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    whole = Press._rendered

    def rendered(self: Press, number: int, format: str, unit: Any) -> Any:
        if unit.name == name:
            raise error
        return whole(self, number, format, unit)

    monkeypatch.setattr(Press, "_rendered", rendered)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (DocgenError(Problem("T207", "cannot be printed"), Exit.TEMPLATE), 4, "cannot be printed"),
        (ZeroDivisionError("oh"), 70, "a bug in docgen: ZeroDivisionError('oh')"),
    ],
)
def test_one_unit_that_fails_does_not_stop_the_others(
    batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int, said: str
) -> None:
    batch.write(rows(3))
    with monkeypatch.context() as patch:
        break_unit(patch, "示例第2学校", error)
        ended = build()
    assert ended.code == code
    assert "  3 units: 2 made, 0 unchanged, 1 failed" in ended.out
    assert f"示例第2学校: {said}" in ended.err
    assert "roster.csv, row 3" in ended.err
    assert sorted(path.name for path in batch.units.iterdir()) == ["示例第1学校", "示例第3学校"]
    assert batch.manifest()["complete"] is False
    batch.assert_true()
    assert "  3 units: 1 made, 2 unchanged" in build().out
    batch.assert_complete()


def test_corrected_rows_join_the_others(batch: Batch, build: Docgen) -> None:
    """As docgen asks for it: failed-rows.xlsx corrected and used as the roster."""
    batch.write([row(1), row(2, phone="1"), row(3)])
    assert build().code == 1
    before = batch.times()
    failed = openpyxl.load_workbook(batch.output / "failed-rows.xlsx")
    sheet = failed.active
    assert sheet is not None
    sheet.cell(2, HEADER.index("联系电话") + 1).value = "022-80000002"
    failed.save(batch.output / "failed-rows.xlsx")
    done = build("--units", str(batch.output / "failed-rows.xlsx"))
    assert (done.code, done.err) == (0, "")
    assert len({path.split("/")[1] for path in batch.files()}) == 3
    assert before.items() <= batch.times().items()
    batch.assert_complete()


def test_a_unit_that_fails_keeps_its_older_file(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    batch.write(rows(2))
    build()
    before = batch.files()
    batch.write([row(1), row(2, phone="022-99999999")])
    with monkeypatch.context() as patch:
        break_unit(patch, "示例第2学校", ZeroDivisionError())
        assert build().code == 70
    assert batch.files() == before
    batch.assert_true()
    assert {file["path"] for file in batch.entries()} == set(before)


def test_formats_add_up(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    before = batch.times()
    build("--format", "docx,pdf")
    after = batch.times()
    assert len(after) == 4
    assert {path: after[path] for path in before} == before
    assert "  2 units: 0 made, 2 unchanged" in build().out
    assert len(batch.entries()) == 4
    batch.assert_complete()


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_of_formats_not_asked_for_what_is_true_stays(batch: Batch, build: Docgen, force: tuple[str, ...]) -> None:
    batch.write(rows(3))
    build("--format", "docx,pdf")
    before = batch.times()
    batch.write([row(1), row(2, phone="022-99999999"), row(3)])
    ended = build("--format", "docx", *force)
    assert ended.code == 0
    assert "  1 file is out of date and removed" in ended.out
    assert not (batch.units / "示例第2学校/附件 推荐表.pdf").exists()
    after = batch.times()
    for number in (1, 3):
        path = f"units/示例第{number}学校/附件 推荐表.pdf"
        assert after[path] == before[path]
    batch.assert_complete()
    assert [file["format"] for file in batch.entries()] == ["docx", "pdf", "docx", "docx", "pdf"]
    assert {path.name for path in batch.output.glob("*.pdf")} == {"通知.pdf", "附件 推荐表.pdf"}


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_of_formats_not_asked_for_nothing_stays_once_the_campaign_says_otherwise(
    batch: Batch, build: Docgen, force: tuple[str, ...]
) -> None:
    batch.write(rows(2))
    build("--format", "docx,pdf")
    batch.project.change("通讯地址", "通信地址", "templates/annexes/tui/form.yaml")
    assert "  2 files are out of date and removed" in build("--format", "docx", *force).out
    assert {Path(path).suffix for path in batch.files()} == {".docx"}
    assert not [*batch.output.glob("*.pdf")]
    batch.assert_complete()


def test_another_form_makes_all_and_other_words_none(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    batch.project.change("现就有关事项通知如下", "现就下列事项通知如下")
    assert "  2 units: 0 made, 2 unchanged" in build().out
    batch.assert_complete()
    batch.project.change("通讯地址", "通信地址", "templates/annexes/tui/form.yaml")
    ended = build("--explain")
    assert "  2 units: 2 made, 0 unchanged" in ended.out
    assert "2 files made because form, look, campaign or docgen have changed" in ended.out


def test_another_title_leaves_no_old_files(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    batch.project.change("title: 推荐表", "title: 申请表", "templates/annexes/tui/form.yaml")
    build()
    assert {Path(path).name for path in batch.files()} == {"附件 申请表.docx"}
    batch.assert_complete()


def test_a_file_changed_by_hand_is_made_again(batch: Batch, build: Docgen) -> None:
    batch.write(rows(3))
    build()
    good = batch.files()
    (batch.units / "示例第1学校/附件 推荐表.docx").write_bytes(b"x")
    (batch.units / "示例第2学校/附件 推荐表.docx").unlink()
    assert "  3 units: 2 made, 1 unchanged" in build().out
    assert batch.files() == good


def test_a_copied_folder_counts(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    for path in batch.units.rglob("*.docx"):
        os.utime(path, (1, 1))
    assert "  2 units: 0 made, 2 unchanged" in build().out


@pytest.mark.parametrize("lost", [".docgen/units.jsonl", "manifest.json"])
def test_the_manifest_or_the_record_is_enough(batch: Batch, build: Docgen, lost: str) -> None:
    batch.write(rows(2))
    build()
    (batch.output / lost).unlink()
    assert "  2 units: 0 made, 2 unchanged" in build().out
    batch.assert_complete()


def test_a_forged_record_removes_nothing_elsewhere(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build()
    record = batch.output / ".docgen/units.jsonl"
    precious = batch.project.folder / "precious.docx"
    (batch.units / "示例第2学校/附件 推荐表.docx").rename(precious)
    forged = record.read_text(encoding="utf-8").replace("units/示例第2学校/附件 推荐表.docx", "../../precious.docx")
    record.write_text(forged, encoding="utf-8")
    batch.write([row(1)])
    build()
    assert precious.is_file()


def test_a_unit_may_have_its_own_notice(batch: Batch, build: Docgen) -> None:
    header = (*HEADER, "issuer.name", "deadlines.submission.date")
    batch.write([(*row(1), "示例省人力资源和社会保障厅", "2024-05-07"), (*row(2), "", "")], header)
    ended = build("--format", "docx")
    assert (ended.code, ended.err) == (0, "")
    assert set(batch.files()) == {
        "units/示例第1学校/通知.docx",
        "units/示例第1学校/附件 推荐表.docx",
        "units/示例第2学校/附件 推荐表.docx",
    }
    said = text(batch.units / "示例第1学校/通知.docx")
    assert "示例省人力资源和社会保障厅" in said
    assert "请于5月7日（星期二）前报送" in said
    assert "示例第1学校" not in said  # its forms are blank, as they are published
    assert "示例第1学校" in text(batch.units / "示例第1学校/附件 推荐表.docx")
    assert [file["kind"] for file in batch.entries()] == ["notice", "annex", "annex"]
    batch.assert_complete()
    assert "  2 units: 0 made, 2 unchanged" in build("--format", "docx").out


def test_fields_may_be_given(batch: Batch, build: Docgen) -> None:
    batch.write([(*row(1), "条件成熟")], (*HEADER, "form.situation"))
    build()
    assert "条件成熟" in text(batch.units / "示例第1学校/附件 推荐表.docx")


# ---------------------------------------------------------------- the command


def test_the_campaign_names_its_roster(batch: Batch, docgen: Docgen) -> None:
    batch.write(rows(2), name="data/shi/units.csv")
    batch.project.change("issued: 2024-03-11", "issued: 2024-03-11\nunits: units.csv")
    assert "  2 units: 2 made" in docgen("build", "--format", "docx").out
    assert len(batch.files()) == 2


def test_without_the_roster_its_files_stay_listed(batch: Batch, build: Docgen, docgen: Docgen) -> None:
    batch.write(rows(2))
    build()
    docgen("build", "--format", "docx", "--force")
    batch.assert_complete()
    assert len(batch.entries()) == 2


def test_text_alone_is_for_no_unit(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    ended = build("--format", "txt")
    assert (ended.code, batch.units.exists()) == (Exit.USAGE, False)
    assert "units' files are made as docx and pdf" in ended.err


def test_a_roster_goes_with_one_campaign(batch: Batch, docgen: Docgen) -> None:
    batch.write(rows(2))
    batch.project.write("data/other/2025.yaml", CAMPAIGN.replace("shi-2024", "other-2025"))
    ended = docgen("build", "--units", "roster.csv")
    assert ended.code == Exit.USAGE
    assert "--units FILE goes with one campaign" in ended.err


def test_a_campaign_without_forms(batch: Batch, build: Docgen) -> None:
    """Nothing is made for its units, which is said each time; a row may still have a notice of its own."""
    before, _annexes, after = CAMPAIGN.partition("annexes:\n  - {id: form, form: tui}\n")
    batch.project.write("data/shi/2024.yaml", before + after.replace("{{ annexes.form.title | title_mark }}", "材料"))
    batch.write(rows(2))
    for _again in range(2):
        ended = build()
        assert (ended.code, batch.units.exists()) == (0, False)
        assert "roster.csv: warning[W933] nothing is made for the units: the campaign has no form" in ended.err
    batch.write([(*row(1), "示人社函〔2024〕9号")], header=(*HEADER, "number"))
    assert "W933" not in build().err
    assert [path.name for path in batch.units.rglob("*.docx")] == ["通知.docx"]


def test_no_roster_at_all(batch: Batch, build: Docgen) -> None:
    ended = build()
    assert ended.code == Exit.CAMPAIGN
    assert "roster.csv" in ended.err
    assert (batch.output / "通知.docx").is_file()


def test_json(batch: Batch, build: Docgen) -> None:
    batch.write([row(1), row(2, phone="12")])
    ended = build("--json")
    assert ended.err == ""
    told = json.loads(ended.out)["campaigns"][0]
    assert told["exit_code"] == 1
    units = told["units"]
    assert (units["units"], units["bad_rows"], units["made"], units["files"]) == (1, 1, 1, 1)
    assert units["failed_rows"].endswith("failed-rows.xlsx")
    assert [problem["line"] for problem in told["problems"]] == [3]


def test_quiet(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    ended = build("--quiet")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_lines_where_nobody_watches(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.cli import build_progress

    monkeypatch.setattr(build_progress, "EVERY", 0.0)
    batch.write(rows(3))
    said = build().out
    assert "shi-2024: 1 of 3 files of units" in said
    assert "shi-2024: 3 of 3 files of units" in said
    assert "0:00:00 left" in said


def test_a_bar_on_a_terminal(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    batch.write(rows(3))
    ended = build()
    assert "3/3" in ended.err
    assert "files of units" not in ended.out


# ---------------------------------------------------------------- how many processes


@pytest.mark.parametrize(
    ("forms", "format", "cores", "jobs"),
    [(300, "pdf", 4, 1), (3000, "pdf", 4, 4), (3000, "pdf", 2, 2), (300, "docx", 4, 1), (100_000, "docx", 8, 3)],
)
def test_as_many_processes_as_pay(forms: int, format: str, cores: int, jobs: int) -> None:
    assert jobs_that_pay(forms * SECONDS[format], cores, format == "pdf") == jobs


def test_as_many_cores_as_jobs(batch: Batch, build: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is told to be one of N sets its pages in one thread, unless somebody has decided otherwise."""
    batch.write(rows(1))
    monkeypatch.delenv("RAYON_NUM_THREADS", raising=False)
    assert build("--format", "pdf").code == 0
    assert os.environ["RAYON_NUM_THREADS"] == "1"
    monkeypatch.setenv("RAYON_NUM_THREADS", "3")
    assert build("--format", "pdf", "--force").code == 0
    assert os.environ["RAYON_NUM_THREADS"] == "3"


def test_on_several_cores_the_files_are_the_same(batch: Batch, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next units' pages are begun with while these are finished; with one core, one after the other."""
    monkeypatch.setenv("RAYON_NUM_THREADS", "2")
    monkeypatch.setattr("docgen.workflow.batch.build.cores", lambda: 2)
    batch.write([*rows(40), row(41, phone="1")])
    command = ("build", "--units", "roster.csv", "--format", "pdf", "--force")
    steps: list[str] = []
    begin, make = Press.begin, Workshop.make
    monkeypatch.setattr(Press, "begin", lambda self, jobs: (steps.append("begin"), begin(self, jobs))[1])
    monkeypatch.setattr(Workshop, "make", lambda self, job: (steps.append("make"), make(self, job))[1])
    docgen(*command)
    files = batch.files()
    assert steps[:3] == ["begin", "begin", "make"]
    steps.clear()
    docgen(*command, "--jobs", "1")
    assert steps[:3] == ["begin", "make", "make"]
    assert batch.files() == files
    assert len(files) == 40
