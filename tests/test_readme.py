"""Both READMEs show the same commands, and these do what is shown; every path that they name is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = {"en": ROOT / "README.md", "zh_CN": ROOT / "README.zh-CN.md"}
DOCUMENTS = [
    *READMES.values(),
    *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]

Step = tuple[str, str]
"""A command and what it prints; nothing if that is not shown."""


def steps(readme: str) -> list[Step]:
    """The commands of its ``sh`` and ``console`` blocks, in order."""
    found: list[Step] = []
    for kind, block in re.findall(r"^```(sh|console)\n(.*?)^```", readme, flags=re.MULTILINE | re.DOTALL):
        if kind == "sh":
            found += [(line, "") for line in block.splitlines()]
        else:
            found += [
                (command, printed) for command, printed in re.findall(r"^\$ (.*)\n((?:[^$].*\n|\n)*)", block, re.M)
            ]
    return found


def blocks(readme: str, kind: str) -> list[str]:
    """The blocks of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", readme, flags=re.MULTILINE | re.DOTALL)


def shows(pattern: str, printed: str) -> bool:
    """Whether what was printed is what is shown; ``…`` stands for anything."""
    return re.fullmatch(re.escape(pattern).replace("…", "(?s:.*)"), printed) is not None


def run(command: str, folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """The command in a shell where ``docgen`` is this docgen."""
    ours = f'docgen() {{ "{sys.executable}" -m docgen "$@"; }}'
    return subprocess.run(
        ["bash", "-c", f"{ours}\n{command}"],
        cwd=folder,
        env={**os.environ, "DOCGEN_LANG": language, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_both_show_the_same_commands() -> None:
    shown = [[command for command, _printed in steps(path.read_text(encoding="utf-8"))] for path in READMES.values()]
    assert shown[0] == shown[1]
    assert shown[0][:2] == ["make demo", "make test"]
    assert sum(command.startswith("docgen") for command in shown[0]) > 8


def test_both_show_the_same_example() -> None:
    english, chinese = (blocks(path.read_text(encoding="utf-8"), "yaml") for path in READMES.values())
    assert english == chinese
    assert len(english) == 1


@pytest.mark.parametrize("language", READMES)
def test_the_commands_do_what_is_shown(language: str, tmp_path: Path) -> None:
    """One after the other, as a reader types them; ``make demo`` and ``make test`` are run by CI itself."""
    folder = tmp_path
    for command, shown in steps(READMES[language].read_text(encoding="utf-8")):
        if command.startswith("cd "):
            folder /= command.removeprefix("cd ")
        elif not command.startswith("make "):
            done = run(command, folder, language)
            assert (done.returncode, done.stderr) == (0, ""), command
            assert not shown or shows(shown, done.stdout), done.stdout
    assert (folder / "output/shili-2024/通知.pdf").is_file()


@pytest.mark.parametrize("language", READMES)
def test_the_letter_is_the_one_that_comes(language: str, tmp_path: Path) -> None:
    assert run("docgen init .", tmp_path, language).returncode == 0
    campaign = tmp_path / "data/shili/2024.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text.replace("issued: 2024-03-11", "issued: 2024-02-30"), encoding="utf-8")
    (shown,) = blocks(READMES[language].read_text(encoding="utf-8"), "text")
    assert run("docgen build --quiet", tmp_path, language).stderr == shown


def test_the_example_prints_what_is_said(tmp_path: Path) -> None:
    readme = READMES["en"].read_text(encoding="utf-8")
    assert run("docgen init .", tmp_path, "en").returncode == 0
    (tmp_path / "data/shili/2025.yaml").write_text(blocks(readme, "yaml")[0], encoding="utf-8")
    done = run("docgen build shili-2025", tmp_path, "en")
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "output/shili-2025/通知.txt").read_text(encoding="utf-8")
    for words in ("不超过5名", "4月18日（星期五）17时30分", "《青年技能人才推荐表》（见附件）"):
        assert words in text
        assert words in READMES["zh_CN"].read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    assert [one for one in targets if not one.startswith("https://") and not (document.parent / one).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_are_there(document: Path) -> None:
    """In backticks, and beginning with a folder of the repository; ``<form>`` and ``*`` stand for any name."""
    folders = r"(?:docgen|templates|data|tests|tools|schemas|docs|\.ci)"
    named = re.findall(rf"`({folders}/[\w./<>*-]+)`", document.read_text(encoding="utf-8"))
    missing = [one for one in named if "…" not in one and not list(ROOT.glob(re.sub(r"<[^>]*>", "*", one.rstrip("/"))))]
    # What `docgen init` lays out is not in the repository.
    assert [one for one in missing if "shili" not in one] == []


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z-]+)`", document.read_text(encoding="utf-8")))
        assert named <= targets, document.name


def test_the_functions_that_the_architecture_names_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"\| `(docgen/[\w/]+\.py)` \| `(\w+)` \|", text)
    named += [(file, name) for name, file in re.findall(r"`(\w+)`\s+in\s+`(docgen/[\w/]+\.py)`", text)]
    assert len(named) > 15
    for file, name in named:
        assert re.search(rf"^(?:def |class )?{name}\b", (ROOT / file).read_text(encoding="utf-8"), re.M), (file, name)


def test_the_form_of_the_recipe_can_be_built(tmp_path: Path) -> None:
    recipe = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (form,) = re.findall(r"^   ```yaml\n(.*?)^   ```", recipe, flags=re.MULTILINE | re.DOTALL)
    (use,) = re.findall(r"`annexes: (\[\{.*\}\])`", recipe)
    assert run("docgen init .", tmp_path, "en").returncode == 0
    path = tmp_path / "data/shili/annexes/shili-expert/form.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(textwrap.dedent(form), encoding="utf-8")
    campaign = tmp_path / "data/shili/2024.yaml"
    text = campaign.read_text(encoding="utf-8").replace("annexes.form", "annexes.expert")
    campaign.write_text(re.sub(r"^annexes:\n.*\n", f"annexes: {use}\n", text, flags=re.MULTILINE), encoding="utf-8")
    done = run("docgen build --format pdf", tmp_path, "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "附件 专家推荐表: pdf (1 page)" in done.stdout
