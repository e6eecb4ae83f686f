"""The command itself: help at once, in both languages; exit codes; nobody ever sees a traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from small_project import Ended, Project, command, in_a_process

import docgen as package
from docgen.cli import click_words
from docgen.cli.commands import docgen as the_command
from docgen.render import RENDERERS
from docgen.workflow.formats import FORMATS

Docgen = Callable[..., Ended]


def test_version(docgen: Docgen) -> None:
    assert docgen("--version") == Ended(0, f"docgen, version {package.__version__}\n", "")


def test_help_names_every_command(docgen: Docgen) -> None:
    said = docgen("--help").out
    assert re.findall(r"^  (\w+)  ", said, flags=re.MULTILINE) == [
        "build",
        "check",
        "diff",
        "doctor",
        "explain",
        "fonts",
        "init",
        "new",
        "schema",
        "units",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("check",),
        ("diff",),
        ("explain",),
        ("init",),
        ("new",),
        ("schema",),
        ("doctor",),
        ("fonts",),
        ("fonts", "install"),
    ],
)
def test_every_command_has_help(docgen: Docgen, arguments: tuple[str, ...]) -> None:
    ended = docgen(*arguments, "-h")
    assert ended.code == 0
    assert ended.out.startswith(f"Usage: docgen {' '.join(arguments)}")


@pytest.mark.parametrize(
    ("arguments", "letter"),
    [
        (["biuld"], "No such command 'biuld'. Did you mean 'build'?"),
        (["build", "--fromat", "pdf"], "No such option '--fromat'"),
        (["build", "--format", "dox"], '"dox" is not a format; did you mean docx?'),
        (["build", "--engine", "word"], "'word' is not one of 'auto', 'typst', 'libreoffice'."),
        (["build", "--jobs", "0"], "0 is not in the range x>=1."),
        (["build", "--jobs", "many"], "'many' is not a valid integer range."),
        (["schema", "extra"], "Got unexpected extra argument (extra)"),
    ],
)
def test_wrong_usage_is_exit_2(docgen: Docgen, arguments: list[str], letter: str) -> None:
    ended = docgen(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert letter in ended.err


def test_without_a_command_it_helps(docgen: Docgen) -> None:
    ended = docgen()
    assert ended.code == 2
    assert "Usage: docgen" in ended.err


def test_every_format_can_be_made_and_is_shown(docgen: Docgen) -> None:
    assert tuple(RENDERERS) == FORMATS
    assert ",".join(FORMATS) in docgen("build", "--help").out


def test_heavy_libraries_are_not_imported_for_help() -> None:
    asks = "import sys; from docgen.cli import main; main(['--help']); print('|'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split("|"))
    heavy = {
        "yaml",
        "jinja2",
        "docxtpl",
        "docx",
        "lxml",
        "typst",
        "rich",
        "fontTools",
        "multiprocessing",
    }
    assert loaded & heavy == set()


# ---------------------------------------------------------------- language and colour


def test_help_in_chinese(tmp_path: Path) -> None:
    said = in_a_process("build", "--help", cwd=tmp_path, DOCGEN_LANG="zh_CN").out
    assert said.startswith("用法：docgen build")
    assert not re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", said)


def test_wrong_usage_in_chinese(tmp_path: Path) -> None:
    ended = in_a_process("build", "--fromat", cwd=tmp_path, DOCGEN_LANG="zh_CN")
    assert ended.code == 2
    assert "没有选项" in ended.err
    assert "No such" not in ended.err


def test_the_locale_decides(tmp_path: Path) -> None:
    said = in_a_process("--help", cwd=tmp_path, DOCGEN_LANG="", LC_ALL="zh_CN.UTF-8", LANGUAGE="").out
    assert said.startswith("用法：")


def test_a_locale_in_which_files_have_no_chinese_names(tmp_path: Path) -> None:
    narrow = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
    ended = in_a_process("init", cwd=tmp_path, DOCGEN_LANG="en", **narrow)
    assert (ended.code, [*tmp_path.iterdir()]) == (5, [])
    assert ended.err == (
        "error[W408] files cannot have Chinese names: the locale's encoding is ascii; "
        "set PYTHONUTF8=1, or LC_ALL=C.UTF-8\n"
    )
    assert in_a_process("--help", cwd=tmp_path, **narrow).code == 0
    assert in_a_process("init", cwd=tmp_path, **{**narrow, "PYTHONUTF8": "1"}).code == 0


def test_click_is_left_as_it_was(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    import gettext
    import os

    monkeypatch.delenv("LANGUAGE", raising=False)
    before = gettext.textdomain()
    docgen("--help")
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == (before, None)


def test_clicks_words_are_its_own() -> None:
    """A word that click no longer uses would be translated for nothing, and its successor not at all."""
    folder = Path(click.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    words = [word for entry in click_words.WORDS for word in ([entry] if isinstance(entry, str) else entry)]
    unknown = [word for word in words if word.replace("\n", "\\n").replace("\t", "\\t") not in source]
    assert unknown == ["No such option: {name}"]  # of click before 8.4


def test_no_colour_in_a_pipe_or_where_it_is_not_wanted(project: Project) -> None:
    ended = in_a_process("build", "nothing", cwd=project.folder, NO_COLOR="1")
    assert "\x1b" not in ended.err


# ---------------------------------------------------------------- the ways it ends


def test_a_bug_is_owned_up_to(project: Project, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("docgen.workflow.artefacts.render_all", broken)
    ended = docgen("build")
    assert ended.code == 70
    assert "This is a bug in docgen, not in your files: ZeroDivisionError: division by zero" in ended.err
    assert "Traceback" not in ended.err
    monkeypatch.setenv("DOCGEN_DEBUG", "1")
    assert "Traceback" in docgen("build").err


def test_a_bug_outside_of_a_campaign_too(docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("campaign")

    monkeypatch.setattr("docgen.workflow.schema.schema_text", broken)
    ended = docgen("schema")
    assert ended.code == 70
    assert "KeyError: 'campaign'" in ended.err
    assert "Traceback" not in ended.err


def test_a_reader_that_goes_away_is_no_error(project: Project) -> None:
    line = subprocess.list2cmdline(command("schema"))
    done = subprocess.run(f"{line} | head -c 1", shell=True, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_report_that_cannot_be_printed(project: Project) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command("schema"), stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 5
    assert "Traceback" not in done.stderr


def test_control_characters_do_not_reach_the_terminal(docgen: Docgen) -> None:
    ended = docgen("build", "a\x1b[31mb\u202ec")
    assert "\x1b" not in ended.err
    assert "a\\u001b[31mb\\u202ec" in ended.err


# ---------------------------------------------------------------- schema


def test_schema(docgen: Docgen) -> None:
    campaign = json.loads(docgen("schema").out)
    form = json.loads(docgen("schema", "--form").out)
    assert "issuer" in campaign["properties"]
    assert "rows" in form["properties"]


def test_the_schemas_in_the_repository_are_up_to_date(docgen: Docgen) -> None:
    folder = Path(__file__).parent.parent / "schemas"
    assert (folder / "campaign.schema.json").read_text(encoding="utf-8") == docgen("schema").out
    assert (folder / "form.schema.json").read_text(encoding="utf-8") == docgen("schema", "--form").out


@pytest.mark.parametrize(("option", "name"), [("--check", "check"), ("--diff", "changes")])
def test_the_schemas_of_reports(docgen: Docgen, option: str, name: str) -> None:
    printed = docgen("schema", option).out
    assert json.loads(printed)["title"] == f"docgen {option.lstrip('-')} --format json"
    assert printed == (Path(__file__).parent.parent / f"schemas/{name}.schema.json").read_text(encoding="utf-8")


# ---------------------------------------------------------------- doctor


def test_doctor_speaks_json(docgen: Docgen) -> None:
    said = json.loads(docgen("doctor", "--json").out)
    assert {font["typeface"] for font in said["fonts"]} >= {"仿宋", "楷体", "黑体", "小标宋"}


def test_doctor_says_what_is_missing(tmp_path: Path) -> None:
    ended = in_a_process("doctor", cwd=tmp_path, DOCGEN_FONTS=str(tmp_path), DOCGEN_SYSTEM_FONTS="0")
    assert ended.code == 5
    assert "仿宋" in ended.out


def test_every_command_is_known_to_the_table_of_commands() -> None:
    commands = {"build", "check", "diff", "doctor", "explain", "fonts", "init", "new", "schema", "units"}
    assert set(the_command.commands) == commands
