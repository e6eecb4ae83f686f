"""Bad input ends with a letter of its own (place, what is there, what would do), never with a traceback.

Whatever happens, what an earlier build made stays as it was.
"""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
from docx import Document
from small_project import CAMPAIGN, Ended, Project, command, in_a_process, interrupt, started

Docgen = Callable[..., Ended]


@pytest.fixture
def built(project: Project, docgen: Docgen) -> Project:
    """The project after a good build."""
    assert docgen("build", "--quiet") == Ended(0, "", "")
    return project


@dataclass(frozen=True)
class Bad:
    """``old`` becomes ``new``; the build ends with ``code`` and says ``says`` of ``place`` in the campaign."""

    old: str
    new: str
    code: int
    place: str
    says: str


TITLE = "title: 关于做好{{ year }}年推荐工作的通知"
FIRST = "  现就有关事项通知如下："

BAD = {
    "not YAML": Bad("addressees: [", "addressees: ]", 3, "7:13", "C180"),
    "unknown key": Bad("year: 2024", "yaer: 2024", 3, "2:1", "did you mean year?"),
    "wrong type": Bad("deadlines:\n", "deadlines: soon\nfacts:\n", 3, "8:12", "soon"),
    "impossible date": Bad("date: 2024-04-19", "date: 2024-02-30", 3, "9:22", "2024-02-29"),
    "duplicate key": Bad("year: 2024", "year: 2024\nyear: 2025", 3, "3:1", "C182"),
    "unknown form": Bad("form: tui", "form: tiu", 4, "11:22", "did you mean tui?"),
    "unknown look": Bad("year: 2024", "year: 2024\nlook: gbt9705", 4, "3:7", "did you mean gbt9704?"),
    "unknown name": Bad("{{ deadlines.submission", "{{ deadlines.submision", 4, "17:8", "did you mean submission?"),
    "unknown filter": Bad("| day_weekday", "| day_weekdays", 4, "17:31", "did you mean day_weekday?"),
    "reaching for Python": Bad(FIRST, "  {{ ''.__class__ }}", 4, "13:9", "__class__"),
    "calling Python": Bad(FIRST, "  {{ title.upper() }}", 4, "13:12", "nothing can be called"),
    "unclosed braces": Bad(FIRST, "  {{ year 现就有关事项通知如下：", 4, "13:3", '"{{" is not closed'),
    "full-width braces": Bad(FIRST, "  ｛｛ year ｝｝", 4, "13:3", "half-width"),
    "control character": Bad("title: 关", "title: \x01关", 3, "5:8", "U+0001"),
    "hidden control character": Bad(TITLE, 'title: "关于\\x01通知"', 3, "5:8", "U+0001"),
    "emoji": Bad(FIRST, "  现就有关事项😀通知如下：", 5, "13:9", "no font has the characters 😀 (U+1F600)"),
    "emoji in the title": Bad(TITLE, "title: 关于推荐😀的通知", 5, "5:12", "no font has the characters 😀 (U+1F600)"),
    "a title of 200 characters": Bad(TITLE, f"title: {'长' * 200}", 3, "5:8", "120"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_campaigns(built: Project, docgen: Docgen, bad: Bad) -> None:
    before = built.tree()
    built.change(bad.old, bad.new)
    ended = docgen("build")
    assert ended.code == bad.code
    letter = next(line for line in ended.err.splitlines() if f"data/shi/2024.yaml:{bad.place}: error[" in line)
    assert bad.says in letter
    assert "Traceback" not in ended.err
    assert built.tree() == before


def test_all_faults_at_once(built: Project, docgen: Docgen) -> None:
    built.change("year: 2024", "yaer: 2024")
    built.change("2024-04-19", "2024-04-31")
    ended = docgen("build")
    assert len(re.findall(r"data/shi/2024\.yaml:\d+:\d+: error", ended.err)) >= 2


def test_a_missing_file(built: Project, docgen: Docgen) -> None:
    ended = docgen("build", "data/shi/2042.yaml")
    assert ended.code == 3
    assert "data/shi/2042.yaml: error[C160] there is no such file; did you mean 2024.yaml?" in ended.err


def test_a_folder(built: Project, docgen: Docgen) -> None:
    ended = docgen("build", "data/shi")
    assert ended.code == 3
    assert "data/shi: error[C161] this is a folder" in ended.err


def test_an_empty_file(built: Project, docgen: Docgen) -> None:
    before = built.tree()
    built.campaign.write_text("", encoding="utf-8")
    ended = docgen("build")
    assert ended.code == 3
    assert "data/shi/2024.yaml" in ended.err
    assert "C165" in ended.err
    assert built.tree() == before


def test_not_utf8(built: Project, docgen: Docgen) -> None:
    before = built.tree()
    built.campaign.write_bytes(CAMPAIGN.encode("gb18030"))
    ended = docgen("build")
    assert ended.code == 3
    assert "data/shi/2024.yaml:3: error[C164] the file is not UTF-8; it looks like GB18030 (GBK)" in ended.err
    assert built.tree() == before


def test_bytes_that_are_no_text_at_all(built: Project, docgen: Docgen) -> None:
    built.campaign.write_bytes(bytes(range(256)) * 40)
    ended = docgen("build")
    assert ended.code == 3
    assert "Traceback" not in ended.err


def test_a_fault_in_a_form(built: Project, docgen: Docgen) -> None:
    before = built.tree()
    built.change("姓名", "姓😀名", "templates/annexes/tui/form.yaml")
    ended = docgen("build")
    assert ended.code == 5
    assert "templates/annexes/tui/form.yaml:5:15: error[W302] no font has the characters 😀 (U+1F600)" in ended.err
    assert built.tree() == before


def test_mere_text_needs_no_font(built: Project, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    built.change(FIRST, "  现就有关事项😀通知如下：")
    monkeypatch.setenv("DOCGEN_FONTS", "empty")
    monkeypatch.setenv("DOCGEN_SYSTEM_FONTS", "0")
    ended = docgen("build", "--format", "txt")
    assert (ended.code, ended.err) == (0, "")
    assert "😀" in (built.output / "通知.txt").read_text(encoding="utf-8")


def test_signs_of_markup_come_out_whole(project: Project, docgen: Docgen) -> None:
    words = "年龄<35岁 & R&D>=3% “甲”&lt;乙 #set [丙] $x_1$ *丁* \\n @戊 // ` ~"
    project.change(FIRST, f"  {words}")
    project.change("姓名", "姓<b>名</b>&", "templates/annexes/tui/form.yaml")
    ended = docgen("build")
    assert (ended.code, ended.err) == (0, "")
    docx = Document(str(project.output / "通知.docx"))
    with pdfplumber.open(project.output / "通知.pdf") as pdf:
        printed = "".join(page.extract_text() for page in pdf.pages)
    cells = "".join(cell.text for table in docx.tables for row in table.rows for cell in row.cells)
    texts = {
        "docx": "\n".join(paragraph.text for paragraph in docx.paragraphs) + cells,
        "pdf": printed,
        "txt": (project.output / "通知.txt").read_text(encoding="utf-8"),
    }
    for format, text in texts.items():
        bare = re.sub(r"\s", "", text)
        assert re.sub(r"\s", "", words) in bare, format
        assert "姓<b>名</b>&" in bare, format


# ---------------------------------------------------------------- the machine


def test_no_fonts(built: Project) -> None:
    before = built.tree()
    built.change("推荐工作", "申报工作")
    (built.folder / "empty").mkdir()
    ended = in_a_process("build", cwd=built.folder, DOCGEN_FONTS="empty", DOCGEN_SYSTEM_FONTS="0")
    assert ended.code == 5
    for typeface in ("仿宋", "楷体", "黑体", "宋体", "小标宋"):
        assert f"no font for {typeface} is installed" in ended.err
    assert "docgen fonts install" in ended.err
    assert built.tree() == before


def test_a_file_in_the_way_of_the_output(built: Project, docgen: Docgen) -> None:
    (built.folder / "taken").write_text("mine", encoding="utf-8")
    ended = docgen("build", "--out", "taken/output")
    assert ended.code == 2
    assert "taken is a file, not a folder" in ended.err
    assert "--out" in ended.err
    assert (built.folder / "taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("number", "code", "says"),
    [
        (errno.EACCES, 2, "the folder is not writable"),
        (errno.EROFS, 2, "the folder is not writable"),
        (errno.ENOSPC, 5, "the disk is full"),
    ],
)
def test_a_folder_that_cannot_be_written_to(
    built: Project, docgen: Docgen, monkeypatch: pytest.MonkeyPatch, number: int, code: int, says: str
) -> None:
    before = built.tree()
    built.change("推荐工作", "申报工作")

    def refused(path: Path, data: bytes) -> int:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "write_bytes", refused)
    ended = docgen("build")
    assert ended.code == code
    assert f"output/shi-2024: error[W40{2 if code == 5 else 1}] {says}" in ended.err
    assert built.tree() == before


SMALL_DISK = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a command that cannot write more than 2048 bytes into a file."""


def test_a_disk_that_fills_up_while_writing(built: Project) -> None:
    before = built.tree()
    built.change("推荐工作", "申报工作")
    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, *command("build")],
        cwd=built.folder,
        env={**os.environ, "DOCGEN_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 5
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert built.tree() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(project: Project, jobs: str) -> None:
    for year in range(2025, 2045):
        project.write(f"data/shi/{year}.yaml", CAMPAIGN.replace("2024", str(year)))
    build = ("build", "--jobs", jobs)
    assert in_a_process(*build, "shi-2024", cwd=project.folder).code == 0
    for path in (project.folder / "data").rglob("*.yaml"):
        project.change("推荐工作", "申报工作", str(path.relative_to(project.folder)))
    process = started(*build, cwd=project.folder)
    _wait_for(project.folder / "output/shi-2025/manifest.json")
    ended = interrupt(process)
    assert ended.code == 130
    assert ended.err.strip() == "interrupted; files that were not finished are as they were"
    built = [path for path in (project.folder / "output").iterdir() if path.is_dir()]
    assert 2 <= len(built) < 21
    for folder in built:
        _is_whole(folder)


def test_interrupted_while_starting(built: Project) -> None:
    before = built.tree()
    for wait in (0.05, 0.15, 0.3):
        process = started("build", "--force", cwd=built.folder)
        time.sleep(wait)
        ended = interrupt(process)
        # Python itself was not yet up: it ends by the signal, or with 1 and nothing of docgen in its traceback.
        too_early = ended.code in (-2, 1) and "docgen/cli" not in ended.err
        assert ended.code == 130 or too_early, ended.err
        assert "Traceback" not in ended.err or too_early
        assert built.tree() == before


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < end, f"{path} was never written"
        time.sleep(0.01)


def _is_whole(folder: Path) -> None:
    """The folder holds what its manifest says, and nothing else."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    listed = {file["path"]: file["bytes"] for file in manifest["files"]}
    there = {path.name: path.stat().st_size for path in folder.iterdir() if path.name != "manifest.json"}
    assert there == listed


def test_this_python_is_not_optimised_away() -> None:
    assert sys.flags.optimize == 0
