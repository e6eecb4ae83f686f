"""Folders of units: safe, distinct, the same every time, never outside the output."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from batches import lay_out, row
from small_project import Ended, Project

from docgen.workflow.batch.folders import Folders

# fmt: off
NAMES = (
    "../x", "..", "/etc", "a/b", "a\\b", "a／b", "CON", "con.txt", "nul",
    "x" * 300, "x" * 299 + "y", "末尾点...", "末尾点", "  两端空格  ", "两端空格",
    "Abc", "ABC", "abc", "ＡＢＣ", "é", "e\u0301", "\u202e倒写", "a:b*c?", "同名", "同名", "同名",
)
# fmt: on


def folders(units: list[tuple[str, str]]) -> dict[str, str]:
    """Id → folder."""
    known = Folders()
    for _id, name in units:
        known.add(name)
    return {id: known.of(id, name) for id, name in units}


UNITS = [(f"id-{number}", name) for number, name in enumerate(NAMES)]


def test_distinct_on_every_system() -> None:
    found = folders(UNITS).values()
    marks = {unicodedata.normalize("NFKC", name).casefold() for name in found}
    assert len(marks) == len(NAMES)


def test_no_folder_is_in_the_way_of_an_archive() -> None:
    found = folders([("1", "甲"), ("2", "甲.zip"), ("3", "乙.ZIP"), ("4", "乙")])
    assert found == {"1": "甲", "2": "甲.zip_", "3": "乙.ZIP_", "4": "乙"}


def test_safe_on_every_system() -> None:
    for name in folders(UNITS).values():
        assert name
        assert not set(name) & set('<>:"/\\|?*')
        assert name == name.strip(" .")
        assert len(name.encode()) < 255
        assert name.split(".")[0].upper() not in ("CON", "NUL")


def test_the_same_in_any_order() -> None:
    assert folders(UNITS) == folders(list(reversed(UNITS)))


def test_others_do_not_matter_but_twins() -> None:
    assert folders([("1", "甲"), ("2", "乙")]) == {"1": "甲", "2": "乙"}
    twins = folders([("1", "甲"), ("2", "甲")])
    assert all(name.startswith("甲-") for name in twins.values())
    assert folders([("3", "丙"), ("2", "甲"), ("1", "甲")]).items() >= twins.items()


def test_someone_is_called_as_another_is_marked() -> None:
    marked = folders([("1", "甲"), ("2", "甲")])["1"]
    found = folders([("1", "甲"), ("2", "甲"), ("3", marked)])
    assert len(set(found.values())) == 3


def test_only_spaces() -> None:
    assert folders([("1", "   "), ("2", "\u200b")]).keys() == {"1", "2"}
    assert len(set(folders([("1", "   "), ("2", "\u200b")]).values())) == 2


def test_built(project: Project, docgen: Callable[..., Ended]) -> None:
    batch = lay_out(project)
    named = [name for name in NAMES if name not in ("\u202e倒写",)]
    batch.write([row(number, name=name) for number, name in enumerate(named, start=1)])
    before = {path for path in project.folder.rglob("*") if path.is_file()}
    ended = docgen("build", "--units", "roster.csv", "--format", "docx", "--jobs", "1")
    made = {path for path in project.folder.rglob("*") if path.is_file()} - before
    assert all(path.is_relative_to(batch.output) for path in made)
    units = len(named) - ended.err.count("error[")
    assert units > 20
    assert len({Path(path).parent for path in batch.files()}) == units
    batch.assert_complete()
    assert f"  {units} units: 0 made, {units} unchanged" in (
        docgen("build", "--units", "roster.csv", "--format", "docx", "--jobs", "1").out
    )


@pytest.mark.parametrize("name", ["../x", "/etc", "..\\x"])
def test_ids_are_no_paths(project: Project, docgen: Callable[..., Ended], name: str) -> None:
    batch = lay_out(project)
    batch.write([row(1, name=name), row(2, name=name)])
    docgen("build", "--units", "roster.csv", "--format", "docx")
    assert not (project.folder / "output/x").exists()
    assert all(path.startswith("units/") for path in batch.files())
