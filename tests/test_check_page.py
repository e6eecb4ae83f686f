"""docs/check.md, the examples for CI and the hook for pre-commit: all that they show works, in both languages."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_check_reports import valid
from test_readme import blocks, run, shows, steps

from docgen.diagnostics import Exit

ROOT = Path(__file__).parent.parent
PAGES = {"en": ROOT / "docs/check.md", "zh_CN": ROOT / "docs/check.zh-CN.md"}
EXAMPLES = ROOT / "docs/ci"


def page(language: str) -> str:
    return PAGES[language].read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What ``docgen init`` lays out."""
    assert run("docgen init .", tmp_path, "en").returncode == 0
    return tmp_path


def plant(project: Path) -> None:
    """The two faults of the page."""
    campaign = project / "data/shili/2024.yaml"
    text = campaign.read_text(encoding="utf-8")
    text = text.replace("示人社函〔2024〕12号", "示人社函[2024]12号").replace("date: 2024-04-19", "date: 2024-04-20")
    campaign.write_text(text, encoding="utf-8")


def test_both_pages_show_the_same() -> None:
    for kind in ("sh", "yaml", "toml"):
        assert blocks(page("en"), kind) == blocks(page("zh_CN"), kind)
    for found in (r"^\| `(\w+)`", r"\(([\w./-]+\.(?:json|yaml|md))\)"):
        english, chinese = (re.findall(found, page(language), re.M) for language in PAGES)
        assert [one.replace(".zh-CN", "") for one in english] == [one.replace(".zh-CN", "") for one in chinese]


def test_the_commands_of_the_page(project: Path) -> None:
    """On a project in order, with three documents that were made of its notice."""
    assert run("docgen build", project, "en").returncode == 0
    for made, name in (("docx", "去年.docx"), ("pdf", "来文.pdf"), ("txt", "草稿.txt")):
        shutil.copy(project / f"output/shili-2024/通知.{made}", project / name)
    commands = [command for command, shown in steps(page("en")) if not shown]
    assert len(commands) == 10
    for command in commands:
        done = run(command, project, "en")
        assert (done.returncode, done.stderr) == (0, ""), (command, done.stdout)
    valid("sarif", (project / "docgen.sarif").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", PAGES)
def test_the_output_that_is_shown(project: Path, language: str) -> None:
    plant(project)
    ((command, shown),) = [step for step in steps(page(language)) if step[1]]
    done = run(command, project, language)
    assert (done.returncode, done.stderr) == (1, "")
    assert shows(shown, done.stdout), done.stdout


def test_the_three_ways_to_allow(project: Path) -> None:
    comment, body, listed, _hooks = blocks(page("en"), "yaml")
    campaign = project / "data/shili/2024.yaml"
    text = campaign.read_text(encoding="utf-8")
    faulty = text.replace("date: 2024-04-19", "date: 2024-04-20")
    cases = {
        "comment": re.sub(r"^deadlines:\n.*\n", comment, text, flags=re.M).replace(
            "{{ deadlines.submission | time }}", ""
        ),
        "body": text.replace("body: |\n", body),
        "listed": faulty + listed,
    }
    for way, allowed in cases.items():
        assert allowed not in (text, faulty), way
        campaign.write_text(allowed, encoding="utf-8")
        done = run("docgen check --fail-on info", project, "en")
        assert done.returncode == 0, done.stdout
        assert "1 more is allowed" in done.stdout, way
        campaign.write_text(re.sub(r"docgen: allow|^allow:[\s\S]*", "", allowed, flags=re.M), encoding="utf-8")
        assert run("docgen check --fail-on info", project, "en").returncode == 1, way


def test_the_settings_that_are_shown(project: Path) -> None:
    (settings,) = blocks(page("en"), "toml")
    assert set(tomllib.loads(settings)["check"]) == {"ignore", "fail-on"}
    (project / "docgen.toml").write_text(settings, encoding="utf-8")
    form = project / "templates/annexes/shili-recommendation/form.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("limit: 250", "limit: 2500"), encoding="utf-8")
    assert "FORM-018" not in run("docgen check", project, "en").stdout
    (project / "docgen.toml").unlink()
    assert "FORM-018" in run("docgen check", project, "en").stdout


def test_the_exit_codes_that_are_named() -> None:
    named = re.search(r"Exit codes: (.*?)\n\n", page("en"), re.S)
    assert named
    assert [int(code) for code in re.findall(r"(?:^|, )(\d+) ", named[1].replace("\n", " "))] == [
        *(Exit.OK, Exit.FINDINGS, Exit.USAGE, Exit.CAMPAIGN, Exit.TEMPLATE, Exit.BUG)
    ]


# ---------------------------------------------------------------- CI


def example(forge: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{forge}-check.yaml").read_text(encoding="utf-8"))
    return data


def checks(forge: str) -> list[str]:
    """The lines that check, in order."""
    if forge == "github":
        lines = [step.get("run", "") for step in example("github")["jobs"]["check"]["steps"]]
    else:
        lines = example("gitlab")["check-notices"]["script"]
    return [line for line in lines if line.startswith("docgen check")]


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_an_example_fails_with_its_last_line_alone(project: Path, forge: str) -> None:
    *first, last = checks(forge)
    assert [run(line, project, "zh_CN").returncode for line in (*first, last)] == [0] * (len(first) + 1)
    plant(project)
    assert [run(line, project, "zh_CN").returncode for line in (*first, last)] == [*([0] * len(first)), 1]


def test_github_uploads_what_was_written(project: Path) -> None:
    plant(project)
    data = example("github")
    assert data["permissions"] == {"contents": "read", "security-events": "write"}
    assert "pull_request" in data[True]  # YAML 1.1 reads `on` as true
    report, annotate = checks("github")
    assert run(report, project, "zh_CN").stderr == ""
    (upload,) = [step for step in data["jobs"]["check"]["steps"] if "upload-sarif" in step.get("uses", "")]
    written = (project / upload["with"]["sarif_file"]).read_text(encoding="utf-8")
    assert len(valid("sarif", written)["runs"][0]["results"]) == 2
    assert re.findall("^::(error|notice) ", run(annotate, project, "zh_CN").stdout, re.M) == ["error", "notice"]


def test_gitlab_is_handed_what_was_written(project: Path) -> None:
    plant(project)
    for line in checks("gitlab"):
        run(line, project, "zh_CN")
    reports = example("gitlab")["check-notices"]["artifacts"]["reports"]
    for kind, format in (("codequality", "gitlab"), ("junit", "junit")):
        found = valid(format, (project / reports[kind]).read_text(encoding="utf-8"))
        assert len(found.findall(".//testcase") if format == "junit" else found) == 2
    assert example("gitlab")["check-notices"]["artifacts"]["when"] == "always"


# ---------------------------------------------------------------- pre-commit


def test_the_hook_is_one_that_pre_commit_takes(tmp_path: Path) -> None:
    from pre_commit.clientlib import load_config, load_manifest

    (hook,) = load_manifest(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["language"], hook["entry"]) == ("python", "docgen check")
    *_ways, shown = blocks(page("en"), "yaml")
    (tmp_path / "config.yaml").write_text(shown, encoding="utf-8")
    (repository,) = load_config(tmp_path / "config.yaml")["repos"]
    assert [one["id"] for one in repository["hooks"]] == [hook["id"]]


def test_the_hook_stops_a_commit(project: Path) -> None:
    """As pre-commit runs it, with the docgen that is here instead of one it installs."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    own = {**hook, "language": "system", "entry": hook["entry"].replace("docgen", f'"{sys.executable}" -m docgen', 1)}
    config = {"repos": [{"repo": "local", "hooks": [own]}]}
    (project / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")

    def commit(*names: str) -> subprocess.CompletedProcess[str]:
        run("git add .", project, "en")
        home = {"PRE_COMMIT_HOME": str(project.parent / "home"), "DOCGEN_LANG": "en"}
        command = [sys.executable, "-m", "pre_commit", "run", "--color", "never", "--files", *names]
        return subprocess.run(
            command, cwd=project, env={**os.environ, **home}, capture_output=True, text=True, check=False
        )

    run("git init --quiet", project, "en")
    done = commit("data/shili/2024.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    plant(project)
    # A form was touched, not the campaign.
    done = commit("templates/annexes/shili-recommendation/form.yaml")
    assert done.returncode == 1
    assert "error[DOCNO-001]" in done.stdout
    assert "Skipped" in commit("README.md").stdout
