"""A small campaign with a form that is filled in for the units of a roster."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from small_project import CAMPAIGN, Project

FORM = """\
id: tui
title: 推荐表
captions:
  - {field: unit_name, label: 申报单位：, prefill: "{{ unit.name }}", required: true}
columns: [30, 48, 30, 48]
rows:
  - [{label: 联系人}, {field: contact, prefill: "{{ unit.contact }}"}, {label: 联系电话}, {field: phone, kind: phone, prefill: "{{ unit.phone }}"}]
  - [{label: 通讯地址}, {field: address, span: 3, prefill: "{{ unit.address }}"}]
  - height: 40
    cells: [{label: 情况}, {field: situation, span: 3, kind: text}]
"""  # noqa: E501

HEADER = ("单位名称", "单位编码", "联系人", "联系电话", "通讯地址")

SURNAMES = "赵钱孙李周吴郑王冯陈"

Row = tuple[str, ...]


def row(number: int, **other: str) -> Row:
    """The row of unit ``number``, with other ``name, code, contact, phone, address`` if wanted."""
    usual = {
        "name": f"示例第{number}学校",
        "code": f"SL{number:05}",
        "contact": f"联系{SURNAMES[number % 10]}{SURNAMES[number // 10]}",
        "phone": f"022-8{number:07}",
        "address": f"示例路{number}00号",
    }
    return tuple({**usual, **other}.values())


def rows(count: int) -> list[Row]:
    """So many units."""
    return [row(number) for number in range(1, count + 1)]


@dataclass(frozen=True)
class Batch:
    """A project whose campaign has the form above, built for ``roster.csv``."""

    project: Project

    @property
    def output(self) -> Path:
        """The campaign's folder."""
        return self.project.output

    @property
    def units(self) -> Path:
        """The folder of folders."""
        return self.output / "units"

    def write(self, rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER, name: str = "roster.csv") -> Path:
        """The roster, with these rows."""
        path = self.project.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def manifest(self) -> Any:
        """As JSON."""
        return json.loads((self.output / "manifest.json").read_text(encoding="utf-8"))

    def entries(self) -> list[dict[str, Any]]:
        """The manifest's files of units."""
        return [file for file in self.manifest()["files"] if file["unit"] or file["kind"] == "archive"]

    def files(self) -> dict[str, bytes]:
        """What lies under ``units``, by path within the campaign's folder."""
        found = sorted(self.units.rglob("*")) if self.units.exists() else []
        return {str(path.relative_to(self.output)): path.read_bytes() for path in found if path.is_file()}

    def times(self) -> dict[str, int]:
        """When each file under ``units`` was written."""
        return {path: (self.output / path).stat().st_mtime_ns for path in self.files()}

    def assert_true(self) -> None:
        """Every file that the manifest lists is there and is what it says; nothing half-written lies about."""
        for file in self.manifest()["files"]:
            data = (self.output / file["path"]).read_bytes()
            assert (len(data), hashlib.sha256(data).hexdigest()) == (file["bytes"], file["sha256"]), file["path"]
        for path, data in self.files().items():
            assert data.startswith((b"PK", b"%PDF")), path
            if path.endswith("x"):
                assert zipfile.ZipFile(self.output / path).testzip() is None

    def assert_complete(self) -> None:
        """The manifest lists exactly what is there, and says so."""
        self.assert_true()
        manifest = self.manifest()
        assert manifest["complete"] is True
        assert manifest["leak_check"]["leaks"] == []
        assert {file["path"] for file in self.entries() if file["path"] != "units.zip"} == set(self.files())
        left = {path.name for path in (self.output / ".docgen").iterdir()} - {"failed-rows.json", "settled.json"}
        assert left == {"units.jsonl"}


def lay_out(project: Project) -> Batch:
    """The project with the form above in the place of its own."""
    project.write("templates/annexes/tui/form.yaml", FORM)
    project.write("data/shi/2024.yaml", CAMPAIGN)
    return Batch(project)


def text(path: Path) -> str:
    """All that a DOCX says."""
    with zipfile.ZipFile(path) as archive:
        return unescape(re.sub(r"<[^>]*>", "", archive.read("word/document.xml").decode()))


def patched(patch: str, *arguments: str) -> list[str]:
    """A command line: docgen with ``patch``, Python that runs first."""
    code = f"import sys\n{patch}\nfrom docgen.cli import main\nsys.exit(main({list(arguments)!r}))"
    return [sys.executable, "-c", code]
