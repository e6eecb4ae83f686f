"""A small project for tests: one campaign, one form, built in a moment."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FORM = """\
id: tui
title: 推荐表
columns: [30, 126]
rows:
  - [{label: 姓名}, {field: name}]
"""

CAMPAIGN = """\
id: shi-2024
year: 2024
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2024〕1号
title: 关于做好{{ year }}年推荐工作的通知
issued: 2024-03-11
addressees: [各区人力资源和社会保障局]
deadlines:
  submission: {date: 2024-04-19, what: 报送}
annexes:
  - {id: form, form: tui}
body: |
  现就有关事项通知如下：

  一、报送

  请于{{ deadlines.submission | day_weekday }}前报送{{ annexes.form.title | title_mark }}。
"""


@dataclass(frozen=True)
class Ended:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Project:
    """A folder with ``data/shi/2024.yaml`` and ``templates/annexes/tui/form.yaml``."""

    folder: Path

    @property
    def campaign(self) -> Path:
        """The campaign's file."""
        return self.folder / "data/shi/2024.yaml"

    @property
    def output(self) -> Path:
        """Where the campaign's files are built."""
        return self.folder / "output/shi-2024"

    def change(self, old: str, new: str, file: str = "data/shi/2024.yaml") -> None:
        """Writes ``new`` in place of ``old``, which must be there."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert old in text
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, text: str) -> Path:
        """A file with this text."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def tree(self) -> dict[str, str]:
        """Every file under ``output/`` with its checksum: equal trees are untouched trees."""
        files = (path for path in sorted((self.folder / "output").rglob("*")) if path.is_file())
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def lay_out(folder: Path) -> Project:
    """The project in ``folder``."""
    project = Project(folder)
    project.write("data/shi/2024.yaml", CAMPAIGN)
    project.write("templates/annexes/tui/form.yaml", FORM)
    return project


def in_a_process(*arguments: str, cwd: Path, **environment: str) -> Ended:
    """``docgen …`` as a process of its own."""
    env = _environment(environment)
    done = subprocess.run(command(*arguments), cwd=cwd, env=env, capture_output=True, check=False)
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def started(*arguments: str, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    """``docgen …`` started in a group of its own, to be interrupted as a terminal does it."""
    return subprocess.Popen(
        command(*arguments),
        cwd=cwd,
        env=_environment(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def interrupt(process: subprocess.Popen[bytes]) -> Ended:
    """Ctrl-C: the signal goes to the command and all that it started."""
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    return Ended(process.returncode, out.decode(), err.decode())


def command(*arguments: str) -> list[str]:
    """The command line."""
    return [sys.executable, "-m", "docgen", *arguments]


def _environment(more: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "DOCGEN_LANG": "en", "PYTHONIOENCODING": "utf-8", **more}
