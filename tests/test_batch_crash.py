"""A batch that is killed, or interrupted: finished files stay, half-written ones never appear, the manifest is true."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from batches import Batch, lay_out, patched, row, rows
from small_project import Ended, Project, in_a_process, started

KILL = """
import os, signal
from pathlib import Path
from docgen.workflow.batch import journal, workshop
count = 0
def die_at(number):
    global count
    count += 1
    if count == number:
        os.kill(os.getpid(), signal.SIGKILL)
"""

POINTS = {
    "while writing": """
whole = Path.write_bytes
def write(self, data):
    if "work-" not in str(self): return whole(self, data)
    whole(self, data[: len(data) // 2]); die_at(5); return whole(self, data)
Path.write_bytes = write
""",
    "before the journal": """
whole = journal.Journal.add
def add(self, record):
    die_at(3); whole(self, record)
journal.Journal.add = add
""",
    "behind the journal": """
whole = journal.Journal.add
def add(self, record):
    whole(self, record); die_at(3)
journal.Journal.add = add
""",
    "within a line of the journal": """
whole = journal.line_of
def line(record):
    global count
    count += 1
    line = whole(record)
    if count < 3: return line
    found = [path for path in Path("output/shi-2024/.docgen").glob("journal-*")]
    with found[0].open("ab") as file: file.write(line[: len(line) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
journal.line_of = line
""",
    "between two files of a unit": """
whole = Path.replace
def replace(self, target):
    if "units/" in str(target): die_at(4)
    return whole(self, target)
Path.replace = replace
""",
    "before the manifest": """
from docgen.workflow.batch import build
whole = build.write_manifest
def write(*arguments):
    die_at(2); whole(*arguments)
build.write_manifest = write
""",
    "behind the manifest": """
from docgen.workflow.batch import build
whole = build.write_manifest
def write(*arguments):
    whole(*arguments); die_at(2)
build.write_manifest = write
""",
}


@pytest.fixture
def batch(project: Project) -> Batch:
    batch = lay_out(project)
    batch.write(rows(5))
    return batch


def run(batch: Batch, patch: str = "", *more: str) -> Ended:
    command = patched(patch, "build", "--units", "roster.csv", "--format", "docx,pdf", "--jobs", "1", *more)
    environment = {**os.environ, "DOCGEN_LANG": "en", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=batch.project.folder, capture_output=True, env=environment, check=False)
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("point", POINTS)
def test_killed_and_run_again(batch: Batch, point: str) -> None:
    ended = run(batch, KILL + POINTS[point])
    assert ended.code == -signal.SIGKILL, ended.err
    batch.assert_true()
    survivors = batch.times()
    again = run(batch)
    assert (again.code, again.err) == (0, "")
    batch.assert_complete()
    assert len(batch.files()) == 10
    assert {path: batch.times()[path] for path in survivors} == survivors


@pytest.mark.parametrize("point", POINTS)
def test_killed_over_older_files(batch: Batch, point: str) -> None:
    run(batch)
    batch.write([row(number, phone=f"022-9000000{number}") for number in range(1, 6)])
    assert run(batch, KILL + POINTS[point]).code == -signal.SIGKILL
    batch.assert_true()
    run(batch)
    batch.assert_complete()
    clean = batch.files()
    run(batch, "", "--force")
    assert batch.files() == clean


def test_while_files_change_the_manifest_lists_only_the_others(batch: Batch) -> None:
    run(batch)
    batch.write([row(1), row(2, phone="022-90000002"), *rows(5)[2:]])
    run(batch, KILL + POINTS["between two files of a unit"].replace("die_at(4)", "die_at(2)"))
    manifest = batch.manifest()
    assert manifest["complete"] is False
    assert {file["unit"] for file in batch.entries()} == {"SL00001", "SL00003", "SL00004", "SL00005"}


def test_nothing_is_left_behind(batch: Batch) -> None:
    run(batch, KILL + POINTS["while writing"])
    state = batch.output / ".docgen"
    assert any(path.name.startswith("work-") for path in state.iterdir())
    run(batch)
    assert {path.name for path in state.iterdir()} == {"settled.json", "units.jsonl"}


def test_a_unit_that_left_after_a_kill_goes_too(batch: Batch) -> None:
    run(batch, KILL + POINTS["behind the journal"])
    assert len(batch.files()) == 4
    batch.write(rows(1))
    run(batch)
    batch.assert_complete()
    assert {Path(path).parent.name for path in batch.files()} == {"示例第1学校"}


def wait_for_files(batch: Batch, process: subprocess.Popen[bytes], count: int) -> None:
    deadline = time.monotonic() + 60
    while len(list(batch.units.glob("*/*.pdf"))) < count:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_several_processes_killed_and_run_again(batch: Batch) -> None:
    batch.write(rows(99))
    arguments = ("build", "--units", "roster.csv", "--format", "docx,pdf", "--jobs", "2")
    process = started(*arguments, cwd=batch.project.folder)
    wait_for_files(batch, process, 10)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    batch.assert_true()
    survivors = batch.times()
    assert 10 <= len(survivors) < 198
    again = in_a_process(*arguments, cwd=batch.project.folder)
    assert (again.code, again.err) == (0, "")
    batch.assert_complete()
    assert {path: batch.times()[path] for path in survivors} == survivors


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_and_run_again(batch: Batch, jobs: str) -> None:
    batch.write(rows(99))
    arguments = ("build", "--units", "roster.csv", "--format", "docx,pdf", "--jobs", jobs)
    process = started(*arguments, cwd=batch.project.folder)
    wait_for_files(batch, process, 6)
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err.decode()
    assert not any(path.name.startswith("work-") for path in (batch.output / ".docgen").iterdir())
    batch.assert_true()
    survivors = batch.times()
    assert in_a_process(*arguments, cwd=batch.project.folder).code == 0
    batch.assert_complete()
    assert {path: batch.times()[path] for path in survivors} == survivors


def test_two_at_once_are_refused(batch: Batch) -> None:
    run(batch)
    other = batch.output / f".docgen/work-{os.getppid()}-x"
    other.mkdir()
    ended = run(batch)
    assert ended.code == 2
    assert "another docgen is making the units' files of this campaign" in ended.err
    other.rmdir()
    batch.assert_complete()


def test_a_full_disk_ends_the_batch(batch: Batch) -> None:
    patch = """
import errno
from pathlib import Path
whole, count = Path.write_bytes, 0
def write(self, data):
    global count
    count += "work-" in str(self)
    if count > 5: raise OSError(errno.ENOSPC, "No space left on device")
    return whole(self, data)
Path.write_bytes = write
"""
    ended = run(batch, patch)
    assert ended.code == 5
    assert ended.err.count("the disk is full") == 1
    batch.assert_true()
    assert len(batch.files()) == 4
    assert run(batch).code == 0
    batch.assert_complete()


def test_processes_make_the_same_files(batch: Batch) -> None:
    run(batch)
    alone = batch.files(), json.dumps(batch.manifest())
    ended = run(batch, "", "--jobs", "2", "--force")
    assert ended.code == 0
    assert (batch.files(), json.dumps(batch.manifest())) == alone
