"""Where looks and forms are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.diagnostics import DocgenError, Place
from docgen.templates.find import TemplateFolders, builtin_templates, find_templates

FORM = "id: {id}\ntitle: {title}\ncolumns: [50]\nrows: [[{{field: x}}]]\n"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)


def form(root: str, name: str, title: str, written_id: str | None = None) -> None:
    folder = Path(root) / "annexes" / name
    folder.mkdir(parents=True)
    (folder / "form.yaml").write_text(FORM.format(id=written_id or name, title=title), encoding="utf-8")


def look(root: str, name: str, *files: str) -> None:
    folder = Path(root) / "notices" / name
    folder.mkdir(parents=True)
    for file in files:
        (folder / file).write_bytes(b"")


FOLDERS = TemplateFolders((Path("own"), Path("builtin")))


def test_the_campaigns_own_form_comes_first_then_the_projects_then_docgens() -> None:
    form("builtin", "team", "甲")
    assert FOLDERS.form("team").plan.title == "甲"
    form("own", "team", "乙")
    assert FOLDERS.form("team").plan.title == "乙"
    form("data/tianjin", "team", "丙")
    assert FOLDERS.form("team", Path("data/tianjin")).plan.title == "丙"
    assert FOLDERS.form("team", Path("data/henan")).path == Path("own/annexes/team/form.yaml")


def test_the_projects_look_comes_before_docgens() -> None:
    look("builtin", "gbt9704", "shell.docx", "page.typ")
    assert FOLDERS.look("gbt9704").page == Path("builtin/notices/gbt9704/page.typ")
    look("own", "gbt9704", "shell.docx")
    assert FOLDERS.look("gbt9704").shell == Path("own/notices/gbt9704/shell.docx")


def test_names_of_all_that_there_is() -> None:
    form("builtin", "team", "甲")
    form("own", "base", "乙")
    form("data/tianjin", "list", "丙")
    look("builtin", "letter", "page.typ")
    look("own", "empty")
    assert FOLDERS.forms() == ("base", "team")
    assert FOLDERS.forms(Path("data/tianjin")) == ("base", "list", "team")
    assert FOLDERS.looks() == ("letter",)


def letter(find: object, *arguments: object) -> str:
    with pytest.raises(DocgenError) as caught:
        find(*arguments)  # type: ignore[operator]
    assert caught.value.exit_code == 4
    return str(caught.value)


def test_an_unknown_form() -> None:
    form("own", "tianjin-team", "甲")
    assert letter(FOLDERS.form, "tianjin-taem", Path("data/tianjin"), Place("2020.yaml", 17, 24)) == (
        '2020.yaml:17:24: error[T152] there is no form "tianjin-taem" '
        "(looked for in data/tianjin/annexes, own/annexes, builtin/annexes); did you mean tianjin-team?"
    )


def test_an_unknown_look() -> None:
    look("builtin", "gbt9704", "shell.docx")
    assert letter(FOLDERS.look, "gb9704") == (
        'error[T151] there is no look "gb9704" (looked for in own/notices, builtin/notices); did you mean gbt9704?'
    )


@pytest.mark.parametrize("name", ["../own", "..", ".", "", "a/b", "/etc", "Team", "a\x00b", "C:x"])
def test_a_name_is_never_a_way_out(name: str) -> None:
    form("own/annexes/x", "own", "甲")
    look("own", "x/own", "shell.docx")
    assert "there is no form" in letter(FOLDERS.form, name)
    assert "there is no look" in letter(FOLDERS.look, name)


def test_a_form_must_be_called_like_its_folder() -> None:
    form("own", "team", "甲", written_id="base")
    assert letter(FOLDERS.form, "team") == (
        'own/annexes/team/form.yaml:1:5: error[F148] id: "base" is not the name of the form\'s folder; known are: team'
    )


def test_a_form_with_faults_tells_them() -> None:
    form("own", "team", "[甲]")
    assert "form.yaml:2:8: error[F101] title: must be a text, here is a list" in letter(FOLDERS.form, "team")


def test_docgens_own_templates_come_last() -> None:
    assert find_templates(Path("nowhere")).roots == (builtin_templates(),)
    Path("templates").mkdir()
    assert find_templates(Path()).roots == (Path("templates"), builtin_templates())
    assert builtin_templates().joinpath("notices").is_dir()


def test_in_docgens_own_checkout_there_is_one_folder() -> None:
    checkout = builtin_templates().parent
    assert find_templates(checkout).roots == (checkout / "templates",)


def test_docgens_own_looks_and_forms_are_without_fault() -> None:
    folders = TemplateFolders((builtin_templates(),))
    assert "gbt9704" in folders.looks()
    assert folders.forms()
    assert {name: folders.form(name).plan.id for name in folders.forms()} == {name: name for name in folders.forms()}
