"""Writing output: all or nothing, and a letter for everything that can stand in the way."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from docgen.diagnostics import DocgenError, Exit
from docgen.world.file_names import safe_name
from docgen.world.files import write_all

OLD = {"通知.docx": b"old notice", "manifest.json": b"old manifest"}
NEW = {"通知.docx": b"new notice", "units/甲/附件1.pdf": b"new annex", "manifest.json": b"new manifest"}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An output folder with the files of an earlier build and one file that somebody put there."""
    folder = tmp_path / "output" / "tianjin-2020"
    write_all(folder, OLD)
    (folder / "note.txt").write_bytes(b"mine")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """All files below ``folder``, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_new_files_replace_old_ones_and_leave_other_files_alone(folder: Path) -> None:
    write_all(folder, NEW)
    assert everything(folder) == {**NEW, "note.txt": b"mine"}


def test_files_that_are_no_longer_made_are_removed_with_their_empty_folders(folder: Path) -> None:
    write_all(folder, NEW)
    write_all(folder, OLD, obsolete=["units/甲/附件1.pdf", "never-was.pdf", "通知.docx"])
    assert everything(folder) == {**OLD, "note.txt": b"mine"}
    assert not (folder / "units").exists()


def fail_at_rename(monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
    """Let the ``number``-th new file fail to take its place."""
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.name == f"{number}.new":
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_failing_half_way_puts_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    before = everything(folder)
    fail_at_rename(monkeypatch, number, error)
    with pytest.raises((DocgenError, KeyboardInterrupt)):
        write_all(folder, NEW, obsolete=["note.txt"])
    assert everything(folder) == before
    assert not (folder / "units").exists()


def test_without_hard_links_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*args: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    before = everything(folder)
    fail_at_rename(monkeypatch, 2, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_all(folder, NEW)
    assert everything(folder) == before


def test_a_folder_made_for_a_failed_build_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at_rename(monkeypatch, 0, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path / "output" / "tianjin-2020", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code", "exit_code", "words"),
    [
        (errno.ENOSPC, "W402", Exit.MISSING, "the disk is full"),
        (errno.EACCES, "W401", Exit.USAGE, "not writable"),
        (errno.EROFS, "W401", Exit.USAGE, "not writable"),
        (errno.ENAMETOOLONG, "W404", Exit.USAGE, "too long"),
        (errno.EIO, "W406", Exit.USAGE, "Input/output error"),
    ],
)
def test_what_the_system_says_becomes_a_letter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, exit_code: Exit, words: str
) -> None:
    fail_at_rename(monkeypatch, 1, OSError(number, os.strerror(number)))
    with pytest.raises(DocgenError, match=words) as caught:
        write_all(folder, NEW)
    (problem,) = caught.value.problems
    assert (problem.code, caught.value.exit_code) == (code, exit_code)
    assert problem.place is not None
    assert problem.place.file == str(folder)
    assert problem.hint


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(DocgenError, match=r"W403.*output is a file, not a folder; remove or rename"):
        write_all(tmp_path / "output" / "tianjin-2020", NEW)
    assert (tmp_path / "output").read_text() == "a file"


def test_a_folder_in_the_place_of_a_file(folder: Path) -> None:
    (folder / "units" / "甲" / "附件1.pdf").mkdir(parents=True)
    with pytest.raises(DocgenError, match=r"W405.*附件1.pdf is a folder"):
        write_all(folder, NEW)
    assert (folder / "通知.docx").read_bytes() == b"old notice"


def test_a_name_that_is_really_too_long(folder: Path) -> None:
    with pytest.raises(DocgenError, match="W404"):
        write_all(folder, {"通知.docx": b"new", "长" * 300: b"x"})
    assert (folder / "通知.docx").read_bytes() == b"old notice"


@pytest.mark.parametrize("name", ["../elsewhere.docx", "/etc/passwd", "", "a/../../b"])
def test_nothing_is_ever_written_outside_the_folder(folder: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a name inside a folder"):
        write_all(folder, {name: b"x"})
    assert sorted(path.name for path in folder.parent.iterdir()) == ["tianjin-2020"]


def test_ctrl_c_waits_until_all_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if self.name == "1.new":
            signal.raise_signal(signal.SIGINT)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(folder, NEW)
    assert everything(folder) == {**NEW, "note.txt": b"mine"}


def test_ctrl_c_twice_does_not_wait(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuck(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        return target

    before = everything(folder)
    monkeypatch.setattr(Path, "write_bytes", stuck)
    with pytest.raises(KeyboardInterrupt):
        write_all(folder, NEW)
    assert everything(folder) == before


def test_ctrl_c_elsewhere_is_as_ever(folder: Path) -> None:
    write_all(folder, NEW)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def run_python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_disk_that_is_really_full(folder: Path) -> None:
    """A limit on the size of a file is as near to a full disk as a test without rights can come."""
    code = """
        import resource, sys
        from pathlib import Path
        from docgen.diagnostics import DocgenError
        from docgen.world.files import write_all
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_all(Path(sys.argv[1]), {"通知.docx": b"x" * 10, "big.pdf": b"x" * 2000})
        except DocgenError as error:
            print(error, int(error.exit_code))
    """
    before = everything(folder)
    finished = run_python(code, folder)
    assert "W402" in finished.stdout
    assert "the disk is full" in finished.stdout
    assert finished.stdout.rstrip().endswith(" 5")
    assert everything(folder) == before


def test_what_a_killed_build_left_is_cleared_away_by_the_next(folder: Path) -> None:
    code = """
        import os, signal, sys
        from pathlib import Path
        from docgen.world import files
        Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)
        files.write_all(Path(sys.argv[1]), {"通知.docx": b"new"})
    """
    finished = run_python(code, folder)
    assert finished.returncode == -9
    assert len(list(folder.glob(".docgen-*"))) == 1
    assert (folder / "通知.docx").read_bytes() == b"old notice"
    write_all(folder, NEW)
    assert everything(folder) == {**NEW, "note.txt": b"mine"}


def test_the_staging_of_a_build_that_is_still_running_is_left_alone(folder: Path) -> None:
    other = folder / f".docgen-{os.getpid()}-abc"
    other.mkdir()
    write_all(folder, NEW)
    assert other.exists()
    os.utime(other, (0, 0))
    write_all(folder, NEW)
    assert not other.exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("附件1 国家级专家服务基地申报表", "附件1 国家级专家服务基地申报表"),
        ("表A/表B：“专家”?", "表A／表B：“专家”？"),
        ("  多余的\t空白\n和\x07控制\u200b符 ", "多余的 空白 和控制符"),
        ("结尾有点. . ", "结尾有点"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("con", "_con"),
        ("COM1.表", "_COM1.表"),
        ("COM¹", "_COM¹"),
        ("conin$", "_conin$"),
        ("console", "console"),
        ("…", "…"),
        ("...", "_"),
        ("", "_"),
    ],
)
def test_file_names_are_safe_everywhere(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_long_titles_make_names_that_a_file_system_takes(tmp_path: Path) -> None:
    name = safe_name("关于开展专家服务基层项目申报工作的通知" * 20)
    assert len(name.encode()) <= 200
    assert name != "关于开展专家服务基层项目申报工作的通知" * 20
    (tmp_path / f"附件12 {name}.docx").write_bytes(b"")
    assert len(safe_name("x" * 500)) == 120
