"""docgen as others get it: a wheel with looks, forms, skeleton and languages in it, that works without a checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("docgen-*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked as pip would, in a place of its own."""
    folder = tmp_path_factory.mktemp("site-packages")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def run(installed: Path, cwd: Path, *arguments: str) -> str:
    """The installed docgen's output; the checkout is out of its sight."""
    env = {**os.environ, "PYTHONPATH": str(installed), "DOCGEN_LANG": "en"}
    command = [sys.executable, "-m", "docgen", *arguments]
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_below(folder: Path) -> set[str]:
    """All files of a folder of the checkout, as they should be in the wheel."""
    paths = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in paths}


def test_everything_that_belongs_to_docgen_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {f"docgen/builtin/templates/{name}" for name in files_below(ROOT / "templates")}
    package = {f"docgen/{name}" for name in files_below(ROOT / "docgen") if not name.endswith((".po", ".pot"))}
    assert "docgen/builtin/templates/notices/gbt9704/shell.docx" in templates
    assert "docgen/builtin/templates/annexes/tianjin-2020-base/form.yaml" in templates
    assert templates | package <= names


@pytest.mark.parametrize(("option", "name"), [("--check", "check"), ("--diff", "changes")])
def test_the_installed_docgen_prints_the_schemas_of_its_reports(
    installed: Path, tmp_path: Path, option: str, name: str
) -> None:
    schema = (ROOT / f"schemas/{name}.schema.json").read_text(encoding="utf-8")
    assert run(installed, tmp_path, "schema", option) == schema


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"docgen"}
    assert [name for name in names if name.endswith((".otf", ".ttf", ".ttc", ".pyc", ".po", ".pot"))] == []


def test_the_source_archive_holds_all_that_the_documents_show(tmp_path: Path) -> None:
    """Pictures and examples of continuous integration, and what the hook for pre-commit is read from."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {".pre-commit-hooks.yaml", *(f"docs/{name}" for name in files_below(ROOT / "docs"))} <= names


def test_the_installed_docgen_lays_out_a_project_and_builds_it(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "office")
    run(installed, tmp_path / "office", "build", "--format", "docx,txt")
    made = {path.name for path in (tmp_path / "office" / "output").rglob("*") if path.is_file()}
    assert {"通知.docx", "通知.txt", "manifest.json"} <= made


def test_its_templates_are_its_own_and_the_project_s_come_first(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    report = json.loads(run(installed, tmp_path, "doctor", "--json"))
    assert str(installed) in report["docgen"]
    assert report["templates"] == [
        str(tmp_path / "templates"),
        str(installed / "docgen" / "builtin" / "templates"),
    ]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_files_pin_every_package_with_checksums_and_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text()
    pins = [line for line in text.splitlines() if line[:1].isalnum()]
    assert all("==" in line and line.endswith("\\") for line in pins)
    assert text.count("--hash=sha256:") > len(pins)
    assert "://" not in text
    locked = {line.split("==")[0].split("[")[0] for line in pins}
    assert wanted("dev" if "dev" in name else "build") <= locked


def wanted(extra: str) -> set[str]:
    """What pyproject.toml asks for: the run-time packages and those of ``extra``, by normalised name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"][extra]]
    names = ("".join(char if char.isalnum() or char in "-_." else " " for char in line).split()[0] for line in lines)
    return {name.lower().replace("_", "-").replace(".", "-") for name in names}
