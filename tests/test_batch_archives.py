"""``--zip``: archives that every Windows opens, with a list of what is in them, the same for the same files."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import Batch, lay_out, row, rows
from small_project import Ended, Project

from docgen.workflow.batch import archive
from docgen.workflow.batch.archive import ArchiveWriter

Docgen = Callable[..., Ended]


@pytest.fixture
def batch(project: Project) -> Batch:
    batch = lay_out(project)
    batch.write(rows(3))
    return batch


@pytest.fixture
def build(docgen: Docgen) -> Docgen:
    return lambda *more: docgen("build", "--units", "roster.csv", "--format", "docx", "--jobs", "1", *more)


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        assert opened.testzip() is None
        assert all(entry.flag_bits & 0x800 for entry in opened.infolist())
        return {name: opened.read(name) for name in opened.namelist()}


def test_one_for_each_unit(batch: Batch, build: Docgen) -> None:
    assert build("--zip", "unit").code == 0
    for number in (1, 2, 3):
        found = contents(batch.units / f"示例第{number}学校.zip")
        form = batch.units / f"示例第{number}学校/附件 推荐表.docx"
        assert found.keys() == {"附件 推荐表.docx", "文件清单.txt"}
        assert found["附件 推荐表.docx"] == form.read_bytes()
        listed = found["文件清单.txt"].decode("utf-8-sig")
        assert f"示例第{number}学校" in listed
        assert "1. 附件 推荐表.docx" in listed
    batch.assert_complete()
    archives = [file for file in batch.entries() if file["kind"] == "archive"]
    assert [(file["unit"], file["format"], file["annex"]) for file in archives[:1]] == [("SL00001", "zip", None)]


def test_one_for_all(batch: Batch, build: Docgen) -> None:
    ended = build("--zip", "all")
    assert "packed in output/shi-2024/units.zip" in ended.out
    found = contents(batch.output / "units.zip")
    assert found.keys() == {"文件清单.txt", *(f"示例第{number}学校/附件 推荐表.docx" for number in (1, 2, 3))}
    assert "共 3 个文件" in found["文件清单.txt"].decode("utf-8-sig")
    assert [file["path"] for file in batch.entries()][-1] == "units.zip"
    batch.assert_complete()


@pytest.mark.parametrize("kind", ["unit", "all"])
def test_packed_once(batch: Batch, build: Docgen, kind: str) -> None:
    build("--zip", kind)
    before = {path: path.stat().st_mtime_ns for path in batch.output.rglob("*.zip")}
    build("--zip", kind)
    build()
    assert {path: path.stat().st_mtime_ns for path in batch.output.rglob("*.zip")} == before
    batch.assert_complete()


@pytest.mark.parametrize("kind", ["unit", "all"])
def test_packed_later(batch: Batch, build: Docgen, kind: str) -> None:
    build()
    before = batch.times()
    build("--zip", kind)
    assert batch.times().items() >= before.items()
    assert list(batch.output.rglob("*.zip"))
    batch.assert_complete()


@pytest.mark.parametrize("kind", ["unit", "all"])
def test_the_same_bytes(batch: Batch, build: Docgen, kind: str) -> None:
    build("--zip", kind)
    first = {path.name: path.read_bytes() for path in batch.output.rglob("*.zip")}
    build("--zip", kind, "--force")
    assert {path.name: path.read_bytes() for path in batch.output.rglob("*.zip")} == first


def test_what_cannot_be_packed_is_said(batch: Batch, docgen: Docgen) -> None:
    assert "units' files are made as docx and pdf" in docgen("build", "--zip", "all", "--format", "txt").err
    ended = docgen("build", "--zip", "all")
    assert (ended.code, batch.units.exists()) == (2, False)
    assert "name their roster by --units" in ended.err
    batch.write(rows(3), name="data/shi/2024.units.csv")
    batch.project.write("data/shi/2024.yaml", f"{batch.project.campaign.read_text()}units: 2024.units.csv\n")
    assert docgen("build", "--zip", "all", "--format", "docx").code == 0
    assert docgen("build", "--format", "txt").code == 0  # its own roster may wait


def test_what_no_longer_fits_goes(batch: Batch, build: Docgen) -> None:
    build("--zip", "unit")
    build("--zip", "all")
    batch.write([row(1), row(2, phone="022-99999999"), row(3)])
    build()
    assert sorted(path.name for path in batch.output.rglob("*.zip")) == ["示例第1学校.zip", "示例第3学校.zip"]
    batch.assert_complete()
    build("--zip", "all")
    batch.write([row(1)])
    build("--zip", "all")
    assert contents(batch.output / "units.zip").keys() == {"文件清单.txt", "示例第1学校/附件 推荐表.docx"}
    assert sorted(path.name for path in batch.output.rglob("*.zip")) == ["units.zip", "示例第1学校.zip"]


def test_a_lost_archive_is_packed_again(batch: Batch, build: Docgen) -> None:
    build("--zip", "all")
    first = (batch.output / "units.zip").read_bytes()
    (batch.output / "units.zip").unlink()
    build("--zip", "all")
    assert (batch.output / "units.zip").read_bytes() == first


# ---------------------------------------------------------------- the writer


def test_very_many_files(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "x.zip", 1_600_000_000) as writer:
        for number in range(66_000):
            writer.add(f"单位{number}", b"")
    with zipfile.ZipFile(tmp_path / "x.zip") as opened:
        assert len(opened.namelist()) == 66_000
        assert opened.infolist()[-1].date_time == (2020, 9, 13, 12, 26, 40)


def test_very_large_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 4 GB offsets stand in the longer fields; here beyond 100 bytes."""
    monkeypatch.setattr(archive, "_MOST_OFFSET", 100)
    with ArchiveWriter(tmp_path / "x.zip", 0) as writer:
        for number in range(9):
            writer.add(f"{number}.txt", str(number).encode() * 50)
    data = (tmp_path / "x.zip").read_bytes()
    assert struct.pack("<4s", b"PK\x06\x06") in data
    with zipfile.ZipFile(tmp_path / "x.zip") as opened:
        assert opened.testzip() is None
        assert opened.read("8.txt") == b"8" * 50
        assert opened.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_nothing_is_finished_if_something_goes_wrong(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), ArchiveWriter(tmp_path / "x.zip", 0) as writer:
        writer.add_file("a", tmp_path / "missing")
    assert not zipfile.is_zipfile(tmp_path / "x.zip")
