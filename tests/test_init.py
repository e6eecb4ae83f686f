"""``docgen init``: a project that builds at once, and never overwrites anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from small_project import Ended

from docgen.workflow import init

Docgen = Callable[..., Ended]


@pytest.fixture
def made(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project laid out in a new folder."""
    monkeypatch.chdir(tmp_path)
    ended = docgen("init", "our notices")
    assert (ended.code, ended.err) == (0, "")
    assert "cd 'our notices' && docgen build" in ended.out
    return tmp_path / "our notices"


def test_it_builds_at_once(made: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)
    ended = docgen("build")
    assert (ended.code, ended.err) == (0, "")
    folder = made / "output/shili-2024"
    assert {path.name for path in folder.iterdir()} == {
        "manifest.json",
        *(f"通知.{format}" for format in ("docx", "pdf", "txt")),
        *(f"附件 青年技能人才推荐表.{format}" for format in ("docx", "pdf")),
    }
    text = (folder / "通知.txt").read_text(encoding="utf-8")
    assert "示例市人力资源和社会保障局" in text
    assert "4月19日（星期五）17时30分前报送推荐表一式三份" in text


def test_it_has_no_fault(made: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """The layout included, which can only be looked at once there is a PDF."""
    monkeypatch.chdir(made)
    docgen("build", "--format", "pdf")
    assert docgen("check", "--fail-on", "info") == Ended(0, "1 document checked: no fault found\n", "")


def test_the_example_is_marked_as_one(made: Path) -> None:
    head = (made / "data/shili/2024.yaml").read_text(encoding="utf-8").split("id:")[0]
    assert "示例" in head
    assert "# yaml-language-server: $schema=../../schemas/campaign.schema.json" in head


def test_the_schemas_are_where_the_files_look_for_them(made: Path) -> None:
    for file in ("data/shili/2024.yaml", "templates/annexes/shili-recommendation/form.yaml"):
        first = (made / file).read_text(encoding="utf-8").splitlines()[0]
        schema = (made / file).parent / first.split("$schema=")[1]
        assert json.loads(schema.read_text(encoding="utf-8"))["title"]
    settings = json.loads((made / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((made / schema).is_file() for schema in settings["yaml.schemas"])


def test_the_ci_examples_use_commands_that_exist(made: Path, docgen: Docgen) -> None:
    github = yaml.safe_load((made / ".github/workflows/notices.yml").read_text(encoding="utf-8"))
    gitlab = yaml.safe_load((made / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    lines = [step.get("run", "") for step in github["jobs"]["build"]["steps"]] + gitlab["notices"]["script"]
    commands = {line.split("docgen ", 1)[1] for line in lines if "docgen " in line}
    assert commands == {"build", "check", "check --format github", "fonts install"}
    assert all(docgen(*one.split(), "--help").code == 0 for one in commands)


def test_nothing_is_overwritten(made: Path, docgen: Docgen) -> None:
    (made / "README.md").write_text("mine", encoding="utf-8")
    (made / ".gitignore").unlink()
    ended = docgen("init", "our notices")
    assert ended.code == 3
    assert "our notices/README.md: error[C905]" in ended.err
    assert "our notices/data/shili/2024.yaml: error[C905]" in ended.err
    assert ".gitignore" not in ended.err
    assert (made / "README.md").read_text(encoding="utf-8") == "mine"
    assert not (made / ".gitignore").exists()


def test_in_the_current_folder(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = docgen("init")
    assert "Next: `docgen build`" in ended.out
    assert (tmp_path / "data/shili/2024.yaml").is_file()


def test_a_file_in_the_way(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    ended = docgen("init", "notes")
    assert ended.code == 2
    assert "notes is a file, not a folder" in ended.err


def test_every_file_of_the_skeleton_is_used() -> None:
    assert {path.name for path in init.SKELETON.iterdir()} == set(init.FILES.values())
