"""A batch in which nothing can have changed: the roster is not even read. Whatever may have changed, it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import Batch, row, rows
from small_project import CAMPAIGN, Ended

from docgen.workflow.batch import build as building

Docgen = Callable[..., Ended]


@pytest.fixture
def build(docgen: Docgen) -> Docgen:
    return lambda *more: docgen("build", "--units", "roster.csv", "--jobs", "1", "--format", "docx", *more)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of rosters, as they are opened."""
    opened: list[str] = []
    whole = building.open_roster

    def spied(path: Path, *arguments: object) -> object:
        opened.append(path.name)
        return whole(path, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "open_roster", spied)
    return opened


def test_the_roster_is_not_read_again(batch: Batch, build: Docgen, read: list[str]) -> None:
    batch.write(rows(3))
    build()
    before, times = batch.files(), batch.times()
    ended = build()
    assert read == ["roster.csv"]
    assert (ended.code, ended.err) == (0, "")
    assert "  3 units: 0 made, 3 unchanged" in ended.out
    assert (batch.files(), batch.times()) == (before, times)
    batch.assert_complete()


def form(batch: Batch) -> Path:
    return batch.units / "示例第1学校/附件 推荐表.docx"


CHANGES: dict[str, Callable[[Batch], object]] = {
    "a value in the roster": lambda batch: batch.write([row(1, phone="022-90000001"), *rows(3)[1:]]),
    "a unit more": lambda batch: batch.write(rows(4)),
    "the campaign": lambda batch: batch.project.write("data/shi/2024.yaml", CAMPAIGN.replace("市人社局", "市人社厅")),
    "a file is gone": lambda batch: form(batch).unlink(),
    "a file is another": lambda batch: form(batch).write_bytes(b"PK"),
    "a file was touched": lambda batch: os.utime(form(batch)),
    "a folder is gone": lambda batch: shutil.rmtree(form(batch).parent),
    "all folders are gone": lambda batch: shutil.rmtree(batch.units),
    "a file more": lambda batch: (form(batch).parent / "扫描件.pdf").write_bytes(b"%PDF"),
    "the manifest is gone": lambda batch: (batch.output / "manifest.json").unlink(),
    "the records are gone": lambda batch: (batch.output / ".docgen/units.jsonl").unlink(),
    "a journal is left": lambda batch: (batch.output / ".docgen/journal-1-1-0.jsonl").write_bytes(b"{"),
    "what was known is torn": lambda batch: (batch.output / ".docgen/settled.json").write_text("{"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_may_have_changed_is_looked_at(batch: Batch, build: Docgen, read: list[str], change: str) -> None:
    batch.write(rows(3))
    build()
    CHANGES[change](batch)
    assert build().code == 0
    assert read == ["roster.csv"] * 2
    if change != "a file more":
        batch.assert_complete()
    build()
    assert read == ["roster.csv"] * 2


@pytest.mark.parametrize("more", [("--force",), ("--format", "docx,pdf"), ("--zip", "unit"), ("--zip", "all")])
def test_another_wish_is_another_matter(batch: Batch, build: Docgen, read: list[str], more: tuple[str, ...]) -> None:
    batch.write(rows(2))
    build()
    assert build(*more).code == 0
    assert read == ["roster.csv"] * 2


def test_a_lost_archive_is_noticed(batch: Batch, build: Docgen) -> None:
    batch.write(rows(2))
    build("--zip", "all")
    (batch.output / "units.zip").unlink()
    build("--zip", "all")
    assert (batch.output / "units.zip").is_file()


def test_what_is_wrong_is_told_every_time(batch: Batch, build: Docgen, read: list[str]) -> None:
    batch.write([*rows(2), row(3, phone="1")])
    first, second = build(), build()
    assert first.code == second.code == 1
    assert second.err == first.err
    assert read == ["roster.csv"] * 2
