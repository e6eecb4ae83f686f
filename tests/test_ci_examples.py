"""The examples that comment on a merge request: their scripts run, against a forge that is made up."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs/ci"
MARK = "<!-- docgen diff -->"


class Forge(BaseHTTPRequestHandler):
    """Keeps comments as GitHub and GitLab do: asked for, written anew, put in another's place."""

    server: Any

    def do_GET(self) -> None:
        self._asked()
        self._answer(self.server.notes)

    def do_POST(self) -> None:
        self._asked()
        number = len(self.server.notes) + 1
        url = f"http://127.0.0.1:{self.server.server_port}/comments/{number}"
        self.server.notes.append({"id": number, "url": url, "body": self._body()})
        self._answer(self.server.notes[-1], 201)

    def do_PATCH(self) -> None:
        self._asked()
        note = self.server.notes[int(self.path.rpartition("/")[2]) - 1]
        note["body"] = self._body()
        self._answer(note)

    do_PUT = do_PATCH  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        return

    def _asked(self) -> None:
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN")
        self.server.asked.append((self.command, self.path, token))

    def _body(self) -> str:
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])

    def _answer(self, data: Any, status: int = 200) -> None:
        content = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def forge() -> Iterator[Any]:
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    server.notes, server.asked = [{"id": 1, "url": "", "body": "请看一下名额。"}], []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project under git with two years, the second of which the branch has put in."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "data/shili", folder / "data/shili")
    (folder / "data/shili/2024.yaml").rename(tmp_path / "2024.yaml")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "last year")
    git(folder, "checkout", "--quiet", "-b", "next")
    (tmp_path / "2024.yaml").rename(folder / "data/shili/2024.yaml")
    commit(folder, "this year")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", ".")
    git(folder, "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "-m", message)


def scripts(forge: str) -> tuple[str, str]:
    """The part that compares and the part that comments."""
    data = yaml.safe_load((EXAMPLES / f"{forge}.yaml").read_text(encoding="utf-8"))
    if forge == "github":
        steps = {step.get("name"): step.get("run", "") for step in data["jobs"]["changes"]["steps"]}
        return steps["compare"], steps["comment"]
    return tuple(data["notice-changes"]["script"][1:])


def run(script: str, folder: Path, **names: str) -> subprocess.CompletedProcess[str]:
    """As the runner does, in a shell that knows this docgen."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "docgen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m docgen "$@"\n', encoding="utf-8")
    (programs / "docgen").chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "DOCGEN_LANG": "zh_CN", **names}
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def comments(example: str, forge: Any, folder: Path) -> None:
    url = f"http://127.0.0.1:{forge.server_port}/comments"
    ended = run(scripts(example)[1], folder, NOTES=url, TOKEN="secret")
    assert ended.returncode == 0, ended.stderr


def test_both_compare_alike() -> None:
    assert scripts("github")[0] == scripts("gitlab")[0]


def test_what_the_forge_must_give_is_asked_for() -> None:
    github = (EXAMPLES / "github.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(github)
    assert data[True]["pull_request"]["paths"] == ["data/**", "templates/**"]  # YAML 1.1 reads `on` as true
    assert data["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert data["jobs"]["changes"]["steps"][0]["with"]["fetch-depth"] == 0
    job = yaml.safe_load((EXAMPLES / "gitlab.yaml").read_text(encoding="utf-8"))["notice-changes"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert job["rules"][0]["if"] == '$CI_PIPELINE_SOURCE == "merge_request_event"'


@pytest.mark.parametrize("example", ["github", "gitlab"])
def test_one_comment_is_written_and_then_kept_up_to_date(example: str, forge: Any, checkout: Path) -> None:
    compare = scripts(example)[0]
    ended = run(compare, checkout, BASE="main")
    assert ended.returncode == 0, ended.stderr
    comments(example, forge, checkout)
    assert [note["body"][:20] for note in forge.notes] == ["请看一下名额。", MARK]
    body = forge.notes[1]["body"]
    assert "每单位项目或基地：由不超过1个改为不超过2个" in body
    assert "`data/shili/2024.yaml`" in body.replace("\\", "")

    campaign = checkout / "data/shili/2023.yaml"
    text = re.sub(r"date: 2023-03-10", "date: 2023-03-09", campaign.read_text(encoding="utf-8"))
    campaign.write_text(text, encoding="utf-8")
    commit(checkout, "last year's date")
    assert run(compare, checkout, BASE="main").returncode == 0
    comments(example, forge, checkout)
    assert len(forge.notes) == 2
    assert "提前1天" in forge.notes[1]["body"]
    assert {token for _method, _path, token in forge.asked} <= {"secret", "Bearer secret"}


@pytest.mark.parametrize("example", ["github", "gitlab"])
def test_where_no_notice_changed_nothing_is_said(example: str, forge: Any, checkout: Path) -> None:
    git(checkout, "checkout", "--quiet", "main")
    git(checkout, "checkout", "--quiet", "-b", "remark")
    campaign = checkout / "data/shili/2023.yaml"
    campaign.write_text(campaign.read_text(encoding="utf-8") + "# 备忘\n", encoding="utf-8")
    commit(checkout, "remark")
    assert run(scripts(example)[0], checkout, BASE="main").returncode == 0
    comments(example, forge, checkout)
    assert len(forge.notes) == 1


def test_a_campaign_that_cannot_be_read_fails_the_job(checkout: Path) -> None:
    (checkout / "data/shili/2024.yaml").write_text("id: [\n", encoding="utf-8")
    commit(checkout, "broken")
    ended = run(scripts("github")[0], checkout, BASE="main")
    assert ended.returncode == 3
    assert "2024.yaml" in ended.stderr
