"""What several tests need: a small project, and the command to try on it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import batches
import pytest
from press import Press, press_folder
from small_project import Ended, Project, lay_out

from docgen.cli import main

# Tests read English, wherever they are run.
os.environ["DOCGEN_LANG"] = "en"

# A shell starts what runs in its background deaf to Ctrl-C, and the tests of Ctrl-C would pass that on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one campaign, in the current folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return lay_out(folder)


@pytest.fixture
def batch(project: Project) -> batches.Batch:
    """The same with a form for each unit; ``batch.write(rows(3))`` writes the roster."""
    return batches.lay_out(project)


@pytest.fixture
def docgen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """``docgen("build", "--quiet")`` in this process, in English; returns exit code and what was printed."""
    monkeypatch.setenv("DOCGEN_LANG", "en")

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        code = main(arguments)
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Campaigns, annexes and specimens as DOCX and as PDF of both engines."""
    return Press(press_folder(tmp_path_factory))
